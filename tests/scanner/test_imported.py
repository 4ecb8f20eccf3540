"""What a server does not tell, told by hand: held against who can really open the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connectors.smb.collecting import collected, written
from tests.scanner.access.nt.small_office import raw
from tests.scanner.scanning import Stocktake
from tests.scanner.test_smb_reach import Office, _as, _asked, _grants
from tests.servers.lent import lent_samba
from tests.servers.samba import ADMIN, PASSWORD, World
from tests.servers.smb_client import Client

_FEW = "D:(D;;0x1f01ff;;;{bob})(A;;0x1f01ff;;;{finance})(A;;0x1f01ff;;;{labadmin})"
_WORLD = World(
    users=("ann", "bob", "cat", "dan", "sam"),
    groups={"payroll": ("ann", "sam")},
    aliases={"finance": ("payroll", "bob")},
    shares={"docs": None, "few": _FEW},
)
_PATH = "note.txt"


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A server that no administrator has asked yet, and that so tells nobody else of its share."""
    _as("sam", monkeypatch)  # who asks is counted apart
    with lent_samba(_WORLD) as samba:
        rents = samba.folder / "Rents"
        rents.mkdir()
        rents.chmod(0o777)
        (rents / _PATH).write_bytes(b"Bins.\n")
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            for place in ("", "Rents"):
                admin.set_descriptor("docs", place, raw("D:(A;;FA;;;WD)"))
            permissions = raw("D:(A;;FR;;;{finance})(A;;FR;;;{cat})", samba.sids)
            admin.set_descriptor("docs", rf"Rents\{_PATH}", permissions)
        yield Office(samba)


def _file(folder: Path, sddl: str, **more: object) -> str:
    path = folder / "files01.json"
    path.write_bytes(written(collected({"few": sddl}, **more)))
    return str(path)


def test_the_answer_with_what_was_imported_is_who_can_really_open_it(
    office: Office, stocktake: Stocktake, tmp_path: Path
) -> None:
    address = office.address("few")
    assert stocktake.run("scan", address).returncode == 0
    before = _asked(stocktake, f"{address}/Rents/{_PATH}")
    assert _grants(before) == {("ann", "read"), ("bob", "read"), ("cat", "read")}
    assert "The permissions of the share itself are not known" in before

    sddl = _FEW.format(**office.samba.sids)
    done = stocktake.run("import", _file(tmp_path, sddl, names=["127.0.0.1"]))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "127.0.0.1: permissions of 1 shares, members of 0 local groups,"
        " as of 20 November 2026 17:05 UTC.\n"
        f"Used by the next scan or 'stocktake refresh-access' of {address}\n"
    )
    assert stocktake.run("scan", address).returncode == 0
    after = _asked(stocktake, f"{address}/Rents/{_PATH}")
    assert _grants(after) == office.may("few", _PATH) == {("ann", "read")}
    assert "share itself are not known" not in after
    assert "as an administrator recorded it on 2026-11-20" in after


def test_a_privilege_that_goes_past_permissions_is_named(
    office: Office, stocktake: Stocktake, tmp_path: Path
) -> None:
    sids = office.samba.sids
    held = {"SeBackupPrivilege": [sids["dan"]], "SeTakeOwnershipPrivilege": [sids["payroll"]]}
    file = _file(tmp_path, _FEW.format(**sids), privileges=held)
    done = stocktake.run("import", "--server", "127.0.0.1", file)
    assert "None of its shares was scanned yet" in done.stdout
    assert stocktake.run("scan", office.address("few")).returncode == 0
    shown = _asked(stocktake, f"{office.address('few')}/Rents/{_PATH}")
    told = dict(
        re.findall(
            r"^Administrators, and who may give themselves access: (.*)\n +(.*)$", shown, re.M
        )
    )
    (backup,) = (steps for names, steps in told.items() if names == "dan")
    assert backup == "may read everything in order to back it up, by a privilege of its own"
    (owners,) = (steps for names, steps in told.items() if "ann" in names.split(", "))
    assert owners.endswith("which may make itself the owner of everything")
