"""Samples of a demonstration sign with key files of their own, and nobody else is given one."""

import pytest
from tests.dialogue.delegations.making_people import officer

from hled.dialogue.accord.models import Credential, Entry
from hled.dialogue.accord.services.samples import make_sample_keys, passphrase_file
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.samples import make_samples
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(bundled, empty_register, tmp_path):
    file = tmp_path / "samples.json"
    make_samples(file=file, allowed=True, at=bundled)
    return file


def made(file, today, *, allowed: bool = True):
    return make_sample_keys(home=file.parent, samples=file, allowed=allowed, at=today)


def test_an_administrator_and_a_signing_officer_of_each_party_are_enrolled_once(file, bundled):
    first, again = made(file, bundled), made(file, bundled)

    assert first == again
    assert [(each.party, each.role, each.waits) for each in first] == [
        (party, role, None)
        for party in ("US", "MX")
        for role in (Role.PARTY_ADMINISTRATOR, Role.SIGNING_OFFICER)
    ]
    assert Credential.objects.count() == Entry.objects.count() == 4
    assert Credential.objects.filter(bootstrap=True).count() == 2
    assert all(each.file.stat().st_mode & 0o077 == 0 for each in first)
    assert passphrase_file(file.parent).stat().st_mode & 0o077 == 0
    assert b"ENCRYPTED" in first[0].file.read_bytes()


def test_si_04_where_the_site_serves_others_no_key_is_made(file, bundled):
    with pytest.raises(BrokenRuleError) as refused:
        made(file, bundled, allowed=False)

    assert refused.value.findings[0].rule.code == "SI-04"
    assert not Credential.objects.exists()
    assert not (file.parent / "sample-keys").exists()


def test_si_04_somebody_who_is_no_sample_is_given_no_key(file, bundled):
    Person.objects.filter(email__startswith="signing-officer.mx").update(is_sample=False)

    with pytest.raises(BrokenRuleError) as refused:
        made(file, bundled)

    assert refused.value.findings[0].rule.code == "SI-04"
    assert not Credential.objects.filter(party="MX", role=Role.SIGNING_OFFICER).exists()


def test_si_04_without_samples_there_is_nothing_to_enroll(bundled, empty_register, tmp_path):
    officer("US", Role.PARTY_ADMINISTRATOR)

    with pytest.raises(BrokenRuleError) as refused:
        made(tmp_path / "samples.json", bundled)

    assert refused.value.findings[0].rule.code == "SI-04"
    assert not Credential.objects.exists()
