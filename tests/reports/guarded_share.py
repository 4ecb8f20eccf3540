"""Real files with real POSIX ACLs for four invented people, scanned for real.

The people are in files that nss_wrapper shows to the scan in place of the machine's own accounts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from reports.cli import EXIT_DONE, EXIT_GAPS
from tests.servers.samba import WRAPPER

HOUSE = Path(__file__).parents[2]
UIDS = {"ann": 710_101, "bob": 710_102, "cat": 710_103, "dan": 710_104}
SERVICE, SERVICE_UID = "copier", 34  # a system account, on the machine where a group names it
GIDS = {"housing": 720_101, "payroll": 720_102}
GROUPS: Mapping[str, tuple[str, ...]] = {"housing": ("ann", "bob"), "payroll": ("ann",)}
_OWN_GID = 720_100
_COMMAND = "from reports.cli import main; main()"
_LETTER = "Dear Mrs Invented,\nNational Insurance number: JG 10 3{} 59 A\n"
_TRY = 'for f; do (: {}"$f") 2>/dev/null && echo "$f"; done'
_RECORD = "Patient record\nNHS number: 999 000 00{}\n"

# What each folder and file lets in, as setfacl writes it; what lies below has its own.
_PLACES = {
    "Housing": "g:housing:rx",
    "Housing/1.txt": "g:housing:r",
    "Housing/2.txt": "g:housing:r",
    "Housing/Private": "u:cat:rx",
    "Housing/Private/3.txt": "u:cat:r,g:housing:r",
    "Housing/Rents": "g:housing:rx",
    "Housing/Rents/4.txt": "g:housing:rw",
    "Open": "o::rx",
    "Open/bins.txt": "o::r",
    "Payroll": "g:payroll:rwx",
    "Payroll/5.txt": "g:payroll:rw",
    "Payroll/6.txt": "u:dan:r",
    "Payroll/broken.zip": "g:payroll:r",
}


@dataclass(frozen=True, slots=True)
class Guarded:
    """The share, the catalogue it was scanned into, and who is in which group."""

    root: Path
    database: Path

    def may(
        self, user: str, wanted: str, groups: Mapping[str, tuple[str, ...]] = GROUPS
    ) -> set[str]:
        """Return the files that a person can open, ``<`` to read or ``>>`` to write, by trying."""
        held = [GIDS[group] for group, members in groups.items() if user in members]
        files = sorted(str(path) for path in self.root.rglob("*") if not path.is_dir())
        done = subprocess.run(
            ["/bin/sh", "-c", _TRY.format(wanted), "sh", *files],
            user=SERVICE_UID if user == SERVICE else UIDS[user],
            group=_OWN_GID,
            extra_groups=held,
            capture_output=True,
            text=True,
            cwd="/",
        )
        return {str(Path(line).relative_to(self.root)) for line in done.stdout.splitlines()}


@contextmanager
def guarded_share() -> Iterator[Guarded]:
    """Make the share in a folder that everybody may pass, scan it, and remove it afterwards."""
    if os.geteuid() != 0:
        _unavailable("only root can be another user")
    if shutil.which("setfacl") is None:
        _unavailable("setfacl (Debian package acl) is not installed")
    with tempfile.TemporaryDirectory() as made:
        base = Path(made)
        base.chmod(0o755)
        root = base / "council"
        root.mkdir(mode=0o755)
        for number, (place, acl) in enumerate(_PLACES.items()):
            _make(root / place, number, acl)
        yield Guarded(root, scan_with_people(base, root))


def _make(path: Path, number: int, acl: str) -> None:
    if not path.suffix:
        path.mkdir()
    elif path.suffix == ".zip":
        path.write_bytes(b"PK\x03\x04" + bytes(40))
    elif path.name == "bins.txt":
        path.write_text("The bins are emptied on Tuesday.\n")
    else:
        path.write_text(
            _RECORD.format(18) if "Private" in str(path) else _LETTER.format(number % 9)
        )
    path.chmod(0o700 if path.is_dir() else 0o600)
    for name, uid in {**UIDS, **GIDS}.items():
        acl = acl.replace(f":{name}:", f":{uid}:")
    subprocess.run(["setfacl", "-m", acl, path], check=True)


def scan_with_people(
    base: Path, root: Path, groups: Mapping[str, tuple[str, ...]] = GROUPS
) -> Path:
    """Scan the share as a machine on which these people have accounts, in these groups."""
    done = with_people(base, groups, "scan", str(root), "--jobs", "1")
    assert done.returncode in (EXIT_DONE, EXIT_GAPS), done.stderr
    return base / "catalogue.sqlite"


def with_people(
    base: Path, groups: Mapping[str, tuple[str, ...]], *words: str, removed: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command on a machine where all but one of them have accounts, in these groups."""
    passwd = ["root:x:0:0::/:/bin/sh"]
    passwd += [f"{name}:x:{uid}:{_OWN_GID}::/:/bin/sh" for name, uid in UIDS.items()
               if name != removed]  # fmt: skip
    if any(SERVICE in members for members in groups.values()):
        passwd.append(f"{SERVICE}:x:{SERVICE_UID}:{_OWN_GID}::/:/usr/sbin/nologin")
    group = ["root:x:0:", f"staff:x:{_OWN_GID}:"]
    group += [f"{name}:x:{gid}:{','.join(groups[name])}" for name, gid in GIDS.items()]
    (base / "passwd").write_text("\n".join(passwd) + "\n")
    (base / "group").write_text("\n".join(group) + "\n")
    return subprocess.run(
        [sys.executable, "-c", _COMMAND, *words],
        env={
            **os.environ,
            "PYTHONPATH": str(HOUSE),
            "LD_PRELOAD": WRAPPER,
            "NSS_WRAPPER_PASSWD": str(base / "passwd"),
            "NSS_WRAPPER_GROUP": str(base / "group"),
            "STOCKTAKE_DATABASE": str(base / "catalogue.sqlite"),
            "STOCKTAKE_TOKEN_KEY": "5a" * 32,
        },
        capture_output=True,
        text=True,
    )


def _unavailable(reason: str) -> NoReturn:
    if os.environ.get("STOCKTAKE_CI") == "1":
        pytest.fail(f"CI must scan real ACLs: {reason}")
    pytest.skip(f"real ACLs: {reason}")
