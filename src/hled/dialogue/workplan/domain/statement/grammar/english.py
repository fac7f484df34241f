"""Tables of English."""

from hled.dialogue.workplan.domain.statement.grammar.countries import COUNTRIES
from hled.dialogue.workplan.domain.statement.grammar.tables import NounTables, SubjectKind, kinds, words

NOUNS = {
    **kinds(
        party="""
        party parties government governments country countries side sides nation nations state states participant participants
        signatory signatories partner partners member members leader leaders president presidents minister ministers ministry
        ministries secretariat secretariats department departments agency agencies authority authorities administration
        administrations delegation delegations official officials expert experts team teams regulator regulators counterpart
        counterparts head heads cochair co-chair co-chairs cochairs two both us bureau
        bureaus embassy embassies capitals principals cabinet institute institutes institutions service services bank police
        prosecutors negotiators chancelleries consulates treasury customs kingdom republic union commonwealth
        governors legislators staff representatives police coordinator coordinators diplomats lawmakers forces office offices
        university universities museum museums hospital hospitals library libraries laboratories academies parliaments navies navy guards municipalities
        inspectors scientists economists statisticians
        """,
        person="""
        vice-president secretary ambassador chairman chairwoman premier chancellor undersecretary commissioner administrator
        mr mrs ms dr governor mayor prime he she i director king queen envoy attorney
        """,
        body="""
        group groups committee committees subcommittee sub-committee subcommittees commission commissions council councils force
        forces dialogue dialog board boards panel panels secretariat mechanism mechanisms task-force taskforce unit units
        hled hlsd center centers centre centres network networks forum partnership-council taskforces subgroup subgroups
        consortium consortia observatory foundation presidency chair chairs plenary assembly troika steering subcommission taskforce
        """,
        event="""
        meeting meetings summit summits conference conferences workshop workshops session sessions round rounds seminar
        seminars mission missions visit visits ministerial mission talks consultations negotiations roundtable roundtables
        exchange exchanges course courses event events review reviews webinar webinars hackathon fair
        """,
        work="""
        work cooperation collaboration efforts effort actions action activities activity steps step measures engagement discussions
        coordination trainings training implementation priorities programming tasks deliverables assistance support
        construction operations commitments projects
        """,
        beneficiary="""
        people peoples citizens workers worker farmers families students women youth communities community companies company
        firms businesses business consumers producers exporters importers investors migrants children patients travelers
        entrepreneurs smes enterprises population populations households teachers apprentices victims
        generations everyone tourists passengers commuters visitors residents neighbors drivers beneficiaries manufacturers growers fishers ranchers owners suppliers graduates trainees
        """,
        thing="""
        agreement memorandum mou partnership initiative program programme programs programmes project framework plan plans declaration
        statement law laws act bill strategy alliance economy economies region trade investment investments relationship usmca
        amendment amendments modification modifications termination annex annexes text texts arrangement instrument dispute disputes difference
        differences disagreement disagreements provision provisions paragraph article section
        t-mec nafta treaty policy policies resources funding fund funds grant sum progress success outcome results result vision
        roadmap approach platform system systems pact compact contribution future challenges challenge world
        """,
    ),
    **dict.fromkeys(COUNTRIES, SubjectKind.PARTY),
}

PRONOUNS = {
    "we": SubjectKind.WE,
    "they": SubjectKind.THEY,
    "both": SubjectKind.PARTY,
    "each": SubjectKind.PARTY,
    "neither": SubjectKind.PARTY,
    "it": SubjectKind.IT,
    "this": SubjectKind.THING,
    "these": SubjectKind.THING,
    "there": SubjectKind.UNKNOWN,
    "i": SubjectKind.PERSON,
    "he": SubjectKind.PERSON,
    "she": SubjectKind.PERSON,
    "all": SubjectKind.PARTY,
    "none": SubjectKind.PARTY,
}

