import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.kernel.digest import canonical_json, sha256_of

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_canonical_json_says_the_same_value(value):
    assert json.loads(canonical_json(value)) == value


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_the_order_of_keys_does_not_change_the_digest(value):
    assert sha256_of(value) == sha256_of(dict(reversed(value.items())))


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, {1: "a"}])
def test_what_has_no_portable_spelling_is_refused(value):
    with pytest.raises(ValueError, match=r".+"):
        canonical_json(value)
