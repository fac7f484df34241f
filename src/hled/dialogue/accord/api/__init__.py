"""Endpoints of the room: joint texts in force, the register and its proofs."""

from ninja import Router

from hled.dialogue.accord.api.register import router as of_register
from hled.dialogue.accord.api.texts import router as of_texts

router = Router(tags=["accord"])
router.add_router("", of_texts)
router.add_router("", of_register)
