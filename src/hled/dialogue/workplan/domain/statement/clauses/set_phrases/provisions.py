"""What an instrument says of itself: its force, change, interpretation, and end. It commits nobody."""

import re

from hled.kernel.bilingual import Language

_PROVISIONS = {
    Language.EN: re.compile(
        r"^(?:nothing in|no provision|notwithstanding)\b"
        r"|\b(?:carried out|implemented|conducted|undertaken) (?:in accordance with|subject to|within the limits of)\b"
        r"[^.;]{0,60}(?:laws?|legislation|regulations|funds)\b"
        r"|^(?:any |all |the |this |these |such |each )?(?:(?:present|proposed|english|spanish|two|both|written) )*"
        r"(?:amendments?|modifications?|termination|annex(?:es)?|interpretation|provisions?)\b[^.;]{0,90}?\b(?:will|shall)\b"
        r"|^(?:the |this |such )?(?:present )?(?:memorand(?:um|a)|mou|texts?|arrangement|agreement|instrument|understanding|protocol|treaty|convention)\b"
        r"[^.;]{0,60}?\b(?:will|shall) (?:not |also |thereafter |automatically |only )*(?:enter|come into|take effect|become (?:effective|operative)|remain|continue"
        r"|expire|terminate|cease|apply|constitute|form|create|give rise|affect|impose|supersede|prevail"
        r"|be (?:\w+ly )?(?:amended|modified|interpreted|construed|terminated|governed|renewed|applied|effective|valid|binding|subject|in force|in effect|equally|open|without))",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"^(?:nada (?:de lo|en)|ninguna disposición)\b"
        r"|\b(?:realizarán?|ejecutarán?|llevarán? a cabo)\b[^.;]{0,40}(?:de conformidad con|conforme a|con sujeción a|con arreglo a)\b"
        r"[^.;]{0,60}(?:legislación|leyes|normativa|disponibilidad)\b"
        r"|^(?:toda |cualquier |el |la |las |los |este |esta |cada )?(?:(?:presente|eventual|posible) )*"
        r"(?:enmiendas?|modificaci(?:ón|ones)|terminación|anexos?|interpretación|disposiciones)\b"
        r"[^.;]{0,90}?\b(?:será|serán|se \w+rán?|entrará|tendrá|permanecerá|surtirá|formará|continuará|podrá|deberá|regirá)\b"
        r"|^(?:el |este |los )?(?:presente |dos )?(?:memorand(?:o|um)|memorándum|textos?|instrumento|arreglo|convenio|acuerdo|protocolo|tratado|entendimiento)\b"
        r"[^.;]{0,60}?\b(?:entrará|tendrá|permanecerá|surtirá|continuará|regirá|expirará|terminará|constituirá|formará|comenzará a regir|afectará|generará|creará"
        r"|será (?:modificad|enmendad|interpretad|aplicad|renovad|prorrogad|terminad|vinculante|válid|de aplicación|objeto)"
        r"|se (?:modificará|enmendará|interpretará|aplicará|renovará|prorrogará|regirá|considerará|entenderá|dará por))",
        re.IGNORECASE,
    ),
}


def is_provision(wording: str, language: Language) -> bool:
    """Whether a sentence is a provision of the instrument about itself."""
    return _PROVISIONS[language].search(wording) is not None
