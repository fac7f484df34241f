"""Joint texts for tests, and strategies that draw them."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from hled.dialogue.accord.domain.texts.segments import Bracket, JointText, Segment, SegmentKind, Side
from hled.kernel.bilingual import Language
from hled.kernel.party import Party

EN, ES = Language.EN, Language.ES
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def segment(id: str, english: str = "", spanish: str = "", **more) -> Segment:
    return Segment(id, SegmentKind.PARAGRAPH, Side(english, 1, 1), Side(spanish, 1, 1), **more)


def joint(*segments: Segment, **more) -> JointText:
    return JointText(segments, **more)


PORTS = joint(
    segment("a", "The Parties modernize ports of entry.", "Las Partes modernizan los puertos de entrada."),
    segment("b", "They report each year.", "Informan cada año."),
    segment("c", "This text enters into force today.", "Este texto entra en vigor hoy."),
)

words = st.lists(
    st.sampled_from(
        [
            "the",
            "Parties",
            "shall",
            "should",
            "report",
            "each",
            "year",
            "on",
            "ports",
            "año",
            "informan",
            "vigor",
            ",",
            ".",
        ]
    ),
    max_size=6,
).map(" ".join)


@st.composite
def texts(draw, ids="abcdef", least=0):
    chosen = draw(st.lists(st.sampled_from(list(ids)), unique=True, min_size=least))
    made = [
        Segment(
            id,
            SegmentKind.PARAGRAPH,
            Side(draw(words), draw(st.integers(1, 3)), draw(st.integers(1, 3))),
            Side(draw(words), draw(st.integers(1, 3)), draw(st.integers(1, 3))),
        )
        for id in chosen
    ]
    fields = draw(
        st.dictionaries(st.sampled_from(["due", "lead", "about"]), st.sampled_from(["x", "y", "z"]))
    )
    return JointText(tuple(made), fields)


@st.composite
def amended(draw, base, *, new, least=0):
    """A text that came of another by edits; `new` are the identities that this editor may add."""
    stay = [each for each in base.segments if draw(st.integers(0, 5))]
    made = []
    for each in stay:
        sides = {}
        for language, name in ((EN, "english"), (ES, "spanish")):
            if not draw(st.integers(0, 3)):
                side = each.side(language)
                said = draw(words)
                if said != side.text:
                    sides[name] = Side(said, side.version + 1, each.side(language.other).version)
        made.append(replace(each, **sides))
    for id in new:
        if draw(st.booleans()):
            made.insert(
                draw(st.integers(0, len(made))),
                segment(id, draw(words), draw(words)),
            )
    if not draw(st.integers(0, 4)):
        made = draw(st.permutations(made))
    fields = dict(base.fields)
    if draw(st.booleans()):
        fields[draw(st.sampled_from(["due", "lead", "about"]))] = draw(st.sampled_from(["x", "y", "z"]))
    return JointText(tuple(made), fields)


def owned(words_: str, segment_: str = "a", language: Language = EN, **more) -> Bracket:
    return Bracket(
        more.pop("id", words_), segment_, language, words_, more.pop("owner", Party.MX), "cost", NOON, **more
    )
