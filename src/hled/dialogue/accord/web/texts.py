"""Joint texts in force, for everybody."""

from django.http import HttpRequest, HttpResponse

from hled.dialogue.accord.domain.texts.forms import form_of
from hled.dialogue.accord.queries.acts import signers
from hled.dialogue.accord.queries.register import entry, envelope_of
from hled.dialogue.accord.queries.texts.agreed import compared, one_text, titles_of, version_by
from hled.dialogue.accord.queries.texts.agreed import texts as in_force
from hled.dialogue.accord.subjects import address_of
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD


@does(READ_RECORD)
def texts(request: HttpRequest) -> HttpResponse:
    found = in_force(asked_of(request).as_of)
    return show(request, "accord/texts.html", {"texts": [(each[-1], len(each)) for each in found]})


@does(READ_RECORD)
def text(request: HttpRequest, subject: str) -> HttpResponse:
    found = one_text(subject, asked_of(request).as_of)
    version = version_by(found, request.GET.get("act", "")[:64])
    old, _, changes = compared(found, request.GET.get("earlier", "")[:64], version.act.digest)
    occasion = version.act.occasion or ""
    titles = titles_of([subject, occasion])
    return show(
        request,
        "accord/text.html",
        {
            "subject": subject,
            "title": titles.get(subject),
            "form": form_of(version.act.kind),
            "page": address_of(version.act.kind, subject),
            "decided": titles.get(occasion),
            "signers": signers(list(envelope_of(entry(version.sequence)).signatures)),
            "fields": sorted(version.text.fields.items()),
            "version": version,
            "versions": tuple(reversed(found)),
            "words": version.text.words,
            "old": old,
            "changes": changes,
        },
    )
