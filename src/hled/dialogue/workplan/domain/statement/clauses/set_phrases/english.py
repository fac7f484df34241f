"""Turns of phrase of English that commit: "agreement was reached to", "gave instructions to"."""

from hled.dialogue.workplan.domain.statement.clauses.set_phrases.phrase import phrases
from hled.dialogue.workplan.domain.statement.rules import AGREED, ANNOUNCED, INSTRUCTED, INTEND, TO_BE_DONE

_UNSETTLED = r" (?:the )?(?:\w+ )?(?:importance|need|value|necessity|relevance|urgency|benefits|significance|role|potential)\b"
_PAPER = r"(?:report|study|survey|review|plan|proposal|list|draft|paper|assessment|road ?map|analysis|inventory|calendar|guide)"
_TASK = r"(?:\s\d+)?\s*[:\u2013\u2014-]+\s*(?=\w)"

ENGLISH = phrases(
    (
        INTEND,
        1,
        r"\bit (?:is|remains) (?:the|our|their) (?:\w+ )?(?:intention|determination|resolve) (?:of [^,.;]{3,80}? )?(?:to|that)\b",
    ),
    (INTEND, 1, r"\b(?:have|has) (?:every|the) (?:\w+ )?intention (?:of|to)\b"),
    (
        AGREED,
        2,
        r"(?<!no )\b(?:agreement|consensus|an understanding|(?:a|the) decision) (?:was|has been) (?:also )?(?:reached|taken|made)"
        r"(?: \w+)? (?:to|that|on|for)\b",
    ),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:reached|came to|come to|arrived at|found) (?:an? )?(?:\w+ )?(?:agreement|understanding|decision|consensus) "
        rf"(?:to|that|(?:on|for|about)(?!{_UNSETTLED}))\b",
    ),
    (AGREED, 2, r"\b(?:took|made|have taken|have made) (?:the|a) (?:\w+ )?decision to\b"),
    (
        AGREED,
        2,
        rf"\bthere (?:is|was) (?:(?!no)\w+ )?(?:agreement|consensus) (?:to|that|on(?!{_UNSETTLED}))\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:gave|give|gives|made|makes|entered into) (?:(?:an?|its|their|the) )?(?:\w+ )?"
        r"(?:undertakings?|assurances?|pledge|word|promise|commitment) (?:that|to)\b",
    ),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:set|sets|fixed|adopted) (?:themselves |itself |ourselves )?(?:a|the|an) (?:\w+ ){0,3}?"
        r"(?:target|goal|deadline|date) (?:of|to|for)\b",
    ),
    (AGREED, 2, r"\bresponsibility for [^.;]{3,90}? (?:will|shall) (?:rest|lie|fall|remain)\b"),
    (
        AGREED,
        2,
        r"\bit (?:will|shall) (?:be for|fall to|be up to|be the (?:task|responsibility) of) [^.;]{3,80}? to\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:is|are) hereby (?:established|created|constituted|set up|formed|launched|extended|appointed|designated)\b",
    ),
    (
        AGREED,
        2,
        r"^(?:each|the|both|either|all)(?: \w+)? (?:part(?:y|ies)|governments?|sides?|countr(?:y|ies)|ministr(?:y|ies)|authorities)"
        r" (?:is|are) (?:obliged|bound|obligated|required) to\b",
    ),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:approved|endorsed|authorized|approve|approves) (?:the )?(?:joint )?"
        r"(?:creation|establishment|launch|opening|formation|start|extension) of\b",
    ),
    (INSTRUCTED, 2, r"\b(?:gave|have given|issued|gives|give) (?:\w+ )?instructions (?:to|for|that)\b"),
    (INTEND, 2, r"\b(?:expressed|announced|communicated|confirmed) (?:their|its|the) (?:\w+ )?decision to\b"),
    (AGREED, 2, r"\bstands? by (?:its|their|our|the) (?:pledge|commitment|promise|offer) to\b"),
    (
        AGREED,
        2,
        r"\b(?:have |has )?(?:fixed|set) (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2})(?:,? \d{4})? (?:for|as)\b",
    ),
    (AGREED, 2, r"\b(?:opted|chose|chosen|elected) to\b"),
    (
        AGREED,
        2,
        r"\b(?:gave|give|gives) (?:the|their|its) (?:green light|go-ahead|approval|consent) (?:to|for)\b",
    ),
    (AGREED, 2, r"\b(?:gave|give|set) (?:[\w'\u2019-]+ ){1,4}?until\b"),
    (INSTRUCTED, 2, r"\b(?:left it to|leave it to|it is left to) [^.;]{3,60}? to\b"),
    (AGREED, 2, r"\b(?:lays?|laid|falls?|rests?) (?:it )?(?:upon|on|to|with) the [^.;]{3,60}? the task of\b"),
    (
        AGREED,
        2,
        r"^(?:and )?(?:(?:their|our|its|an?|the) )?(?:\w+ )?(?:decision|agreement|commitment|pledge|undertaking|intention|resolve|determination) to (?!be\b)\w+",
    ),
    (AGREED, 2, r"\bthere (?:shall|will) be (?:established|created|set up|formed|constituted)\b"),
    (AGREED, 2, rf"^(?:action(?: item| point)?s?|follow-?up|agreed|to do|next steps?|decision){_TASK}"),
    (AGREED, 2, r"\b(?:decided|opted|came out|spoke out) in favou?r of\b"),
    (
        AGREED,
        2,
        r"\b(?:accepts?|accepted|assumes?|assumed|takes? on|took on) (?:the|an|its|their) (?:\w+ )?(?:obligation|duty|task|responsibility) (?:to|of|for)\b",
    ),
    (AGREED, 2, r"\b(?:binds?|bound|obliges?|obliged) (?:themselves|itself|ourselves) to\b"),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:endorse[sd]?|approve[sd]?|adopt(?:s|ed)?|accept(?:s|ed)?) (?:the |a )?(?:[\w'\u2019-]+ ){0,4}?(?:recommendations?|proposals?|suggestions?|(?:joint )?(?:plan|initiative))\b"
        r"[^.;]{0,60}? (?:that|to)\b",
    ),
    (
        INSTRUCTED,
        2,
        rf"\bcall(?:s|ed)? for (?:an? )?(?:\w+ ){{0,3}}?(?:meeting|session|workshop|{_PAPER})\b(?:[^.;]{{0,30}} to be (?:held|convened|prepared|made|drafted|published)| by )",
    ),
    (
        INSTRUCTED,
        2,
        rf"(?<!had )\b(?:mandate[sd]?|commission(?:s|ed)?|order(?:s|ed)?|requisition(?:s|ed)?) (?:an? |the preparation of )(?:\w+ ){{0,2}}?{_PAPER}\b",
    ),
    (
        INSTRUCTED,
        2,
        r"^to (?:request|instruct|direct|task|ask|charge|entrust|mandate|invite) (?:the|our|their|its|both)\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:fixed|fixes|set|sets|scheduled|schedules) (?:its|their|the|our) (?:next |following |\w+ ){0,2}(?:meeting|session|round|conference|summit|review) (?:for|on|in)\b",
    ),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:extend(?:s|ed)?|prolong(?:s|ed)?|renew(?:s|ed)?) (?:the|its|their|this) [^.;]{3,60}? (?:until|to|through|for) (?:\w+ )?(?:20\d\d|\w+ years?\b|\w+ months\b)",
    ),
    (AGREED, 2, r"\bconfirm(?:s|ed)? the (?:appointment|date|venue|designation) of\b"),
    (
        ANNOUNCED,
        2,
        r"\bannounce(?:s|d)? (?:that )?(?:it|they|we|[A-Z][\w ]{2,30}) (?:is|are|was|were) (?:\w+ly )?(?!being)\w{4,}ing\b",
    ),
    (AGREED, 2, r"\b(?:settled|decided) (?:up)?on [A-Z][\w ]{2,40} as\b"),
    (
        AGREED,
        2,
        r"\b(?:will|shall) (?:have its (?:seat|headquarters)|be (?:based|headquartered|seated|located)) (?:in|at)\b",
    ),
    (TO_BE_DONE, 2, r"\b(?:will|shall) run (?:from|until|through|for)\b"),
    (AGREED, 2, r"\b(?:consent|approval|authorization) (?:was|has been|is) (?:also )?given (?:to|for)\b"),
    (AGREED, 2, r"\baccept(?:s|ed)? (?:[\w'\u2019]+ ){1,3}?invitation to (?!visit|attend|travel)\w+"),
    (
        AGREED,
        2,
        r"^an? [^.;]{3,80}? (?:is|are) (?:hereby )?(?:established|created|set up|constituted|instituted|launched|formed)\b",
    ),
    (
        ANNOUNCED,
        2,
        r"\b(?:pleased|proud|happy|delighted|glad|honou?red) to (?:announce|launch|establish|confirm|introduce) (?!that\b)\S",
    ),
    (AGREED, 2, r"^(?:the |our )?(?:agreed )?next steps (?:are|include|will be)\b"),
    (
        ANNOUNCED,
        2,
        r"\bconfirm(?:s|ed)? (?:an?|the|its|their) (?:\w+ ){0,2}?(?:loan|grant|contribution|credit|allocation|investment|donation|financing) of\b",
    ),
)
