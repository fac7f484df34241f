"""Whether a matrix of exports is sound, and a sample of it large enough."""

from collections import Counter

import numpy as np

from hled.economy.complexity.rules import CX_01, CX_02, CX_10
from hled.economy.complexity.sample import Sample
from hled.economy.trade.markets import WorldExports
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require

_FEWEST = 3
_MOST_NAMED = 10
_LEFT = Bilingual(
    "{c} of {of_c} exporters, {p} of {of_p} products; minimums: exports {x}, trade {w}",
    "{c} de {of_c} exportadores, {p} de {of_p} productos; mínimos: exportaciones {x}, comercio {w}",
)


def refuse_unsound(exports: WorldExports) -> None:
    """CX-01 and CX-02, all findings together."""
    X = exports.values
    shape = (len(exports.exporters), len(exports.products))
    twice = _repeated(exports.exporters) + _repeated(exports.products)
    findings = [Finding(CX_02, "labels", each) for each in twice[:_MOST_NAMED]]
    if X.shape != shape:
        findings.append(Finding(CX_02, "values", f"{X.shape}, {shape}"))
    else:
        findings += [
            Finding(CX_01, f"{exports.exporters[c]}, {exports.products[p]}", str(X[c, p]))
            for c, p in np.argwhere(~(np.isfinite(X) & (X >= 0)))[:_MOST_NAMED]
        ]
    if findings:
        raise BrokenRuleError(findings)


def _repeated(codes: tuple[str, ...]) -> list[str]:
    return [code for code, count in Counter(codes).items() if count > 1]


def refuse_small(exporters: int, products: int, sample: Sample, exports: WorldExports) -> None:
    """CX-10 with how many of the table are left by which minimums."""
    found = _LEFT.format(
        c=exporters,
        of_c=len(exports.exporters),
        x=f"{sample.minimum_exports:,.0f}",
        p=products,
        of_p=len(exports.products),
        w=f"{sample.minimum_world_trade:,.0f}",
    )
    require(CX_10, min(exporters, products) >= _FEWEST, place="sample", found=found)
