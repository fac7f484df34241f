"""Rules of questions to a Leontief system."""

from hled.kernel.rule import Severity, declare

IO_41 = declare(
    "IO-41",
    en="Output less net additions to inventories is positive.",
    es="La producción menos las adiciones netas a existencias es positiva.",
    remedy_en="The correction has no meaning for such an industry; aggregate it or ask without the inventory correction.",
    remedy_es="La corrección no tiene sentido para esa industria; agréguela o pida el cálculo sin corrección de existencias.",
    source="Antràs & Chor (2018), On the measurement of upstreamness and downstreamness in global value chains",
)
IO_42 = declare(
    "IO-42",
    en="What an industry reports in an account is laid on its output.",
    es="Lo que una industria informa en una cuenta se asigna a su producción.",
    remedy_en="The industry reports an amount and has no output; the amount is named apart and is in no footprint.",
    remedy_es="La industria informa un monto y no tiene producción; el monto se indica aparte y no está en ninguna huella.",
    severity=Severity.WARNING,
)
