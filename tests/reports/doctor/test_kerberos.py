from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from reports.doctor.base import State
from reports.doctor.kerberos import checked
from scanner.shares import CACHE, KERBEROS
from tests.servers.kerberos import realm_of
from tests.servers.lent import lent_domain


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KERBEROS, raising=False)


def _said() -> tuple[State, str]:
    found = checked()
    assert found.what == "Kerberos"
    return found.state, found.said


def test_what_is_installed_is_told_with_its_versions() -> None:
    state, said = _said()
    assert state is State.OK
    assert said == f"gssapi {version('gssapi')}, krb5 {version('krb5')}; {KERBEROS} is not set"


def test_what_is_not_installed_is_missing_where_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krb5", None)  # importing it raises ImportError, as there
    state, said = _said()
    assert state is State.OK
    assert "pip install gssapi krb5" in said
    monkeypatch.setenv(KERBEROS, CACHE)
    state, said = _said()
    assert state is State.MISSING
    assert said.startswith("Kerberos is not installed: pip install gssapi krb5")


def test_a_ticket_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KERBEROS, str(tmp_path / "none"))
    none = f"{KERBEROS} names no keytab that can be read"
    assert _said() == (State.MISSING, none)
    with lent_domain() as domain, realm_of(domain, tmp_path) as realm:
        domain.add_user("ann")
        keytab = domain.keytab("ann")
        monkeypatch.setenv(KERBEROS, CACHE)
        assert _said() == (
            State.MISSING,
            "there is no ticket: run kinit as who runs the scan, or set a keytab",
        )
        realm.kinit(keytab, "ann")
        assert _said()[1].endswith("; there is a ticket")
        monkeypatch.setenv(KERBEROS, str(keytab))
        assert _said()[1].endswith("; there is a ticket")
        domain.disable("ann")
        assert _said() == (State.MISSING, "the account is disabled or locked, or has expired")
