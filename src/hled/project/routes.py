"""Routes of the site, in two languages, and of the API."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from hled.project.api import addresses

urlpatterns = [
    path("api/v1/", addresses()),
    path("", include("hled.dialogue.briefing.web.entrance")),
    *i18n_patterns(
        path("", include("hled.dialogue.briefing.web.routes")),
        path("", include("hled.dialogue.workplan.web.routes")),
        path("", include("hled.dialogue.results.web.routes")),
        path("", include("hled.dialogue.meetings.web.routes")),
        path("", include("hled.dialogue.docket.web.routes")),
        path("", include("hled.dialogue.delegations.web.routes")),
        path("", include("hled.dialogue.studies.web.routes")),
        path("", include("hled.dialogue.accord.web.routes")),
    ),
]

handler400 = "hled.interfaces.problems.bad_request"
handler404 = "hled.interfaces.problems.page_not_found"
handler500 = "hled.interfaces.problems.server_error"
