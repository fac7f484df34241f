"""Who asks is known by the connection, or by a proxy that the settings trust."""

import pytest
from django.test import RequestFactory

from hled.interfaces.connections import address_of


@pytest.mark.parametrize(
    ("peer", "told", "found"),
    [
        ("203.0.113.5", "", "203.0.113.5"),
        ("203.0.113.5", "198.51.100.7", "203.0.113.5"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "10.0.0.1, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, ::1", "198.51.100.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "", "2001:db8:1:2::/64"),
        ("127.0.0.1", "x" * 200, "x" * 64),
        ("", "", ""),
    ],
)
def test_the_last_address_that_no_trusted_proxy_has_is_who_asks(settings, peer, told, found):
    settings.PROXIES = ("127.0.0.1", "::1")
    headers = {"HTTP_X_FORWARDED_FOR": told} if told else {}

    assert address_of(RequestFactory().get("/", REMOTE_ADDR=peer, **headers)) == found
