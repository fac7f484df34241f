"""Further conditions of a password, in the form in which Django asks them."""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hled.dialogue.delegations.domain.passwords import FEWEST_BESIDE, beside_field_words, undisguised


class DisguisedPasswordValidator(CommonPasswordValidator):
    """Refuses a common password that was made long by digits, marks or saying it again."""

    def validate(self, password: str, user: object = None) -> None:
        if undisguised(password) in self.passwords:
            raise ValidationError(_("This is a common password with something around it."))

    def get_help_text(self) -> str:
        return _("Digits and marks around a common password do not make it rare.")


class FieldWordsValidator:
    """Refuses what is made of words that everybody here would try first."""

    def validate(self, password: str, user: object = None) -> None:
        if beside_field_words(password) < FEWEST_BESIDE:
            raise ValidationError(_("This is made of words of the dialogue."))

    def get_help_text(self) -> str:
        return _("Beside words of the dialogue, eight further letters or digits are needed.")
