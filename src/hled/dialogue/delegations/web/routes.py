from django.urls import include, path

from hled.dialogue.delegations.web import account, pages, people

urlpatterns = [
    path("offices/", pages.offices, name="offices"),
    path("account/", account.account, name="account"),
    path("account/sign-out-everywhere/", account.everywhere, name="sign-out-everywhere"),
    path("account/sessions/<str:session>/end/", account.ended, name="end-session"),
    path("account/notices/", account.notices, name="account-notices"),
    path("welcome/<str:name>/<str:token>/", account.welcome, name="welcome"),
    path("people/", people.people, name="people"),
    path("people/enroll/", people.enrolled, name="enroll"),
    path("people/<int:person>/", people.person, name="person"),
    path("people/<int:person>/appoint/", people.appointed, name="appoint"),
    path("people/<int:person>/terms/<int:term>/end/", people.ended, name="end-term"),
    path("people/<int:person>/new-link/", people.renewed, name="new-link"),
    path("people/<int:person>/access/", people.access, name="access"),
    path("", include("hled.dialogue.delegations.web.entrance")),
]
