"""What a change on a real server would do, held against making it: who can open what then."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scanner.shares import PASSWORD as PASSWORD_VARIABLE
from scanner.shares import USER as USER_VARIABLE
from tests.scanner.access.nt.small_office import raw
from tests.scanner.scanning import Stocktake
from tests.servers.lent import lent_samba
from tests.servers.samba import ADMIN, PASSWORD, Samba, World
from tests.servers.smb_client import READ_DATA, WRITE_DAC, WRITE_DATA, Client

_USERS = ("ann", "bob", "cat")
_WANTED = {"read": READ_DATA, "write": WRITE_DATA, "administer": WRITE_DAC}
_SHARE = "D:(A;;0x1f01ff;;;{finance})(A;;0x1200a9;;;{cat})(A;;0x1f01ff;;;{labadmin})"
_WORLD = World(
    users=_USERS,
    groups={"payroll": ("ann", "cat"), "legal": ("ann",)},
    aliases={"finance": ("payroll", "bob"), "audit": ("legal",)},
    shares={"docs": None, "few": _SHARE},
)
_OWN = "(A;OICI;FA;;;{labadmin})"
_PLACES = {  # as Windows has them: what lies below says again what is handed down
    "": f"D:{_OWN}(A;OICI;FR;;;{{audit}})",
    "Rents": "D:(A;OICI;FA;;;{finance})(A;OICIID;FA;;;{labadmin})(A;OICIID;FR;;;{audit})",
    r"Rents\1.txt": "D:(A;ID;FA;;;{finance})(A;ID;FA;;;{labadmin})(A;ID;FR;;;{audit})",
    r"Rents\2.txt": "D:(D;;FW;;;{payroll})(A;ID;FA;;;{finance})(A;ID;FR;;;{audit})",
    r"Rents\3.txt": "D:(A;;FR;;;{cat})(A;ID;FR;;;{audit})",
    "4.txt": "D:(A;;FR;;;{payroll})(A;ID;FR;;;{audit})",
    "5.txt": "D:(A;;WD;;;{payroll})",
}
_Allowed = dict[tuple[str, str], set[str]]


@dataclass(frozen=True)
class Office:
    """A server whose permissions and groups a test may change."""

    samba: Samba
    share: str
    stocktake: Stocktake

    @property
    def address(self) -> str:
        return f"smb://127.0.0.1:{self.samba.port}/{self.share}"

    def may(self) -> _Allowed:
        """Return which files each user can open, to read and to write, by trying."""
        files = [each for each in _PLACES if each.endswith(".txt")]
        found: _Allowed = {}
        for user in _USERS:
            with Client(self.samba.port, user, PASSWORD) as client:
                let_in = client.may_connect(self.share)
                for right, what in _WANTED.items():
                    can = {each for each in files if let_in and client.may(self.share, each, what)}
                    found[user, right] = can
            found[user, "administer"] -= found[user, "read"]  # who reads need not be let in
        return found

    def describe(self, places: dict[str, str]) -> None:
        with Client(self.samba.port, ADMIN, PASSWORD) as admin:
            for place, sddl in places.items():
                admin.set_descriptor("docs", place, raw(sddl, self.samba.sids))

    def scan(self) -> None:
        done = self.stocktake.run("scan", self.address)
        assert done.returncode == 0, done.stderr

    def asked(self, *words: str) -> list[dict[str, Any]]:
        done = self.stocktake.run("what-if", *words, "--format=jsonl")
        assert (done.returncode, done.stderr) == (0, "")
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(params=["docs", "few"])
def office(
    request: pytest.FixtureRequest, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    monkeypatch.setenv(USER_VARIABLE, ADMIN)
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    with lent_samba(_WORLD) as samba:
        (samba.folder / "Rents").mkdir()
        for place in _PLACES:
            if place.endswith(".txt"):
                file = samba.folder / Path(*place.split("\\"))
                file.write_bytes(b"NI number: QQ 12 34 56 C\n")
                file.chmod(0o666)
        (samba.folder / "Rents").chmod(0o777)
        made = Office(samba, request.param, stocktake)
        made.describe(_PLACES)
        made.scan()
        yield made


def _counted(rows: list[dict[str, Any]], effect: str) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["effect"] == effect and row["person"] in _USERS:
            counts[row["person"], row["right"]] += row["files"]
    return counts


def _hold(rows: list[dict[str, Any]], before: _Allowed, after: _Allowed) -> None:
    lost = Counter({who: len(before[who] - after[who]) for who in before})
    gained = Counter({who: len(after[who] - before[who]) for who in before})
    assert (_counted(rows, "loses"), _counted(rows, "gains")) == (+lost, +gained)
    assert lost.total() or gained.total()


def test_a_broken_nesting_takes_what_it_really_takes_and_says_by_what_others_still_can(
    office: Office,
) -> None:
    before = office.may()
    rows = office.asked("remove-member", "payroll", "finance")
    sids = office.samba.sids
    office.samba.smbd.tell("net", "groupmap", "delmem", sids["finance"], sids["payroll"])
    _hold(rows, before, office.may())
    if office.share == "docs":
        (kept,) = (row for row in rows if row["person"] == "ann" and row["effect"] == "keeps")
        assert kept["right"] == "read"
        assert "group audit" in kept["after"][-1]
        assert "group finance" in kept["before"][-1]
    office.scan()
    says = office.stocktake.run("what-if", "remove-member", "payroll", "finance")
    assert says.returncode == 2
    assert "bob" in says.stderr


@pytest.mark.parametrize(
    ("trustee", "place"),
    [("finance", "Rents"), ("payroll", r"Rents\2.txt"), ("cat", r"Rents\3.txt")],
)
def test_without_an_ace_what_it_hands_down_is_gone_too_and_denied_people_gain(
    trustee: str, place: str, office: Office
) -> None:
    before = office.may()
    rows = office.asked("remove-ace", trustee, f"{office.address}/{place.replace(chr(92), '/')}")
    changed = {}
    for each, sddl in _PLACES.items():
        if each == place or (place == "Rents" and each.startswith("Rents")):
            aces = sddl.removeprefix("D:").strip("()").split(")(")
            kept = [ace for ace in aces if not ace.endswith(f"{{{trustee}}}")]
            changed[each] = f"D:{''.join(f'({ace})' for ace in kept)}"
    office.describe(changed)
    _hold(rows, before, office.may())


def test_without_an_ace_of_the_share_whom_it_let_in_is_shut_out(office: Office) -> None:
    inherited = ("remove-ace", "audit", f"{office.address}/Rents")
    assert "hands it down" in office.stocktake.run("what-if", *inherited).stderr
    asked = ("remove-ace", "finance", office.address, "--of-share")
    if office.share == "docs":
        says = office.stocktake.run("what-if", *asked)
        assert says.returncode == 2
        assert "share itself" in says.stderr
        return
    before, rows = office.may(), office.asked(*asked)
    left = _SHARE.replace("(A;;0x1f01ff;;;{finance})", "").format(**office.samba.sids)
    office.samba.smbd.tell("sharesec", "few", f"--setsddl={left}")
    _hold(rows, before, office.may())


def test_who_can_give_himself_access_no_longer_is_told(office: Office) -> None:
    with Client(office.samba.port, "cat", PASSWORD) as client:
        assert client.may(office.share, "5.txt", WRITE_DAC)
        assert not client.may(office.share, "5.txt", READ_DATA)
    rows = office.asked("remove-member", "cat", "payroll")
    lost = {(row["person"], row["right"], row["files"]) for row in rows if row["effect"] == "loses"}
    assert ("cat", "administer", 1) in lost
