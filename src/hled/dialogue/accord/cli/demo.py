"""Commands for a demonstration: ``hled demo keys``."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console

from hled.dialogue.accord.queries.answers import SAMPLE_KEYS
from hled.dialogue.accord.services.samples import SampleKey, make_sample_keys, passphrase_file
from hled.dialogue.delegations.cli.demo import demo
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import desk, language, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph


@demo.command(
    "keys",
    help=_("Make key files for the samples that sign, and enroll them: for a visitor without a passkey."),
    epilog=example("hled demo keys"),
)
def keys(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    made = make_sample_keys(
        home=desk().home, samples=settings.SAMPLES_FILE, allowed=settings.SAMPLES_MAY_SIGN_IN, at=now()
    )
    answer = Answer(SAMPLE_KEYS, {}, [_item(each) for each in made])
    show(answer, format, lambda console: _draw(console, made))


def _item(each: SampleKey) -> dict[str, object]:
    return {
        "party": each.party,
        "role": each.role,
        "email": each.email,
        "file": str(each.file),
        "passphrase_file": str(passphrase_file(desk().home)),
        "credential": each.credential,
        "waits": each.waits,
    }


def _draw(console: Console, made: Sequence[SampleKey]) -> None:
    heading(console, _("Key files of the samples"), str(len(made)))
    table = grid(
        (_("Party"), {"width": 6}),
        (_("Role"), {"ratio": 1}),
        (_("File"), {"ratio": 3}),
        (_("State"), {"no_wrap": True}),
    )
    for each in made:
        role, state = each.role.label.in_language(language()), _("waits") if each.waits else _("enrolled")
        table.add_row(each.party, role, str(each.file), state)
    console.print(table)
    pairs(console, [(_("Passphrase"), str(passphrase_file(desk().home)))])
    signing = made[-1].file
    said = {"key": signing, "phrase": passphrase_file(desk().home)}
    paragraph(
        console,
        _("Sign as one of them: hled act sign DIGEST --key %(key)s --passphrase-file %(phrase)s") % said,
    )
    if any(each.waits for each in made):
        paragraph(console, _("What waits is signed by the administrator's passkey, on the site."))
