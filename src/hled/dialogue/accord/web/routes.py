from django.urls import path

from hled.dialogue.accord.web import editor, proposals, steps, texts

_ONE = "accord/proposals/<int:proposal>"

urlpatterns = [
    path("texts/", texts.texts, name="texts"),
    path("texts/<path:subject>/", texts.text, name="text"),
    path("accord/", proposals.tasks, name="tasks"),
    path("accord/proposals/", proposals.listed, name="proposals"),
    path("accord/proposals/begin/", steps.begin, name="begin-proposal"),
    path(f"{_ONE}/", proposals.shown, name="proposal"),
    path(f"{_ONE}/difference/", proposals.changed, name="proposal-difference"),
    path(f"{_ONE}/history/", proposals.history, name="proposal-history"),
    path(f"{_ONE}/words/", editor.save, name="proposal-words"),
    path(f"{_ONE}/words/<str:segment>/", editor.save_one, name="proposal-segment"),
    path(f"{_ONE}/terms/", steps.terms, name="proposal-terms"),
    path(f"{_ONE}/table/", steps.tabled, name="proposal-table"),
    path(f"{_ONE}/hand-over/", steps.handed_over, name="proposal-hand-over"),
    path(f"{_ONE}/withdraw/", steps.withdrawn, name="proposal-withdraw"),
    path(f"{_ONE}/certify/", steps.certified, name="proposal-certify"),
    path(f"{_ONE}/renew/", steps.renewed, name="proposal-renew"),
]
