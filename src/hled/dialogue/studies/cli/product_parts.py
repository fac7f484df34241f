"""The parts of a product on the terminal, each a table or pairs of words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.domain.screening.amounts import money
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number, share
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

ROOMY = 110
"""From this width on tables have all their columns."""
MOST = 12
"""Suppliers, products, states and lines that are drawn; JSON has all."""
FEW = 50
"""Among no more than these, the first 20 and 50 say nothing."""
_NUMERIC: Mapping[str, object] = {"justify": "right", "no_wrap": True}


def draw_product(console: Console, answer: Answer) -> None:
    parts: Sequence[Callable[[Console, Answer], None]] = (
        _draw_suppliers,
        _draw_placed,
        _draw_facts,
        _draw_treatments,
        _draw_products,
        _draw_neighbors,
        _draw_lines,
        _draw_users,
        _draw_states,
        _draw_findings,
    )
    for draw in parts:
        draw(console, answer)
    console.print()
    paragraph(
        console, _("What each figure means and where it comes from: --format json, definitions."), style="dim"
    )


def _part(console: Console, title: str, aside: str = "") -> None:
    console.print()
    heading(console, title, aside)


def _lacking(answer: Answer) -> dict[str, str]:
    """Figure -> why it is computable of no product."""
    return {each["code"]: each[f"says_{language()}"] for each in answer.extras["lacking"]}


def _draw_suppliers(console: Console, answer: Answer) -> None:
    spoken, roomy, lacking = language(), console.width >= ROOMY, _lacking(answer)
    observed = [
        (name, title, write)
        for name, title, write in (
            ("duty", _("Duty"), _share),
            ("tariff_points", _("Change"), _points),
            ("pays", _("In all"), _share),
        )
        if name not in lacking
    ]
    table = grid(
        (_("Supplier"), {"ratio": 3}),
        (_("USD million"), _NUMERIC),
        (_("Share"), _NUMERIC),
        (_("HHI part"), _NUMERIC),
        *((title, _NUMERIC) for _name, title, _write in observed),
        *([(_("Distance, km"), _NUMERIC)] if roomy else []),
    )
    for each in answer.items[:MOST]:
        table.add_row(
            Text(each[f"partner_{spoken}"], style="" if each["external"] else "bold"),
            number(float(each["value"]) / 1e6, 1),
            share(float(each["share"]), 1),
            number(float(each["hhi_part"]), 4),
            *(write(each[name]) for name, _title, write in observed),
            *([_number(each["distance_km"], 0)] if roomy else []),
        )
    console.print(table)
    said = [
        _("Bold: not external."),
        *([_("Duty is observed.")] if "duty" not in lacking else []),
        *([_("The change since 2024 in points is an estimate.")] if "tariff_points" not in lacking else []),
        *([_("What each pays in all is an estimate.")] if "pays" not in lacking else []),
    ]
    _rest(console, len(answer.items), " ".join(said))
    for name, title in (("duty", _("Duty")), ("tariff_points", _("Tariff change since 2024"))):
        if name in lacking:
            paragraph(console, f"{title}: {lacking[name]}", style="dim italic")


def _rest(console: Console, count: int, said: str = "") -> None:
    more = (
        _("%(count)s more: --format json has all.") % {"count": number(count - MOST)} if count > MOST else ""
    )
    if more or said:
        paragraph(console, " ".join(filter(None, (said, more))), style="dim")


def sample_in_words(answer: Answer) -> str:
    """Among whom the capability of the partner is read."""
    sample = answer.extras["sample"]
    exports, trade = (money(float(sample[f"minimum_{each}"])) for each in ("exports", "trade"))
    return _(
        "Capability is read among %(exporters)s of %(of_exporters)s exporters (%(shown)s), those of %(exports)s or more, and %(products)s of %(of_products)s products, those of %(trade)s or more."
    ) % {
        **{name: number(sample[name]) for name in ("exporters", "of_exporters", "products", "of_products")},
        "exports": exports.in_language(language()),
        "trade": trade.in_language(language()),
        "shown": sample[f"shown_{language()}"],
    }


def _draw_placed(console: Console, answer: Answer) -> None:
    spoken, placed = language(), answer.extras["placed"]
    _part(console, _("Diagnosis"))
    paragraph(console, placed[f"says_{spoken}"])
    paragraph(console, sample_in_words(answer), style="dim")
    if placed["rank"] is None:
        return
    paragraph(console, _("Rule: %(rule)s") % {"rule": placed[f"when_{spoken}"]}, style="dim")
    said = _(
        "Rank %(rank)s of %(of)s %(among)s, median %(median)s, %(low)s to %(high)s in 90 %% of the runs."
    ) % {
        **{name: number(placed[name]) for name in ("rank", "of", "median", "low", "high")},
        "among": placed[f"among_{spoken}"],
    }
    first = _("Among the first 20 in %(top20)s, the first 50 in %(top50)s.") % {
        name: share(float(placed[name])) for name in ("top20", "top50")
    }
    paragraph(console, f"{said} {first}" if placed["of"] > FEW else said)


def _draw_facts(console: Console, answer: Answer) -> None:
    spoken = language()
    titles = {each["code"]: each[f"title_{spoken}"] for each in answer.extras["definitions"]}
    _part(console, _("Figures"))
    pairs(
        console,
        [
            (
                titles[each["code"]],
                Text(each[f"says_{spoken}"], style="" if each["computed"] else "dim italic"),
            )
            for each in answer.extras["facts"]
        ],
    )


def _draw_treatments(console: Console, answer: Answer) -> None:
    spoken, extras = language(), answer.extras
    if not extras["treatments"]:
        return
    _part(console, _("Concentration of external suppliers by treatment of the data"))
    pairs(
        console,
        [
            (f"{_number(each['hhi'], 3)}  1/{_number(each['equivalent'], 1)}", each[f"says_{spoken}"])
            for each in extras["treatments"]
        ],
    )
    _part(console, _("Criteria of the European Commission"))
    pairs(
        console,
        [(each["code"], _criterion(each, spoken)) for each in extras["criteria"]],
    )


def _criterion(item: Mapping[str, Any], spoken: str) -> str:
    said = f"{item[f'says_{spoken}']} > {item['threshold']}"
    if not item["computed"]:
        return f"{said}: " + _("not computable: needs %(table)s") % {"table": item[f"needs_{spoken}"]}
    return f"{said}: {_number(item['value'], 3)}, " + (_("holds") if item["holds"] else _("does not hold"))


def _draw_products(console: Console, answer: Answer) -> None:
    spoken, products = language(), answer.extras["products"]
    if not products:
        return
    _part(console, _("Products in it, by rank in the whole screen"), number(len(products)))
    table = grid(
        (_("Rank"), _NUMERIC),
        (_("5–95 %"), _NUMERIC),
        (_("Product"), {"ratio": 4}),
        (_("USD million"), _NUMERIC),
        (_("Main supplier"), {"ratio": 2}),
        (answer.params["partner"], _NUMERIC),
    )
    for each in products[:MOST]:
        table.add_row(
            _rank(each["rank"]),
            "" if each["rank"] is None else f"{number(each['low'])}–{number(each['high'])}",
            _named(each, spoken),
            number(float(each["imports"]) / 1e6, 0),
            f"{each[f'supplier_{spoken}'] or '–'} {_share(each['supplier_share'], 0)}",
            _share(each["partner_share"], 0),
        )
    console.print(table)
    _rest(console, len(products))


def _draw_neighbors(console: Console, answer: Answer) -> None:
    spoken, near = language(), answer.extras["neighborhood"]
    if near is None or not near["neighbors"]:
        return
    _part(console, _("Neighbors in product space"), answer.extras["sample"][f"shown_{spoken}"])
    table = grid(
        (_("Proximity"), _NUMERIC),
        (_("Product"), {"ratio": 4}),
        (_("Balassa, %(partner)s") % {"partner": answer.params["partner"]}, _NUMERIC),
        (_("Rank"), _NUMERIC),
    )
    for each in near["neighbors"]:
        table.add_row(
            number(float(each["proximity"]), 2),
            _named(each, spoken),
            _number(each["advantage"], 2),
            _rank(each["rank"]),
        )
    console.print(table)
    sold = ngettext(
        "%(sold)s partner sells the product itself with advantage.",
        "%(sold)s partners sell the product itself with advantage.",
        near["sold_by"],
    )
    tied = ngettext(
        "%(count)s product is as near as the last one here.",
        "%(count)s products are as near as the last one here.",
        near["tied"],
    )
    said = f"{sold % {'sold': near['sold_by']}} {tied % {'count': number(near['tied'])}}"
    paragraph(console, said, style="dim")


def _draw_lines(console: Console, answer: Answer) -> None:
    lines, partner = answer.extras["lines"], answer.params["partner"]
    dutiable = "duty" not in _lacking(answer)
    if not lines:
        return
    _part(console, _("Finest lines"), _("as customs describe them, in English"))
    table = grid(
        (_("Line"), {"no_wrap": True}),
        (_("Description"), {"ratio": 3}),
        (_("USD million"), _NUMERIC),
        (partner, _NUMERIC),
        *([(_("Duty, %(partner)s") % {"partner": partner}, _NUMERIC)] if dutiable else []),
    )
    for each in lines[:MOST]:
        table.add_row(
            each["code"],
            each["description"] or "–",
            number(float(each["value"]) / 1e6, 1),
            share(float(each["partner_share"]), 1),
            *([_share(each["partner_duty"])] if dutiable else []),
        )
    console.print(table)
    _rest(console, len(lines))


def _draw_users(console: Console, answer: Answer) -> None:
    spoken, extras = language(), answer.extras
    _part(console, _("U.S. industries that use it"), _("output of 2017, jobs of 2025"))
    lacking = _lacking(answer)
    if "users" in lacking:
        paragraph(console, lacking["users"], style="dim italic")
        _draw_makers(console, answer)
        return
    table = grid(
        (_("Industry"), {"ratio": 3}),
        (_("Output, USD million"), _NUMERIC),
        (_("Jobs"), _NUMERIC),
    )
    for each in extras["users"]:
        table.add_row(each[f"name_{spoken}"], _number(each["output"], 0), _number(each["jobs"], 0))
    console.print(table)
    _draw_makers(console, answer)


def _draw_makers(console: Console, answer: Answer) -> None:
    spoken = language()
    makers = "; ".join(
        f"{each[f'name_{spoken}']} {share(float(each['weight']))}"
        for each in answer.extras["makers"]
        if each["classification"] == "BEA"
    )
    paragraph(console, _("Made by: %(makers)s.") % {"makers": makers or "–"})


def _draw_states(console: Console, answer: Answer) -> None:
    spoken, south = language(), answer.extras["southbound"]
    if south is None:
        _part(console, _("Southbound surface trade"))
        paragraph(console, _lacking(answer)["southbound"], style="dim italic")
        return
    sections = "; ".join(f"{each['code']} {each[f'name_{spoken}']}" for each in south["sections"])
    _part(
        console,
        _("Southbound surface trade, %(year)s: Mexican states that receive goods of the section")
        % {"year": south["year"]},
    )
    paragraph(console, sections, style="dim")
    pairs(
        console,
        [
            (
                each["name"],
                f"{money(float(each['value'])).in_language(spoken)}  {share(float(each['share']))}",
            )
            for each in south["states"][:MOST]
        ],
    )
    _rest(console, len(south["states"]))


def _draw_findings(console: Console, answer: Answer) -> None:
    spoken = language()
    _part(console, _("What to know of the data"))
    said = [each.as_json() for each in answer.findings]
    pairs(console, [(each["code"], f"{each['place']}: {each[f'found_{spoken}']}") for each in said])


def _named(item: Mapping[str, Any], spoken: str) -> str:
    """Code and name, cut where it is long."""
    name, most = item[f"name_{spoken}"], 70
    said = name if len(name) <= most else f"{name[: most - 1].rsplit(' ', 1)[0].rstrip(',;')}…"
    return f"{item['code']}  {said}"


def _rank(value: int | None) -> str:
    return "–" if value is None else number(value)


def _share(text: str | None, decimals: int = 1) -> str:
    return "–" if text is None else share(float(text), decimals)


def _points(text: str | None) -> str:
    return "–" if text is None else f"{float(text):+.1f}".replace("-", "−")


def _number(text: str | None, decimals: int) -> str:
    return "–" if text is None else number(float(text), decimals)
