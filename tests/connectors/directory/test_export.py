"""Exports of a directory in a file: what is refused whatever its format."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from connectors.base import DirectoryUnread
from connectors.directory.export import OLDEST, read_export

_NAMES = ("lab.ldif", "LAB.LDF", "lab.csv")


@pytest.mark.parametrize("name", _NAMES)
def test_bytes_that_are_no_text_and_a_file_that_is_gone_are_refused(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    with pytest.raises(DirectoryUnread, match="the export cannot be read"):
        read_export(path, datetime.now(UTC))
    path.write_bytes(b"dn: \xff\xfa\n")
    with pytest.raises(DirectoryUnread, match="neither UTF-8 nor Unicode: make it with -u"):
        read_export(path, datetime.now(UTC))


@pytest.mark.parametrize("name", _NAMES)
def test_an_old_export_is_refused_with_its_date(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.touch()
    now = datetime(2026, 11, 26, tzinfo=UTC)
    made = now - OLDEST - timedelta(hours=1)
    os.utime(path, (made.timestamp(), made.timestamp()))
    with pytest.raises(DirectoryUnread, match="the export is of 18 November 2026"):
        read_export(path, now)
