"""Themes and calls that are about a commitment or a pillar, for the pages of these."""

from collections.abc import Iterator

from hled.dialogue.docket.queries.calls import calls_known
from hled.dialogue.docket.queries.themes import theme_lines
from hled.interfaces.asked import Asked
from hled.interfaces.mentions import Mention
from hled.kernel.bilingual import Bilingual

_THEME = Bilingual("Theme of the docket", "Tema del buzón")
_CALL = Bilingual("Call for input", "Convocatoria")
_SPOKE = Bilingual("submissions: {n}", "aportaciones: {n}")
_UNTIL = Bilingual("until {day}", "hasta el {day}")


def mentioned(kind: str, id: str, asked: Asked) -> Iterator[Mention]:
    if kind not in ("pillar", "commitment"):
        return
    for row in calls_known(asked).filter(scope=kind, scope_id=id):
        note = _UNTIL.format(day=row.closes_on.isoformat()) if row.closes_on else Bilingual("", "")
        title = Bilingual(row.title_en, row.title_es)
        yield Mention(_CALL, row.code, title, note, f"docket/calls/{row.code}/")
    lines = theme_lines(asked, pillar=id) if kind == "pillar" else theme_lines(asked, commitment=id)
    for line in lines:
        note = _SPOKE.format(n=f"{line.submissions:,}")
        yield Mention(_THEME, line.code, line.title, note, f"docket/themes/{line.code}/")