ACT_VERBS = words(
    """
    reply revert walk roll ring-fence co-finance cofinance codevelop co-develop interview digitalize digitalise pilot retrofit refurbish renovate
    restock reforest replant rehabilitate electrify desalinate demine de-mine clear excavate archive transcribe subtitle film broadcast air curate
    donate ship stockpile immunize cull fumigate spray tag count dredge buoy tow salvage initial rubber-stamp co-sponsor cosponsor post hire
    depute second break stand step strike sweep cast forgo rid spell uphold bolster onboard attune tackle field man crew equip refit convert earmark top-up
    settle lend steer hand count relieve move exempt bear cover pool recruit rebuild reroute redirect refund reimburse reuse
    reserve restructure retire rotate run scale screen sequence serve settle shift shorten sit stage store subsidize substitute supervise teach tighten
    trace trade unlock vaccinate waive water weigh wind write abolish absorb abstain accept accompany acquire act add afford aid air allot answer
    anticipate append arm ask attach attempt attribute avert avoid back ban base bid block book borrow bridge calculate call calibrate cap
    cease celebrate change charge charter check choose cite classify clean co-fund co-host co-organize co-create code combine commemorate compensate compete
    compose confer confirm connect consolidate contact contract convert copy correct counsel credit cross cultivate customize
    decarbonize decrease dedicate defer delegate deliver demarcate deposit derive detail diagnose differentiate diffuse discontinue discourage
    dispatch display divide document drain dredge drill drop earn ease edit elevate embed employ enact enclose encompass enrich enroll
    escort exclude exercise exhibit extract fill film fit fix float fold forecast freeze fuel fulfil gather grade graft graduate guide
    heat induct inaugurate insert insure invent issue job-share keep label land lease leave let liaise license light load locate log look
    mail mark market match mentor merge migrate mine model modify mount name navigate notice nurture oblige occupy open order outline own
    package park pass patrol permit phase-out photograph pick pioneer place plot point popularize post practice preclude present price print probe
    program project promise proofread push qualify quantify quarantine query quote re-establish reach read reaffirm realize rear reassess
    receive recommit record recover recycle reintroduce relocate rename rent reorganize replicate reprint rescue
    resettle respect result reunite reveal reverse rewrite roll route sample sanction save seal search seat secure seize sell
    show site slow sort span specify standardise start-up station stock strengthen structure subject summarize swap switch synchronize
    systematize tailor tally tap tax tell tender terminate test think throw tie top tour train transport treat trim turn type uncover undergo
    understand unveil upload urge value vary vest view visit void wage warn wire witness yield zone re-evaluate co-lead co-chair catalogue digitise
    modernise harmonise mobilise organise standardise prioritise recognise optimise minimise minimize
    abide accelerate access achieve adapt address adjust administer adopt advance advocate affirm aim align allocate allow amend analyze
    analyse announce apply appoint approach approve arrange assess assign assist assume attend attract audit authorize award
    balance begin boost bring broaden build buy carry catalog certify champion channel circulate clarify clear close collaborate
    collect combat come commence commission commit communicate compare compile complete comply conclude conduct conserve consider
    consolidate construct consult continue contribute control convene cooperate coordinate counter create curb cut deepen
    define deliver demonstrate deploy design designate detect determine develop devote digitize direct disburse discuss dismantle
    disrupt disseminate distribute diversify double draft draw earmark educate elaborate eliminate empower enable encourage
    end endeavor endorse energize enforce engage enhance enlarge ensure enter equip eradicate establish estimate evaluate
    examine exchange execute exempt expand expedite explore extend facilitate fight finalize finance find finish focus
    formalize form formulate forge fortify foster fulfil fulfill fund further generate give grant grow guarantee guard halt halve harmonize
    harness help hire hold host identify impede implement impose improve include increase incorporate inform initiate inspect
    install institute integrate intensify interconnect introduce invest investigate invite involve issue join keep launch lay lead
    leverage liberalize lift limit link list lower maintain make manage map maximize measure mediate meet mitigate
    mobilize modernize monitor move negotiate nominate notify observe obtain offer open operate optimize organize organise oversee
    participate partner pave pay phase pilot plan plant pledge position prepare present preserve press prevent prioritize
    process procure produce prohibit promote propose prosecute protect provide publish purchase pursue put raise ratify reach
    reactivate recognize recommend reconvene reduce refer reform refrain register reinforce reinvigorate relaunch release remain remove
    renew reopen repair repeal replace report request require research resolve respect respond restart restore restrict
    resume retain review revise revive revitalize safeguard scale schedule secure seek select sell send set share sign simplify
    solve source speed spend sponsor spur stabilize staff standardize start stimulate stop streamline strengthen strive study
    submit subscribe supply support survey suspend sustain tackle take target task test track train transfer transform
    translate transmit transition treat triple undertake unify unite update upgrade uphold use utilize validate verify visit waive
    welcome widen withdraw work
    """
)


TABLES = NounTables(
    nouns=NOUNS,
    pronouns=PRONOUNS,
    articles=words(
        "the a an this these those that our their its his her both each all every any no some such either neither"
    ),
    adjectives=words(
        """
        two three joint bilateral trilateral binational new next first second third fourth fifth annual technical relevant
        respective competent national federal regional high-level senior own other same working special newly north united
        former current upcoming future proposed private public sub-cabinet cabinet ministerial
        """
    ),
    prepositions=words(
        """
        of in on for with between under to from by at among through within across during into by over via per upon toward
        towards against regarding concerning including following after before throughout alongside beyond without pursuant
        based consistent subject according given along together building drawing recognizing noting recalling mindful
        acknowledging reaffirming considering welcoming responding
        """
    ),
    conjunctions=words("and or but & nor yet plus then"),
    subordinators=words(
        """
        that which who whom whose where when if because since while although though unless until whether how what why than
        whereby wherein so once whereas
        """
    ),
    adverbs=words(
        """
        also jointly further furthermore moreover therefore hereby thereby together respectively both each now today always
        soon still too not never all then finally additionally likewise accordingly again thus however instead immediately
        initially actively closely regularly jointly individually collectively mutually swiftly urgently promptly fully
        specifically formally continuously ultimately meanwhile nevertheless nonetheless henceforth hereafter accordingly moreover similarly firmly strongly only first just
        tomorrow thereafter alike even separately consistently strictly never
        """
    ),
    speech_verbs=words(
        """
        said says stated noted believes believe believed emphasized emphasised stressed hoped hope hopes added remarked observed
        expects expect expected think thinks thought
        """
    ),
    breaks=words(
        """
        is are was were be been being has have had do does did can could may might must should would will shall welcomed welcome
        met held discussed reviewed took made led agree agrees commit commits intend intends pledge pledges
        """
    ),
    verbs=ACT_VERBS,
    adverb_ending="ly",
    head_first=False,
)

