"""Keep the answer on a page as a study, and send a study to the agenda."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.studies.permissions import KEEP_STUDY
from hled.dialogue.studies.queries.answering import question_of
from hled.dialogue.studies.services.keeping import keep_study, send_to_agenda
from hled.dialogue.studies.web.asking import HOME
from hled.interfaces.acting import does
from hled.interfaces.asked import now
from hled.kernel.action import Whose


@does(KEEP_STUDY, on=Whose.JOINT)
def keep(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask the question of the form again, which finds what was found, and keep it; a study that stands stays as it is."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    known = {each.name for each in question_of(kind).parameters}
    given = {name: str(value) for name, value in request.POST.items() if name in known}
    study = keep_study(kind=kind, given=given, home=HOME, at=now())
    return HttpResponseRedirect(reverse("study", args=[study.id]))


@does(KEEP_STUDY, on=Whose.JOINT)
def send(request: HttpRequest, id: str) -> HttpResponse:
    """Put what a study found before the next meeting, in the name of whoever sends it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    send_to_agenda(id=id, by=person_of(request).name, at=now())
    return HttpResponseRedirect(f"{reverse('study', args=[id])}#next")
