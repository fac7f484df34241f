"""
Notes and checkpoints are those of C2SP.

Vector: the note of the documentation of golang.org/x/mod/sumdb/note, with its signer's key. Ed25519 has one signature
per key and text, so the same bytes must come out.
"""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hled.dialogue.accord.domain.notes import (
    CheckpointText,
    key_id,
    open_note,
    read_checkpoint,
    read_verifier_key,
    sign_note,
    verifier_key,
)
from hled.kernel.rule import BrokenRuleError

PRIVATE = base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
KEY = Ed25519PrivateKey.from_private_bytes(PRIVATE)
NAME = "PeterNeumann"
VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
NOTE = (
    TEXT
    + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def refused(act) -> bool:
    with pytest.raises(BrokenRuleError) as error:
        act()
    return {finding.rule.code for finding in error.value.findings} == {"AC-43"}


def test_the_published_note_comes_out_byte_for_byte():
    assert sign_note(TEXT, NAME, KEY) == NOTE
    assert verifier_key(NAME, KEY.public_key()) == VERIFIER
    assert open_note(NOTE, NAME, KEY.public_key()) == TEXT
    name, key = read_verifier_key(VERIFIER)
    assert (name, key.public_bytes_raw()) == (NAME, KEY.public_key().public_bytes_raw())


def test_ac_43_any_other_byte_is_refused():
    key = KEY.public_key()
    content = NOTE.encode()

    for place in range(len(content)):
        for bit in (0x01, 0x20):
            changed = bytes([*content[:place], content[place] ^ bit, *content[place + 1 :]])
            assert refused(lambda changed=changed: open_note(changed.decode("utf-8", "replace"), NAME, key))


def test_lines_of_other_keys_are_passed_over():
    other = Ed25519PrivateKey.generate()
    line = sign_note(TEXT, "witness.example", other).rpartition("\n\n")[2]

    assert open_note(NOTE + line, NAME, KEY.public_key()) == TEXT
    assert open_note(NOTE + line, "witness.example", other.public_key()) == TEXT
    assert refused(lambda: open_note(sign_note(TEXT, NAME, other), NAME, KEY.public_key()))
    assert key_id(NAME, other.public_key()) != key_id(NAME, KEY.public_key())


def test_ac_43_a_verifier_key_that_is_not_whole_is_refused():
    for text in (
        "",
        NAME,
        VERIFIER[:-4],
        VERIFIER.replace("c74f20a3", "c74f20a4"),
        VERIFIER.replace("+ARpc", "+BRpc"),
    ):
        assert refused(lambda text=text: read_verifier_key(text))


def test_a_checkpoint_has_three_lines():
    checkpoint = CheckpointText("hled.example", 12, b"\x07" * 32)

    assert checkpoint.text == "hled.example\n12\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n"
    assert read_checkpoint(checkpoint.text) == checkpoint
    for text in (
        "",
        "hled.example\n12\n",
        "hled.example\n012\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n",
        "hled.example\n-1\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n",
        "hled.example\n12\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwd=\n",
        "hled.example\n12\nBwc=\n",
        "\n12\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n",
        checkpoint.text + "more\n",
    ):
        assert refused(lambda text=text: read_checkpoint(text))


def test_a_note_needs_a_line_feed_and_a_plain_name():
    with pytest.raises(ValueError, match="line feed"):
        sign_note("no end", NAME, KEY)
    for name in ("", "two words", "a+b"):
        with pytest.raises(ValueError, match="name="):
            sign_note(TEXT, name, KEY)
