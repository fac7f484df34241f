"""What a reader asks of every page, endpoint and command: as known on which day, as recorded by when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, declare

EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 12, 31)

AS_01 = declare(
    "AS-01",
    en="A date must be a day of the calendar, written YYYY-MM-DD.",
    es="Una fecha debe ser un día del calendario, escrito AAAA-MM-DD.",
    remedy_en="Write the date like 2023-04-18.",
    remedy_es="Escriba la fecha como 2023-04-18.",
)
AS_02 = declare(
    "AS-02",
    en="A view can be asked for as of 1900-01-01 to 2200-12-31.",
    es="Una vista puede pedirse al día de 1900-01-01 a 2200-12-31.",
    remedy_en="Choose a day within that span; for the present leave the date out.",
    remedy_es="Elija un día dentro de ese intervalo; para el presente, omita la fecha.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    The two time axes of a view.

    Parameters
    ----------
    as_of
        The day as of which facts count as public; today where no date was given.
    dated
        True where a date was given: then undated items are left out.
    recorded_by
        Only what this store knew by the end of that day; None for all it knows.
    today
        The day on which the question is asked.
    """

    as_of: date
    dated: bool
    recorded_by: datetime | None
    today: date

    @property
    def undated(self) -> bool:
        """Whether undated items appear, marked as such."""
        return not self.dated

    @property
    def in_future(self) -> bool:
        return self.as_of > self.today

    def as_json(self) -> dict[str, object]:
        return {
            "as_of": self.as_of.isoformat(),
            "dated": self.dated,
            "recorded_by": self.recorded_by.date().isoformat() if self.recorded_by else None,
        }


def today() -> date:
    """The current day, UTC. Read the clock here and nowhere else in a view."""
    return datetime.now(UTC).date()


def now() -> datetime:
    return datetime.now(UTC)


def ask(as_of: str | None = None, recorded_by: str | None = None) -> Asked:
    """
    Read the two dates of a view.

    Raises
    ------
    BrokenRuleError
        AS-01 and AS-02, for both dates together.
    """
    findings: list[Finding] = []
    day = _read("as_of", as_of, findings)
    known = _read("recorded_by", recorded_by, findings)
    if findings:
        raise BrokenRuleError(findings)
    present = today()
    end = datetime.combine(known + timedelta(days=1), time(), UTC) if known else None
    return Asked(
        as_of=day or present,
        dated=day is not None,
        recorded_by=end - timedelta(microseconds=1) if end else None,
        today=present,
    )


def _read(name: str, text: str | None, findings: list[Finding]) -> date | None:
    if text is None or text == "":
        return None
    try:
        day = datetime.strptime(text.strip(), "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        shown = text.strip()[:40]
        findings.append(Finding(AS_01, name, Bilingual(f"“{shown}”", f"«{shown}»")))
        return None
    if not EARLIEST <= day <= LATEST:
        findings.append(Finding(AS_02, name, day.isoformat()))
        return None
    return day


def read_day(place: str, written: str) -> date:
    """
    The day in a box of a form.

    Raises
    ------
    BrokenRuleError
        AS-01, when it is no day.
    """
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BrokenRuleError([Finding(AS_01, place, written[:40])]) from None


def asked_of(request: HttpRequest) -> Asked:
    """The two time axes that the middleware read from the request."""
    asked: Asked = request.asked  # type: ignore[attr-defined]
    return asked


class AskedMiddleware:
    """Puts `request.asked` on every request; a wrong date is answered by the problem page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        from hled.interfaces.problems import problem_answer

        try:
            request.asked = ask(request.GET.get("as_of"), request.GET.get("recorded_by"))  # type: ignore[attr-defined]
        except BrokenRuleError as error:
            request.asked = ask()  # type: ignore[attr-defined]
            return problem_answer(request, error.findings, status=400)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A broken rule or an unknown identifier is answered by the problem page, never by a trace."""
        from hled.interfaces.problems import broken_rule_answer

        return broken_rule_answer(request, exception) if isinstance(exception, BrokenRuleError) else None
