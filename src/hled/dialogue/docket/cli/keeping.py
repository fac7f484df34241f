"""``hled docket read`` and ``tidy``: what a keeper of the installation does every day."""

from django.utils.translation import gettext as _

from hled.dialogue.docket.models import Attachment
from hled.dialogue.docket.services.attaching import read_waiting
from hled.dialogue.docket.services.entrance import forget_forms
from hled.dialogue.docket.services.filing import erase_due
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import open_store
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import paragraph

AT_ONCE = 20


def read(lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE) -> None:
    open_store()
    count = 0
    with steps(_("Files")) as told:
        while done := read_waiting(most=AT_ONCE):
            count += done
            told(f"{count:,}")
    waiting = Attachment.objects.filter(state="waiting").count()
    answer = Answer("docket-read", {}, [{"files": count, "waiting": waiting}])
    said = _("Files read: %(files)s. Waiting: %(waiting)s.")
    show(answer, format, lambda console: paragraph(console, said % answer.items[0]))


def tidy(lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE) -> None:
    open_store()
    at = now()
    erased, forms = erase_due(at=at), forget_forms(at=at)
    answer = Answer("docket-tidy", {}, [{"erased": erased, "forms": forms}])
    said = _("Personal data erased of %(erased)s submissions; numbers of %(forms)s forms forgotten.")
    show(answer, format, lambda console: paragraph(console, said % answer.items[0]))
