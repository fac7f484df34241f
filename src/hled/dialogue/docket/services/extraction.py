"""
The text of a file, checked and read in a process of its own with limits of time and memory.

A file that makes its reader run away stops that process and nothing else.
"""

import subprocess
import sys

from hled.dialogue.docket.domain.attaching import DK_21, LONGEST_TEXT, MEMORY, SECONDS
from hled.dialogue.docket.domain.words import shown_form
from hled.dialogue.meetings.domain.papers import PaperKind
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule, declared_rules
from hled.sources.texts import rules as _declared  # noqa: F401  the rules that a reader names

_READER = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]),) * 2)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from hled.kernel.rule import BrokenRuleError
from hled.dialogue.meetings.domain.papers import recognized
from hled.sources.texts import extract_text_from_bytes
try:
    content = sys.stdin.buffer.read()
    recognized(content, name=sys.argv[1])
    text = extract_text_from_bytes(content, name=sys.argv[1]).text
except BrokenRuleError as error:
    sys.stdout.buffer.write(error.findings[0].rule.code.encode())
    sys.exit(3)
sys.stdout.buffer.write(text[: int(sys.argv[4])].encode("utf-8", "replace"))
"""


def extracted(content: bytes, *, kind: str, seconds: int = SECONDS, memory: int = MEMORY) -> str:
    """
    The text of a file as it is shown.

    Raises
    ------
    BrokenRuleError
        DK-21, when it took too long or too much; MT-20 to MT-24 or the rule of the reader (TX-…), when it is no such file.
    """
    name = f"file{PaperKind(kind).extension}"
    limits = [name, str(memory), str(seconds), str(LONGEST_TEXT)]
    command = [sys.executable, "-c", _READER, *limits]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=2 * seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise _refused(Bilingual(f"{2 * seconds} seconds", f"{2 * seconds} segundos")) from error
    if done.returncode == 3:
        raise BrokenRuleError([Finding(_rule(done.stdout.decode()), name)])
    if done.returncode != 0:
        raise _refused(Bilingual("the reader was stopped", "el lector fue detenido"))
    return shown_form(done.stdout.decode("utf-8", "replace")).text


def _refused(found: Bilingual) -> BrokenRuleError:
    return BrokenRuleError([Finding(DK_21, "file", found)])


def _rule(code: str) -> Rule:
    """Of the rules that the reader can name; they are declared where it is imported."""
    return next(each for each in declared_rules() if each.code == code)
