"""Words by which predicates of English statements are known."""

from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind, words
from hled.dialogue.workplan.domain.statement.rules import AIM, PERMISSION, RECOGNITION, REPORTED, ReadingRule

FUTURE_AUXILIARIES = words("will shall 'll won't shan't would should")

REPORTED_FUTURE = words("will shall would won't")

REPORTED_WILL = words("will shall would should must won't")

NOUN_WILL_BEFORE = words(
    "political the our their its his her common good free strong shared mutual of collective popular firm"
)

FAINT_WILL = words("seek endeavor endeavour strive aim try look plan intend attempt aspire")

MODAL_CHAIN = words(
    "continue continuing work begin start strive seek endeavor endeavour aim try look plan intend attempt need have help"
)

NOUN_BEFORE = words(
    "a the our their its his her this that these those any no such said work action business joint new national of"
)

BE = words("be is are am was were been being remain remains remained stand stands stood 're 're become")


WEEKDAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december
    """
)

AGREEING = words(
    "agree agrees agreed agreeing concur concurs concurred settled understood conclude concludes concluded"
)

UNDERTAKING = {
    **dict.fromkeys(words("commit commits committed recommit recommits recommitted"), "commit"),
    **dict.fromkeys(words("pledge pledges pledged"), "pledge"),
    **dict.fromkeys(words("resolve resolves resolved"), "resolve"),
    **dict.fromkeys(words("decide decides decided"), "decide"),
    **dict.fromkeys(words("undertake undertakes undertook undertaken"), "undertake"),
    **dict.fromkeys(words("vow vows vowed"), "vow"),
    **dict.fromkeys(words("promise promises promised"), "promise"),
    **dict.fromkeys(words("determine determines determined"), "determine"),
    **dict.fromkeys(words("consent consents consented"), "consent"),
    **dict.fromkeys(words("elect elects elected opt opted"), "decide"),
    **dict.fromkeys(words("covenant covenants covenanted"), "covenant"),
    **dict.fromkeys(words("guarantee guarantees guaranteed"), "guarantee"),
    **dict.fromkeys(words("stipulate stipulates stipulated"), "stipulate"),
    **dict.fromkeys(words("engaged swear swore"), "engage"),
}

INTENDING = {
    **dict.fromkeys(words("intend intends intended intending mean"), "intend"),
    **dict.fromkeys(words("plan plans planned planning"), "plan"),
    **dict.fromkeys(words("seek seeks sought"), "seek"),
    **dict.fromkeys(words("endeavor endeavors endeavored endeavour endeavours endeavoured"), "endeavor"),
    **dict.fromkeys(words("strive strives"), "strive"),
    **dict.fromkeys(words("propose proposes proposed"), "propose"),
    **dict.fromkeys(
        words("envisage envisages envisaged envision envisions foresee foresees anticipate anticipates"),
        "foresee",
    ),
}

AIMING = words(
    "aim aims aimed hope hopes hoped expect expects expected wish wishes want wants aspire aspires desire desires"
)

PARTICIPLES = {
    "committing": "commit",
    "pledging": "pledge",
    "agreeing": "agree",
    "undertaking": "undertake",
    "resolving": "resolve",
    "promising": "promise",
    "deciding": "decide",
}

RENEWING = words(
    """
    reaffirm reaffirms reaffirmed affirm affirms affirmed reiterate reiterates reiterated renew renews renewed confirm confirms
    confirmed restate restates restated express expresses expressed declare declares declared ratify ratified underscore underscores
    underscored underline underlined emphasize emphasized stress stressed state stated make made announce announces announced
    repeat repeated voice voiced share have has signal signaled
    """
)

FIRM_NOUNS = words("commitment commitments pledge pledges determination resolve promise")

INTENT_NOUNS = words("intention intentions intent decision plan plans")

FAINT_NOUNS = words(
    "willingness readiness desire interest support hope wish openness will confidence conviction belief"
)

INSTRUCTING = words(
    """
    instruct instructs instructed direct directs directed task tasks tasked mandate mandates mandated charge charges charged ask asks
    asked request requests requested entrust entrusts entrusted assign assigns assigned authorize authorized authorizes empower empowers empowered commission commissioned ordered
    """
)

INSTRUCTED_ONES = words(
    """
    our their its the us officials ministers experts senior relevant both respective each teams agencies cabinet staff representatives
    foreign trade economic technical working competent ministries secretaries negotiators authorities them sherpas
    """
)

ANNOUNCING = words("announce announces announced announcing unveil unveils unveiled")

STATING = words(
    """
    announce announces announced confirm confirms confirmed declare declares declared inform informs informed indicated said explained
    stated reported indicates notified advised assured assures reaffirm reaffirms reaffirmed reiterate reiterates reiterated affirm affirms affirmed
    """
)

SOLEMNLY_STATING = words(
    """
    announce announces announced confirm confirms confirmed declare declares declared reaffirm reaffirms reaffirmed reiterate
    reiterates reiterated
    """
)

INFORMING = words("inform informs informed indicated indicates notified advised reported assured assures")

OFFERING = words(
    "offer offers offered volunteer volunteers volunteered accept accepts accepted assume assumes assumed take takes took"
)

BEGINNINGS = words(
    """
    launch creation establishment formation start introduction opening expansion development construction extension new allocation
    deployment appointment additional provision release award renewal resumption reopening investment funding intention joint
    """
)

ENDINGS = words(
    "conviction convictions arrest arrests sentence takedown indictment conclusion signing signature completion results publication adoption entry success findings outcome closing finalization end"
)

LAUNCHING = words(
    "launching establishing creating forming announcing committing pledging allocating dedicating awarding"
)

UNSETTLED = words(
    """
    importance need value necessity relevance urgency benefits significance role centrality potential imperative usefulness merits
    priority desirability
    """
)

VAGUE_ACTS = words(
    """
    strengthen deepen maintain uphold preserve enhance promote advance support defend protect respect safeguard build cooperate
    continue further foster ensure strengthening deepening maintaining upholding preserving
    enhancing promoting advancing supporting defending protecting respecting safeguarding building continuing furthering fostering
    ensuring guarantee
    """
)

VALUES = words(
    """
    relationship relationships relations ties bonds bond friendship partnership alliance values democracy democratic rights peace
    prosperity stability multilateralism order principles goals vision future society societies justice equality freedom freedoms
    dignity respect trust security sovereignty integrity dialogue world growth inclusion neighborliness charter hemisphere
    cooperation region integration unity solidarity
    """
)

ACTION_NOUNS = words(
    """
    implementation establishment creation completion negotiation launch convening holding conclusion development feedback construction
    exchange elimination reduction expansion adoption ratification modernization publication outreach cooperation
    review organization implementation delivery provision funding training
    """
)

FIRM_ACTION_NOUNS = words(
    "implementation establishment creation completion ratification launch convening construction"
)

VALUE_NOUNS = words(
    """
    rights democracy peace values principles partnership friendship relationship law respect equality multilateralism goals goal
    freedom justice charter agreement pact accord agenda convention treaty order growth integration security
    prosperity dignity sovereignty diversity inclusion development stability objectives objective cause people vision future
    """
)

ING_NOUNS = words("well-being wellbeing funding training ongoing")

PLACES = words(
    "north south east west central western eastern southern america americas american pacific indo-pacific latin united states nations hemisphere"
)

NOUN_ENDINGS = (
    "ity",
    "ness",
    "ment",
    "tion",
    "sion",
    "ance",
    "ence",
    "ship",
    "cy",
    "ism",
    "ies",
    "ons",
    "ers",
    "ts",
)

CEREMONIAL = words(
    """
    travel participate attend host deliver arrive depart accompany welcome lead join hold visit give address speak brief receive chair
    return meet convene greet serve represent
    """
)

AIM_NOUNS = words(
    """
    aim aims goal goals objective objectives purpose purposes vision mission mandate task tasks role hope intention ambition
    priority priorities focus
    """
)

THIS = words("this these it they such our")

INCLUDES = words("include includes comprise comprises encompass involves entails")

STOPS = frozenset({";", ".", "!", "?"})

PLAIN: dict[str, ReadingRule] = {
    **dict.fromkeys(words("may might can could"), PERMISSION),
    **dict.fromkeys(
        words(
            """
            recognize recognizes recognized recognise recognised acknowledge acknowledges acknowledged believe believes believed
            reaffirm reaffirmed reaffirms affirm affirmed reiterate reiterated emphasize emphasized underscore underscored stress
            stressed highlight highlighted support supports value appreciate appreciated encourage encouraged encourages call called calls urge urged
            invite invited condemn condemned share must should need needs
            """
        ),
        RECOGNITION,
    ),
    **dict.fromkeys(
        words(
            """
            discussed welcomed welcome welcomes reviewed signed met held launched established created noted exchanged took hosted
            celebrated continue continues is are was were has have had commended thanked
            """
        ),
        REPORTED,
    ),
    **dict.fromkeys(words("would"), AIM),
}

WISHING = words(
    "like welcome appreciate prefer want be have benefit need mean love require save gain help make bring"
)

SIDES = frozenset({SubjectKind.PARTY, SubjectKind.WE, SubjectKind.THEY})

IRREGULAR_PARTICIPLES = words(
    """
    kept held set made built given taken put drawn brought sent spent left found met paid told chosen written begun done run led cut sold
    sought dealt taught overseen undertaken flown driven laid dug hung met struck fed lit read
    bought grown shown thrown lent let borne rebuilt withdrawn handed
    """
)

GROWING = words(
    "grow rise fall increase decline continue benefit prosper flourish thrive need require depend mean bring matter"
)

STATES = words(
    "committed pleased honored honoured delighted interested concerned excited needed based required guided united"
)

BEFORE_PARTICIPLE = words("as previously the an already any once been")

PAPERS = words(
    "report study survey review plan proposal list draft paper assessment roadmap options recommendations analysis inventory timetable schedule"
)

MODALS = words("will shall would should may might can could must to not")

BASE_FORMS = words(
    """
    commit agree pledge resolve decide undertake vow promise determine consent intend plan seek endeavor endeavour strive propose
    covenant guarantee stipulate empower reaffirm affirm reiterate renew confirm instruct direct task ask request announce aim hope expect offer accept
    """
)

_PERFORMING = words(
    """
    establish create launch adopt approve convene extend designate appoint nominate authorize constitute institute allocate earmark lift
    waive abolish suspend inaugurate renew award ratify
    """
)
PERFORMING = {
    **dict.fromkeys(_PERFORMING | {"set"}, True),
    **{verb + ("es" if verb.endswith(("sh", "ch")) else "s"): False for verb in _PERFORMING - {"ratify"}},
}
"""Verbs whose present does what it says ("the Ministers establish a group"), and whether the form is plural."""

FOUNDING = words("establishes creates constitutes institutes designates")
"""What an instrument itself does in the present: it founds, in the name of those who sign it."""

READY = words("ready prepared")

READINESS = words("readiness preparedness")

INVITING = words("invite invites invited call calls called urge urges urged encourage encourages encouraged")

OWN_BODIES = words(
    """
    our their its joint working technical steering bilateral binational officials experts co-chairs negotiators secretariat subcommittee
    sub-committee subgroup respective
    """
)
"""Words by which those who are called on to act are known to belong to the Parties."""

SHARED_STATES = words(
    """
    share face need remain support recognize respect value benefit enjoy play represent constitute depend have be want require deserve
    welcome appreciate reflect include differ
    """
)
"""Plural presents that say what is ("agreed that both countries share a border")."""

FINITE = words("is are was were has have had needs")

EQUALS = words(
    "counterpart counterparts president presidents prime citizens peoples people members countries governments"
)
"""Those whom one side can invite, but not tell to act."""

WEIGHING = words("consider weigh contemplate welcome")
"""What somebody "would" do without having promised anything yet."""
