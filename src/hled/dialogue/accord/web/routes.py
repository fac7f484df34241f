from django.urls import path

from hled.dialogue.accord.web import acts, editor, keys, proposals, register, steps, texts

_ONE = "accord/proposals/<int:proposal>"
_ACT = "accord/acts/<str:digest>"

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
    path("accord/acts/", acts.acts, name="acts"),
    path(f"{_ACT}/", acts.act, name="act"),
    path(f"{_ACT}/act.json", acts.saved, name="act-file"),
    path(f"{_ACT}/sign/", acts.signed, name="act-sign"),
    path(f"{_ACT}/sign-credential/", acts.signed_by_administrator, name="act-sign-credential"),
    path(f"{_ACT}/hold/", acts.held, name="act-hold"),
    path(f"{_ACT}/object/", acts.objected, name="act-object"),
    path("accord/keys/", keys.keys, name="keys"),
    path("accord/keys/passkey/", keys.passkey, name="keys-passkey"),
    path("accord/keys/public-key/", keys.public_key, name="keys-public"),
    path("accord/keys/<str:credential>/revoke/", keys.revoked, name="keys-revoke"),
    path("register/", register.register, name="register"),
    path("register/credentials/", register.credentials, name="credentials"),
    path("register/consistency.json", register.consistency, name="register-consistency"),
    path("register/checkpoint.txt", register.note, name="register-checkpoint"),
    path("register/edition.zip", register.edition, name="register-edition"),
    path("register/<int:sequence>/", register.entry, name="register-entry"),
    path("register/<int:sequence>/proof.json", register.proof, name="register-proof"),
]
