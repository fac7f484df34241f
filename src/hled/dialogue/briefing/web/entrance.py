from django.urls import path

from hled.dialogue.briefing.web.frame_pages import entrance

urlpatterns = [path("", entrance, name="entrance")]
