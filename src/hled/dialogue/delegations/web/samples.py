"""The samples of a demonstration on the page for signing in."""

from django.conf import settings

from hled.dialogue.delegations.domain.samples import Sample
from hled.dialogue.delegations.services.samples import read_samples


def samples_shown() -> list[Sample]:
    """How to sign in as each sample; nothing where the site serves others."""
    return read_samples(settings.SAMPLES_FILE) if settings.SAMPLES_MAY_SIGN_IN else []
