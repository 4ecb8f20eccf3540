"""Nights of a real folder whose ACLs change, each night's end set to a day of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.reports.guarded_share import UIDS, Guarded, guarded_share, scan_with_people

FIRST, SECOND, THIRD, FOURTH = (f"2026-03-0{day}T02:00:00+00:00" for day in (1, 3, 5, 7))


def _acl(path: Path, acl: str) -> None:
    subprocess.run(["setfacl", "-m", acl, path], check=True)


def _night_ends(guarded: Guarded, when: str) -> None:
    """Scan again but the first time, and set when that ended: a test's nights take a second."""
    if when != FIRST:
        scan_with_people(guarded.database.parent, guarded.root)
    engine = create_engine(f"sqlite:///{guarded.database}")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE share_run SET finished = ? WHERE id = (SELECT max(id) FROM share_run)", (when,)
        )
    engine.dispose()


@pytest.fixture(scope="package")
def nights() -> Iterator[Guarded]:
    """Give the catalogue of four nights: Ann alone, Bob too, the file gone, and back again."""
    with guarded_share() as guarded:
        folder = guarded.root / "Payroll"
        file, payroll = folder / "5.txt", folder.stat().st_gid
        acl = subprocess.run(
            ["getfacl", "-np", file], check=True, capture_output=True, text=True
        ).stdout
        _night_ends(guarded, FIRST)
        _acl(folder, f"u:{UIDS['bob']}:x")
        _acl(file, f"u:{UIDS['bob']}:r")
        _night_ends(guarded, SECOND)
        kept = file.read_bytes()
        file.unlink()
        _night_ends(guarded, THIRD)
        file.write_bytes(kept)
        subprocess.run(["setfacl", "--set-file=-", file], check=True, input=acl, text=True)
        assert folder.stat().st_gid == payroll
        _night_ends(guarded, FOURTH)
        yield guarded
