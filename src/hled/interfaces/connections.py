"""From where a request comes, as far as it can be known."""

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """
    The address of whoever asks; of IPv6 the first 64 bits, which one household has to itself.

    A proxy that the settings trust says who asked it; what anybody else says of others is not believed.
    """
    peer = str(request.META.get("REMOTE_ADDR", ""))
    told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    return _whole(named_by(peer, told, settings.PROXIES))


def named_by(peer: str, told: Iterable[str], proxies: Iterable[str]) -> str:
    """
    The last address that no trusted proxy has.

    Parameters
    ----------
    peer
        Of the connection.
    told
        As the proxies wrote them down, the nearest last.
    """
    trusted = set(proxies)
    for each in reversed([*told, peer]):
        address = each.strip()
        if address and address not in trusted:
            return address
    return peer


def _whole(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else str(found)
