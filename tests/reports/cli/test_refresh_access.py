from __future__ import annotations

import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.reports.cli.calling import says, stocktake

_NO_NEWER = "who can reach the files is no newer than it was"


@pytest.fixture
def of_a_server_that_is_away(scanned_share: Path, tmp_path: Path) -> tuple[str, Path]:
    """Return the address of a server on which nothing answers, and a catalogue of its share."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        server = f"smb://127.0.0.1:{free.getsockname()[1]}"
    database = tmp_path / "catalogue.sqlite"
    shutil.copy(scanned_share, database)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "UPDATE share SET connector = 'smb', source = ?1, root = ?1 || '/council'", (server,)
        )
        connection.execute("UPDATE access_key SET source = ?", (server,))
    return server, database


def test_a_server_that_cannot_be_asked_is_said_and_answers_say_that_they_are_no_newer(
    of_a_server_that_is_away: tuple[str, Path],
) -> None:
    server, database = of_a_server_that_is_away
    at = ("--database", str(database))
    says(stocktake("refresh-access", *at), 2, f"Cannot ask {server}", "STOCKTAKE_SMB_PASSWORD")
    known = stocktake("who-can-reach", f"{server}/council", *at).stdout.splitlines()
    done = stocktake(
        *("refresh-access", f"{server}/council", *at),
        STOCKTAKE_SMB_USER="scan",
        STOCKTAKE_SMB_PASSWORD="Invented-1",
    )
    says(done, 1, f"{server}: The server could not be asked who has accounts (", _NO_NEWER)
    assert done.stdout == "", "nothing is known anew of a server that was not asked"
    said = stocktake("who-can-reach", f"{server}/council", *at).stdout.splitlines()
    assert [line for line in said if line in known] == known
    (more,) = (line for line in said if line not in known)
    assert "who can reach this is as it was known before" in more
