"""IP address: names a device on a network, and with a log of times the person who used it.

Shape     version 4: four numbers to 255 with dots. Version 6: eight groups of hexadecimal digits
          with colons, of which one run of noughts may be left out.
Check     the address is well formed.
Chance    versions and clause numbers have the shape (3.1.2.1), so it takes a label, or the form of
          a line in a web server's log.
Category  identity: an online identifier (UK GDPR, recital 30).
Source    RFC 791, RFC 4291 section 2.2; NCSA common log format, read 2026-11-25.

>>> canonical("203.0.113.9"), canonical("2001:DB8::1")
('203.0.113.9', '2001:db8::1')
>>> canonical("203.0.113.256") is None
True
"""

from __future__ import annotations

import ipaddress
import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Strength

_V4 = r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}"
_LOG_LINE = re.compile(rb"\n?([0-9.]{7,15}) [^ \n]{1,64} [^ \n]{1,64} \[")
_LONGEST_LINE = 160  # bytes of a log line that are looked at
_DOCUMENTATION = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"),
    )
)

_LAST_V4 = re.compile(rf"{_V4}\Z".encode())
_PORT = re.compile(rb":[0-9]{2,5}\b|[ ,]{1,2}(?:port|src_?port)[ =:]?[0-9]")
_TO_ANOTHER = re.compile(rb" (?:to|->|through|up to) v?[0-9]+\.[0-9]")  # of one version to the next
_CONNECTS = re.compile(
    rb"\b(?:connect(?:ed|ion|ing)?|disconnect(?:ed)?|logg?ed[ -]?(?:in|on|out|off)|log[io]n|log-in"
    rb"|logout|sign(?:ed)?[ -]?(?:in|on)|accepted|authenticat\w{1,6}|password|session"
    rb"|requests?|requested|submitted|posted|visit(?:ed|or)?|blocked|banned|denied|client|rhost|peer|vpn|sshd?|ftpd?"
    rb"|user|downloaded|uploaded|opened|accessed|access)\b",
    re.IGNORECASE,
)
_BACK_BYTES, _CUE_BYTES = 200, 8


def canonical(text: str) -> str | None:
    """Return the address in ``text`` in its shortest form, None for a computer's own: 127.0.0.1."""
    try:
        address = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return None
    return None if address.is_loopback or address.is_unspecified else str(address)


def of_log_line(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the address that a line of a web server's log begins with, or None."""
    del end
    match = _LOG_LINE.match(data, start, start + _LONGEST_LINE)
    return match.span(1) if match else None


def of_who_connected(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the address that ends a trigger, if its line tells of a connection or it has a port.

    >>> of_who_connected(b"Accepted password for jo from 203.0.113.9 port 22", 25, 42)
    (30, 41)
    """
    match = _LAST_V4.search(data, start, end - 1)
    if match is None or _TO_ANOTHER.match(data, end - 1):
        return None
    line = max(data.rfind(b"\n", 0, start) + 1, start - _BACK_BYTES)
    told = _PORT.match(data, end - 1) or _CONNECTS.search(data, line, start + _CUE_BYTES)
    return match.span() if told else None


def note(value: str) -> str | None:
    """Say so where the address is of a network for documents, or of no public one."""
    address = ipaddress.ip_address(value)
    if any(address in network for network in _DOCUMENTATION):
        return EXAMPLE_VALUE
    return "private network" if address.is_private else None


DETECTOR = Detector(
    entity="IP_ADDRESS",
    category=Category.IDENTITY,
    title="IP address",
    source="RFC 791; RFC 4291",
    forms=(
        Form("log line", rf"(?:^|\n){_V4} [^ \n]", 0.90, expand=of_log_line),
        Form(
            "of who connected",
            rf"\b(?:from|via|client|peer|rhost|remote|src|source)[ =:(\[\x22']{{1,3}}{_V4}[^0-9.]",
            0.85,
            expand=of_who_connected,
        ),
    ),
    near=(
        Form("version 4", rf"{_V4}\b", 0.50),
        Form("version 6", r"(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}\b", 0.50),
    ),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(
        "ip", "ip address", "ip addr", "ipv4", "ipv6", "client ip", "source ip", "src ip",
        "remote ip", "remote addr", "remote address", "user ip", "login ip", "x-forwarded-for",
        "from ip", "cyfeiriad ip", "last ip", "ip last", "host ip", "peer ip", "origin ip",
        "visitor ip", "session ip", "request ip", "caller ip", "created ip", "updated ip",
        "signup ip", "registration ip", "last login ip", "ip used", "rhost", "remote host",
        "client addr", "client address", "peer addr", "source address", "src addr", "ip adress",
        "log-in address", "log-in addresses", "login address", "login addresses",
        "logged in from", "x-real-ip", "x forwarded for", "originating ip", "x-originating-ip",
        "client-ip",
    ),
    version=3,
    opposing=("version", "clause", "section", "release", "build", "firmware"),
    beside_remarks=True,
    headers=("ip", "ip address", "client ip", "source ip", "remote ip", "user ip", "ip addr",
             "c ip", "s ip", "remote addr", "remote address", "remote host", "rhost", "client addr",
             "client address", "source address", "src addr", "src ip", "cyfeiriad ip", "ipv4",
             "ipv6"),
    strength=Strength.SHARED,
    note=note,
)  # fmt: skip