BODY_EFFECTS = words(
    """
    promote promoting build accelerate strengthen enhance help allow enable contribute boost benefit improve ensure foster serve
    advance increase reduce deepen bring lead result generate make create unlock drive support expand pave complement
    reinforce remain play become be have open give provide represent offer reflect constitute underpin protect address
    transform lower mobilize shore cement spur mean ease raise attract shorten save encourage inspire stimulate speed
    """
)
"""What a body, agreement or sum brings about, rather than what it undertakes to do (rule 6)."""

ORGAN_ACTS = words(
    """
    explore meet convene report prepare draft develop identify review monitor coordinate submit present publish consider examine
    establish define oversee assess evaluate recommend propose study discuss conduct organize organise share collect map
    design launch work hold host adopt approve set begin start continue complete finalize produce compile circulate track
    supervise exchange negotiate update analyze analyse visit consult test issue agree operate carry undertake follow
    facilitate implement formulate focus advise determine inform maintain train take
    engage decide appoint elect seek nominate invite resume reconvene list compare verify inspect audit
    """
)
STATIVE = words(
    """
    benefit enjoy face remain become need see know thrive depend prosper gain win suffer mark celebrate
    require experience feel last constitute prevail govern apply terminate expire enter come
    """
)
MEETING_ACTS = words(
    """
    take be focus convene review address discuss consider meet examine begin start resume continue conclude follow assess
    evaluate set adopt approve decide cover explore launch bring
    """
)
WORK_ACTS = words(
    "include focus cover begin start commence continue resume proceed conclude comprise prioritize involve center concentrate"
)
ORGANIZING_PARTICIPLES = words(
    """
    held established launched convened created formed developed published signed implemented organized organised conducted submitted
    presented finalized completed expanded provided extended reviewed undertaken set made appointed designated shared
    exchanged adopted opened hosted built prepared drafted issued introduced updated installed constructed allocated invested
    deployed reported carried drawn named coordinated disbursed circulated negotiated explored identified reduced increased
    monitored evaluated assessed delivered maintained offered financed funded trained placed put given taken removed
    eliminated lifted waived harmonized recognized aligned simplified digitized translated tested constituted convoked
    strengthened continued scheduled granted awarded dedicated devoted intensified resumed initiated founded operated
    phased compiled invited informed notified admitted lowered scaled piloted rolled inaugurated completed commissioned
    repaired modernized modernised widened restored planted released restructured tasked mandated instructed selected
    imposed mobilized raised doubled tripled earmarked concluded ratified consulted created revised posted collected
    """
)
LASTING_PARTICIPLES = words(
    """
    enhanced improved needed required guided based affected driven shaped bound felt considered regarded viewed seen known faced helped benefited
    governed interpreted deemed subject boosted deepened enabled empowered reached achieved realized limited confined
    concerned pleased interested excited committed united rewarded remembered honored judged determined influenced
    """
)
"""States and effects: "will be enhanced" is hoped for rather than undertaken."""
PEOPLE_ARE = words(
    """
    moved relieved exempted trained given granted offered invited selected enrolled compensated paid reimbursed hired placed informed
    admitted resettled vaccinated certified evacuated relocated released returned turned
    """
)
"""What is done to people by those who undertake it."""
ONLY_AGENTS = words(
    """
    host convene publish meet negotiate sign exchange send submit teach award issue appoint designate draft translate inspect audit train
    finance fund pay co-host consult nominate lend hire recruit organize organise conduct hand notify compile circulate vaccinate patrol survey
    """
)
"""Acts that only somebody who decides can do, so that an unknown noun before them names a doer."""
CHANGES = words(
    """
    fall rise grow arrive pass last cost depend disappear emerge come go stay save count gain lose win find feel live travel return attract
    vary start reach exceed occur happen shrink double triple stand lie cut wait run begin end stop move close open apply include
    cover follow carry hold draw drop cease age affect cause demand divide ease earn fit fill flow fuel generate heat improve
    link look outline present reflect register require result reveal reverse show spur subject test touch turn weigh yield change
    combat connect decide declare define determine differ add employ house handle process power
    """
)
"""What befalls a thing, or what a thing does of itself."""
DESCRIBING_PARTICIPLES = words(
    "attended accompanied led joined chaired represented embargoed welcomed received escorted"
)
