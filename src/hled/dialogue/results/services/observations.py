"""Take observations of indicators into the store."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from hled.dialogue.chronicle.models import Entry
from hled.dialogue.chronicle.services import bump_revision, open_entry
from hled.dialogue.results.domain.indicators import INDICATORS, Definition
from hled.dialogue.results.models import Observation, Series
from hled.kernel.digest import sha256_of
from hled.sources.catalogue import DATASETS
from hled.sources.observed import Observed
from hled.sources.series import read

DIGITS = Decimal("0.00000001")


def load_bundled_observations(*, at: datetime, told: Callable[[str], None] = lambda step: None) -> int:
    """
    Load the bundled data of every indicator that the store lacks or has in another state.

    Returns
    -------
    int
        How many series were loaded; 0 when all stood already.
    """
    standing = set(
        Series.objects.filter(retired_at__isnull=True).values_list("indicator", "version", "digest")
    )
    loaded = 0
    for definition in INDICATORS.values():
        digest = bundled_digest(definition)
        if (definition.code, definition.version, digest) in standing:
            continue
        told(definition.code)
        load_observations(
            definition,
            read(definition.series).observations,
            at=at,
            vintage=" + ".join(definition.datasets),
            digest=digest,
        )
        loaded += 1
    return loaded


@transaction.atomic
def load_observations(
    definition: Definition, observations: Iterable[Observed], *, at: datetime, vintage: str, digest: str
) -> Series:
    """Add a vintage of an indicator; the one before is retired and stays."""
    entry = open_entry(kind=Entry.Kind.DATA_LOAD, at=at, source=f"{definition.code} {vintage}", digest=digest)
    Series.objects.filter(indicator=definition.code, retired_at__isnull=True).update(retired_at=at)
    series = Series.objects.create(
        indicator=definition.code, version=definition.version, vintage=vintage, digest=digest, entered_at=at
    )
    rows = Observation.objects.bulk_create(
        (
            Observation(
                series=series,
                place=each.place,
                breakdown=each.breakdown,
                period_start=each.period_start,
                period_end=each.period_end,
                value=_stored(each.value),
                numerator=_stored(each.numerator),
                denominator=_stored(each.denominator),
                public_on=definition.public_from(each.period_end),
            )
            for each in observations
        ),
        batch_size=2000,
    )
    entry.counts = {definition.code: [len(rows), 0, 0]}
    entry.save()
    bump_revision()
    return series


def _stored(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(DIGITS)


def bundled_digest(definition: Definition) -> str:
    """What the stored figures depend on: the meaning, the lag and the bundled files."""
    return sha256_of(
        {
            "meaning": definition.digest,
            "lag_days": definition.lag_days,
            "files": {
                id: {file.name: file.sha256 for file in DATASETS[id].files} for id in definition.datasets
            },
        }
    )
