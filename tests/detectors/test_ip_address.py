import pytest

from detectors.engine import Engine
from detectors.ip_address import canonical, note
from tests.detectors.finding import cells, values

ENTITY = "IP_ADDRESS"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:0DB8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
        ("203.0.113.256", None),
        ("203.0.113", None),
        ("12:34", None),
    ],
)
def test_addresses_are_told_from_what_looks_like_them(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IP address: 203.0.113.9", ["203.0.113.9"]),
        ("login from IP 203.0.113.9 failed", ["203.0.113.9"]),
        ("client_ip=203.0.113.9", ["203.0.113.9"]),
        ("X-Forwarded-For: 2001:db8::1", ["2001:db8::1"]),
        ('{"remoteAddr": "203.0.113.9"}', ["203.0.113.9"]),
        ("Cyfeiriad IP 203.0.113.9", ["203.0.113.9"]),
        (
            '203.0.113.9 - - [02/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 2\n'
            '198.51.100.7 - jo [02/Mar/2026:10:00:01 +0000] "GET / HTTP/1.1" 200 2\n',
            ["203.0.113.9", "198.51.100.7"],
        ),
    ],
)
def test_addresses_are_found_where_something_says_so(
    engine: Engine, text: str, expected: list[str]
) -> None:
    assert values(engine, text, ENTITY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "version 3.1.2.1",
        "see clause 3.1.2.1 of the contract",
        "v1.2.3.4 was released",
        "3.1.2.1 Scope of the work",
        "10.0.0.1",
        "client_ip=127.0.0.1",
        "IP address: 0.0.0.0",
        '127.0.0.1 - - [02/Mar/2026:10:00:00 +0000] "GET /ping HTTP/1.1" 200 2',
        "from 10:30 to 12:45",
        "IP rights are 1.2.3 of the terms",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [(f"203.0.113.{n}", "login") for n in range(6)]
    assert len(cells(engine, rows, ("Client IP", "Event"), ENTITY)) == 6
    assert cells(engine, rows, ("Version", "Event"), ENTITY) == []


def test_addresses_of_documents_and_private_networks_are_noted() -> None:
    assert note("203.0.113.9") == "example value"
    assert note("10.1.2.3") == "private network"
    assert note("8.8.8.8") is None


@pytest.mark.parametrize(
    "line",
    [
        "Mar  2 18:51:11 gate vpn: user iq connected from 203.0.113.9:56239",
        "sshd[88]: Accepted password for iq from 203.0.113.9 port 22 ssh2",
        "2026-03-02 login ok iq via (203.0.113.9)",
        "[client 203.0.113.9:5121] file not found",
        'audit: session opened rhost="203.0.113.9" user=iq',
        '{"lastIp": "203.0.113.9"}',
    ],
)
def test_the_address_of_who_connected_is_found(engine: Engine, line: str) -> None:
    assert values(engine, f"start\n{line}\n", "IP_ADDRESS") == ["203.0.113.9"]


@pytest.mark.parametrize(
    "line",
    [
        "upgraded from 3.1.2.1 to 3.1.3.0",
        "login page upgraded from 3.1.2.1 to 3.1.3.0",
        "see clause 4, taken from 3.1.2.1 of the lease",
        "password rules from 3.1.2.1.7",
    ],
)
def test_versions_and_clauses_are_not(engine: Engine, line: str) -> None:
    assert values(engine, f"start\n{line}\n", "IP_ADDRESS") == []


def test_addresses_of_who_logged_in_are_found(engine: Engine) -> None:
    assert values(engine, "Log-in addresses: 86.33.198.213", "IP_ADDRESS") == ["86.33.198.213"]
