"""What could be done about a product or a group of products: a written diagnosis by rule, with the numbers that led to it."""

from collections.abc import Callable
from dataclasses import dataclass

from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

OWN_SHARE = 0.6
"""From this share of the market on, the partner is the main supplier already."""
EXTERNAL_SHARE = 0.25
"""Below this share from outside the bloc there is little to replace."""
LOW_NEED = 1 / 3
"""Below this place among all products (0 to 1), dependency is no reason to act."""
NEAR = 2 / 3
"""From this place among all products (0 to 1) on, what the partner makes is close."""
ADVANTAGE = 1.0
"""Balassa's index from which a capability counts as shown."""
DUTY_PAID = 0.01
"""Observed duty of the partner from which a barrier at the border counts: free trade would leave next to nothing."""


@dataclass(frozen=True, slots=True)
class Profile:
    """
    The numbers of one product or group on which its diagnosis rests.

    Attributes
    ----------
    need, nearness
        Place among all products of the screen by the pillar of dependency and by density, 0 to 1.
    external_share, partner_share, foremost_share
        Of the market: from outside the bloc, from the partner, and from the largest external supplier.
    foremost
        Name of that supplier.
    advantage
        Balassa's index of the partner in this market.
    duty_paid
        Observed duty of the partner over its value; None where it sells nothing.
    """

    need: float
    nearness: float
    external_share: float
    partner_share: float
    foremost_share: float
    foremost: Bilingual
    partner: Bilingual
    advantage: float
    duty_paid: float | None


@dataclass(frozen=True, slots=True)
class ActionArea:
    """
    One kind of diagnosis.

    Parameters
    ----------
    when
        The rule in words, with its numbers.
    """

    code: str
    title: Bilingual
    when: Bilingual
    holds: Callable[[Profile], bool]
    says: Bilingual


def diagnose(profile: Profile) -> tuple[ActionArea, Bilingual]:
    """The first action area whose rule holds, and the sentence with the numbers that led to it."""
    area = next(each for each in ACTION_AREAS if each.holds(profile))
    return area, area.says.format(**_words(profile))


def _words(profile: Profile) -> dict[str, str | Bilingual]:
    duty = profile.duty_paid
    return {
        "need": _percent(profile.need),
        "near": _percent(profile.nearness),
        "external": _percent(profile.external_share),
        "own": _percent(profile.partner_share),
        "foremost": profile.foremost,
        "foremost_share": _percent(profile.foremost_share),
        "partner": profile.partner,
        "advantage": f"{profile.advantage:.2f}",
        "duty": "-" if duty is None else formats.share(duty, 1),
    }


def _percent(share: float) -> str:
    return formats.share(share)


ACTION_AREAS: tuple[ActionArea, ...] = (
    ActionArea(
        "hold",
        Bilingual("Nothing to gain", "Nada que ganar"),
        Bilingual(
            f"The partner supplies {OWN_SHARE:.0%} or more, or less than {EXTERNAL_SHARE:.0%} comes from outside the bloc.",
            f"El socio provee {OWN_SHARE:.0%} o más, o menos de {EXTERNAL_SHARE:.0%} viene de fuera del bloque.",
        ),
        lambda each: each.partner_share >= OWN_SHARE or each.external_share < EXTERNAL_SHARE,
        Bilingual(
            "Nothing to gain: {partner} supplies {own}, and {external} comes from outside the bloc.",
            "Nada que ganar: {partner} provee {own} y {external} viene de fuera del bloque.",
        ),
    ),
    ActionArea(
        "leave",
        Bilingual("No dependency to mend", "Sin dependencia que corregir"),
        Bilingual(
            "Dependency stands in the lower third of all products.",
            "La dependencia está en el tercio inferior de todos los productos.",
        ),
        lambda each: each.need < LOW_NEED,
        Bilingual(
            "No dependency to mend: {external} comes from outside, but more dependent than only {need} of the products.",
            "Sin dependencia que corregir: {external} viene de fuera, pero es más dependiente que solo {need} de los productos.",
        ),
    ),
    ActionArea(
        "ease",
        Bilingual("Ease a border or standard barrier", "Aliviar una barrera fronteriza o normativa"),
        Bilingual(
            f"The partner sells it with advantage ({ADVANTAGE:g} or more) and still pays {DUTY_PAID:.0%} or more of duty.",
            f"El socio lo vende con ventaja ({ADVANTAGE:g} o más) y aun así paga {DUTY_PAID:.0%} o más de arancel.",
        ),
        lambda each: each.advantage >= ADVANTAGE and (each.duty_paid or 0.0) >= DUTY_PAID,
        Bilingual(
            "Ease a barrier: {partner} sells it with advantage ({advantage}) and yet paid {duty} of duty, a preference not used or a special tariff; {foremost} holds {foremost_share}.",
            "Aliviar una barrera: {partner} lo vende con ventaja ({advantage}) y aun así pagó {duty} de arancel, una preferencia sin usar o un arancel especial; {foremost} tiene {foremost_share}.",
        ),
    ),
    ActionArea(
        "expand",
        Bilingual("Expand existing supply", "Ampliar el suministro existente"),
        Bilingual(
            f"The partner sells it with advantage ({ADVANTAGE:g} or more).",
            f"El socio lo vende con ventaja ({ADVANTAGE:g} o más).",
        ),
        lambda each: each.advantage >= ADVANTAGE,
        Bilingual(
            "Expand existing supply: {partner} holds {own} with advantage ({advantage}), while {external} comes from outside, {foremost_share} from {foremost}.",
            "Ampliar el suministro existente: {partner} tiene {own} con ventaja ({advantage}), mientras {external} viene de fuera, {foremost_share} de {foremost}.",
        ),
    ),
    ActionArea(
        "build",
        Bilingual("Build capability one step away", "Crear una capacidad que está a un paso"),
        Bilingual(
            "The partner sells it without advantage, and what it does sell is closer to it than to two thirds of the products.",
            "El socio lo vende sin ventaja y lo que sí vende le es más cercano que a dos tercios de los productos.",
        ),
        lambda each: each.nearness >= NEAR,
        Bilingual(
            "Build capability one step away: {partner} holds {own} without advantage ({advantage}), but is closer to it than to {near} of the products; {foremost_share} comes from {foremost}.",
            "Crear una capacidad que está a un paso: {partner} tiene {own} sin ventaja ({advantage}), pero le es más cercano que {near} de los productos; {foremost_share} viene de {foremost}.",
        ),
    ),
    ActionArea(
        "diversify",
        Bilingual("Diversify elsewhere", "Diversificar en otra parte"),
        Bilingual("None of the others.", "Ninguna de las otras."),
        lambda each: True,
        Bilingual(
            "Diversify elsewhere: {external} comes from outside, {foremost_share} from {foremost}, and {partner} is far from making it ({advantage}; closer than to {near} of the products).",
            "Diversificar en otra parte: {external} viene de fuera, {foremost_share} de {foremost}, y {partner} está lejos de hacerlo ({advantage}; más cercano que {near} de los productos).",
        ),
    ),
)
"""In the order in which their rules are tried; the last takes what no other does."""
