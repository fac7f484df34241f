"""The lists of products as pages, with reasons and citations."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse

from hled.dialogue.studies.queries.answers.lists import list_answer, lists_answer
from hled.dialogue.studies.web.asking import HOME
from hled.interfaces.acting import does
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD


@does(READ_RECORD)
def every(request: HttpRequest) -> HttpResponse:
    return show(request, "studies/lists.html", {"lists": lists_answer(HOME).items})


@does(READ_RECORD)
def one(request: HttpRequest, id: str) -> HttpResponse:
    """
    Raises
    ------
    NotFoundError
        SC-09, when there is no such list.
    """
    answer = list_answer(id, HOME)
    head = answer.extras["list"]
    place = {each["id"]: at for at, each in enumerate(head["stages"])}
    products = sorted(answer.items, key=lambda each: place[each["stage"]])
    stages = [(stage, [*found]) for stage, found in groupby(products, key=lambda each: each["stage"])]
    return show(request, "studies/list.html", {"list": head, "stages": stages})
