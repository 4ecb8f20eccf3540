from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reports.cli.kinds import kind_words


def _made(place: Path, kind: str) -> Path:
    if kind == "a file":
        place.touch()
    elif kind == "a folder":
        place.mkdir()
    elif kind == "a pipe":
        os.mkfifo(place)
    else:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(place))
    return place


@pytest.mark.parametrize("kind", ["a file", "a folder", "a pipe", "a socket"])
def test_what_lies_there_is_said_in_words(kind: str, tmp_path: Path) -> None:
    assert kind_words(os.stat(_made(tmp_path / "it", kind)).st_mode) == kind


def test_a_device_and_what_nobody_foresaw_have_words_too() -> None:
    assert kind_words(os.stat("/dev/null").st_mode) == "a device"
    assert kind_words(0) == "a special file"
