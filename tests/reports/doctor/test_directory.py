"""A directory that answers is tried in tests/scanner/test_domain_reach.py, on its controller."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from benchmarks.directory import write_export
from reports.doctor.base import State
from reports.doctor.directory import checked
from scanner import domain
from scanner.shares import KERBEROS, PASSWORD, USER


@pytest.fixture(autouse=True)
def _nothing_else_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (domain.DIRECTORY, domain.USER, domain.PASSWORD, domain.AUTHORITY, KERBEROS):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(USER, "scan")
    monkeypatch.setenv(PASSWORD, "Invented-secret")


def test_where_none_is_set_that_is_said() -> None:
    assert checked().state is State.OK
    assert "STOCKTAKE_DIRECTORY is not set" in checked().said


def test_an_export_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    export = tmp_path / "lab.ldif"
    write_export(export, users=3, groups=2)
    monkeypatch.setenv(domain.DIRECTORY, str(export))
    assert checked() == (State.OK, "directory", f"{export} tells of domain S-1-5-21-1-2-3")
    export.write_text("dn: CN=Ann\n")
    assert checked().state is State.MISSING
    assert checked().said.startswith(f"{export} cannot be read: the export lacks ")


def test_what_cannot_be_asked_is_missing_with_the_reason_and_no_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for wanted, said in (
        (f"ldaps://127.0.0.1:{port}", "cannot be read: the controller does not answer"),
        ("http://dc01.example", "STOCKTAKE_DIRECTORY cannot be used"),
        ("/nowhere/lab.ldif", "names no file that can be read"),
    ):
        monkeypatch.setenv(domain.DIRECTORY, wanted)
        found = checked()
        assert found.state is State.MISSING
        assert said in found.said
        assert "secret" not in found.said
