"""The connector asks for totals only, keeps what is complete, and says clearly when there is no key or no answer."""

import pandas as pd
import pytest
from tests.sources.trade.files import COMTRADE_HEADER, comtrade_row

from hled.kernel.rule import BrokenRuleError, WorldError
from hled.sources.trade import fetching, market
from hled.sources.trade.fetching import fetch_trade

KEY = "0123456789abcdef"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


class Service:
    """Answers as the service does, and remembers what it was asked."""

    def __init__(self, *rows):
        self.rows, self.asked = rows, []

    def __call__(self, key, **asked):
        self.asked.append((key, asked))
        return pd.DataFrame(
            [row for row in self.rows if row[5] == int(asked["period"])], columns=COMTRADE_HEADER
        )


def fetch(home, client, **options):
    asked = {"key": KEY, "home": home, "reporters": ["USA"], "years": [2023], "client": client}
    return fetch_trade(**{**asked, **options})


def codes(call):
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return [each.rule.code for each in refusal.value.findings]


def test_answers_become_a_table(home):
    service = Service(
        comtrade_row(842, 484, "870323", 100.5), comtrade_row(842, 484, "870323", 90.0, period=2022)
    )
    heard = []

    entry, findings = fetch(home, service, years=[2022, 2023], progress=heard.append)

    assert (entry.id, entry.years) == ("comtrade-usa-2022-2023", (2022, 2023))
    assert market(entry.id, home=home).values.tolist() == [[100.5]]
    assert [each.rule.code for each in findings] == ["TR-04"]
    assert heard[:2] == ["USA 2022: 1", "USA 2023: 1"]


def test_totals_are_asked_for_with_the_number_of_the_reporter(home):
    service = Service(comtrade_row(842, 484, "870323", 100))

    fetch(home, service, flows=["M", "X"])

    key, asked = service.asked[0]
    assert key == KEY
    assert {
        each: asked[each]
        for each in ("reporterCode", "cmdCode", "flowCode", "motCode", "customsCode", "partner2Code")
    } == {
        "reporterCode": "842",
        "cmdCode": "AG6",
        "flowCode": "M,X",
        "motCode": "0",
        "customsCode": "C00",
        "partner2Code": "0",
    }


def test_tr_20_without_a_key_nothing_is_asked(home):
    service = Service()

    assert codes(lambda: fetch(home, service, key="")) == ["TR-20"]
    assert service.asked == []


def test_all_that_is_wrong_with_a_question_is_said_at_once(home):
    assert codes(
        lambda: fetch(home, Service(), key="", reporters=["UAS", "XKX"], flows=["Z"], level=8, years=[])
    ) == ["TR-15", "TR-12", "TR-16", "TR-17", "TR-20"]


def test_no_answer_is_an_error_of_the_world_that_does_not_show_the_key(home):
    def refuse(key, **asked):
        print(f"Access denied due to invalid subscription key {key}.")

    with pytest.raises(WorldError, match="Access denied") as refusal:
        fetch(home, refuse)

    assert refusal.value.again
    assert KEY not in refusal.value.says.en + refusal.value.says.es


def test_an_exception_of_the_package_is_an_error_of_the_world(home):
    def fail(key, **asked):
        raise ConnectionError("no route")

    with pytest.raises(WorldError, match="no route"):
        fetch(home, fail)


def test_tr_21_an_answer_that_was_cut_is_not_kept(home, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_RECORDS", 1)

    assert codes(lambda: fetch(home, Service(comtrade_row(842, 484, "870323", 1)))) == ["TR-21"]
    assert not (home / "trade").exists()


def test_tr_16_an_empty_answer_is_refused(home):
    assert codes(lambda: fetch(home, Service())) == ["TR-16"]
