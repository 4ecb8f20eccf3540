"""What is set of a directory, and what is said where it cannot be used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from connectors.base import Accounts, DirectoryUnread
from connectors.directory.address import DirectoryAddress
from connectors.directory.link import Credentials
from connectors.kerberos import Tickets
from scanner.domain import (
    AUTHORITY,
    DIRECTORY,
    PASSWORD,
    USER,
    Asked,
    Controller,
    Export,
    InDomain,
    in_domain,
)
from scanner.errors import SettingsError


class _Server:
    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        return Accounts("files01", (), ())


_SERVER = _Server()


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (DIRECTORY, USER, PASSWORD, AUTHORITY):
        monkeypatch.delenv(variable, raising=False)


def test_without_a_directory_a_server_answers_alone() -> None:
    assert in_domain(_SERVER, "ann", "secret") is _SERVER


def test_a_directory_is_asked_by_who_asks_the_server_unless_another_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DIRECTORY, "ldaps://dc01.example")
    address = DirectoryAddress("dc01.example", 636, start_tls=False)
    found = in_domain(_SERVER, "ann", "secret")
    assert found == InDomain(_SERVER, Controller(address, Credentials("ann", "secret")))
    monkeypatch.setenv(USER, "reader")
    monkeypatch.setenv(PASSWORD, "other")
    certificates = tmp_path / "ca.pem"
    certificates.touch()
    monkeypatch.setenv(AUTHORITY, str(certificates))
    found = in_domain(_SERVER, "ann", "secret")
    assert found == InDomain(
        _SERVER, Controller(address, Credentials("reader", "other"), certificates)
    )
    assert "secret" not in repr(found)
    assert "reader" not in repr(found)


def test_a_directory_is_asked_with_the_tickets_unless_an_account_of_its_own_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tickets = Tickets("/etc/scan.keytab", "scan")
    monkeypatch.setenv(DIRECTORY, "ldap://dc01.example")
    address = DirectoryAddress("dc01.example", 389, start_tls=True)
    found = in_domain(_SERVER, "scan", "", tickets=tickets)
    assert found == InDomain(_SERVER, Controller(address, tickets))
    monkeypatch.setenv(USER, "reader")
    monkeypatch.setenv(PASSWORD, "other")
    found = in_domain(_SERVER, "scan", "", tickets=tickets)
    assert found == InDomain(_SERVER, Controller(address, Credentials("reader", "other")))


def test_tickets_are_for_a_controller_without_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DIRECTORY, "ldaps://dc01.example")
    with pytest.raises(SettingsError, match="Kerberos encrypts without TLS: give ldap://dc01"):
        in_domain(_SERVER, "scan", "", tickets=Tickets())


@pytest.mark.parametrize("name", ["lab.ldif", "lab.ldf", "Lab.CSV"])
def test_an_export_in_a_file_takes_the_place_of_a_controller(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export = tmp_path / name
    export.touch()
    monkeypatch.setenv(DIRECTORY, str(export))
    assert in_domain(_SERVER, "ann", "secret") == InDomain(_SERVER, Export(export))


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({DIRECTORY: "dc01"}, f"{DIRECTORY} cannot be used: it is no ldaps://server"),
        ({DIRECTORY: "/no/such.ldif"}, f"{DIRECTORY} names no file that can be read"),
        ({DIRECTORY: "ldaps://dc01", USER: "reader"}, f"Set both {USER} and {PASSWORD}"),
        ({DIRECTORY: "ldaps://dc01", PASSWORD: "other"}, f"Set both {USER} and {PASSWORD}"),
        ({DIRECTORY: "ldaps://dc01", AUTHORITY: "/no/such.pem"}, f"{AUTHORITY} names no file"),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_before_anything_is_scanned(
    variables: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=said):
        in_domain(_SERVER, "ann", "secret")


def test_a_directory_is_read_once_a_night_and_one_that_refuses_is_not_asked_again() -> None:
    asked: list[str] = []

    def told() -> Accounts:
        asked.append("told")
        return Accounts("S-1-5-21-1-2-3", (), ())

    def refused() -> Accounts:
        asked.append("refused")
        raise DirectoryUnread("the password is wrong")

    night = Asked()
    assert night.accounts(told) is night.accounts(told)
    other = Asked()
    for _ in range(2):
        with pytest.raises(DirectoryUnread, match="password is wrong"):
            other.accounts(refused)
    assert asked == ["told", "refused"]
