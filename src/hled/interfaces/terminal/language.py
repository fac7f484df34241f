"""Which language a command speaks: what was asked for, else what the environment says, else English."""

from collections.abc import Mapping, Sequence

from hled.kernel.bilingual import Language

OPTION = "--lang"
OWN_MEANING = "statement"
"""Below this command `--lang` is the language of the text that is read, not of the terminal."""

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """A language that does not exist is left for the command to refuse; until then the environment decides."""
    asked = asked_language(arguments)
    if asked in set(Language):
        return Language(asked)
    if environment.get("HLED_LANGUAGE", "") in set(Language):
        return Language(environment["HLED_LANGUAGE"])
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return Language.ES if locale.lower().startswith("es") else Language.EN


def asked_language(arguments: Sequence[str]) -> str:
    """What stands after `--lang`, whatever it is; empty where nothing does."""
    found = ""
    for position, argument in enumerate(arguments):
        if argument in {OWN_MEANING, "--"}:
            break
        if argument == OPTION and position + 1 < len(arguments):
            found = arguments[position + 1]
        elif argument.startswith(f"{OPTION}="):
            found = argument.partition("=")[2]
    return found
