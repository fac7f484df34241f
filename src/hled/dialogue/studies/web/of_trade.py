"""What pages of questions about trade share: their tables, what their links keep, and what was not computed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.web.asking import HOME
from hled.kernel.bilingual import Bilingual

_NO_WORLD = Bilingual("none: the market itself", "ninguna: el propio mercado")


def of_tables(tables: InstalledTables) -> dict[str, Sequence[tuple[str, Bilingual]]]:
    """Trade tables with imports, and those that may stand for world exports."""
    held = [(each.id, each.title) for each in tables.trade]
    markets = [each for each in held if each[0] in tables.markets()]
    return {"table": markets, "worlds": [("", _NO_WORLD), *held]}


def unusual(found: Answered, names: Collection[str]) -> dict[str, str]:
    """Of some parameters those that another question would not fill in by itself, to be kept in a link to it."""
    usual = {each.name: each.default for each in found.question.parameters}
    usual["table"] = InstalledTables(HOME).newest_market(found.asked["importer"]) or ""
    return {name: value for name, value in found.asked.items() if name in names and value != usual[name]}


CARRIED = ("partner", "external", "importer", "table", "world", "seed")
"""What a page of a product can be asked with too."""


def product_pages(found: Answered) -> Callable[[str], str]:
    """Address of the page of a product or a group of products, asked as this answer was."""
    kept = {name: value for name, value in unusual(found, CARRIED).items() if value}
    return lambda code: f"{reverse('product')}?{urlencode({'code': code, **kept})}"


def not_computed(more: Mapping[str, Any]) -> dict[str, Bilingual]:
    """Figure -> why it is computable of no product, with the table that it needs."""
    return {each["code"]: Bilingual(each["says_en"], each["says_es"]) for each in more["lacking"]}
