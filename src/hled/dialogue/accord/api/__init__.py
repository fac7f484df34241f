"""Endpoints of the room: joint texts in force."""

from ninja import Router

from hled.dialogue.accord.api.texts import router as of_texts

router = Router(tags=["accord"])
router.add_router("", of_texts)
