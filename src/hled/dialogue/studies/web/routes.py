from django.urls import path

from hled.dialogue.studies.web import (
    calling,
    complexity,
    keeping,
    pages,
    product,
    product_lists,
    questions,
    screen,
    structure,
    terms,
)

urlpatterns = [
    path("studies/", pages.index, name="studies"),
    path("studies/dependence/", questions.dependence, name="dependence"),
    path("studies/through/", questions.through, name="through"),
    path("studies/pair/", questions.pair, name="pair"),
    path("studies/corridor/", questions.corridor, name="corridor"),
    path("studies/exports/", questions.exports, name="exports"),
    path("studies/terms/", terms.terms, name="terms"),
    path("studies/sweep/", structure.sweep, name="sweep"),
    path("studies/structure/", structure.structure, name="structure"),
    path("studies/product/", product.product, name="product"),
    path("studies/screen/", screen.screen, name="screen"),
    path("studies/complexity/", complexity.complexity, name="complexity"),
    path("studies/lists/", product_lists.every, name="product-lists"),
    path("studies/lists/<str:id>/", product_lists.one, name="product-list"),
    path("studies/verification/", pages.verification, name="verification"),
    path("studies/keep/<str:kind>/", keeping.keep, name="study-keep"),
    path("studies/<str:id>/agenda/", keeping.send, name="study-send"),
    path("studies/<str:id>/call/", calling.call, name="study-call"),
    path("studies/<str:id>/", pages.study, name="study"),
]
