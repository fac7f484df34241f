from django.urls import path

from hled.dialogue.results.web import agencies, commitments, documents, indicators, proposing

urlpatterns = [
    path("plan/propose/target/<str:code>/", proposing.target, name="propose-target"),
    path("plan/propose/rulebook/", proposing.rulebook, name="propose-rulebook"),
    path("commitments/<str:id>/", commitments.commitment, name="commitment"),
    path("pillars/<str:id>/", commitments.pillar, name="pillar"),
    path("documents/", documents.documents, name="documents"),
    path("documents/<str:id>/", documents.document, name="document"),
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/<str:id>/", agencies.agency, name="agency"),
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators/<str:code>/", indicators.indicator, name="indicator"),
    path("map/", indicators.state_map, name="map"),
]
