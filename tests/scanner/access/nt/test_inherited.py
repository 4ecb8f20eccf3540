"""Inherited ACEs that do not come from the folder above: after a move, or a change left there."""

from __future__ import annotations

import pytest

from scanner.access.nt.inherited import strays
from tests.scanner.access.nt.small_office import SIDS, nt


def _strays(own: str, above: str, *, is_folder: bool = False) -> list[str]:
    names = {sid: name for name, sid in SIDS.items()}
    return [names[ace.sid] for ace in strays(nt(own), nt(above), is_folder=is_folder)]


@pytest.mark.parametrize(
    "above",
    [
        "D:(A;OI;FR;;;{ann})",
        "D:(A;OICIIO;FR;;;{ann})",
        "D:(A;OICI;GR;;;{ann})",  # generic, mapped when it is handed down
        "D:(A;OICIID;FR;;;{ann})",  # itself inherited
        "D:(A;OINP;FR;;;{ann})",
        "D:(A;OICIIO;FR;;;CO)",  # whoever makes a file
    ],
)
def test_what_the_folder_hands_down_to_files_is_no_stray(above: str) -> None:
    assert _strays("D:(A;ID;FR;;;{ann})", above) == []


@pytest.mark.parametrize(
    "above",
    [
        "D:(A;OICI;FR;;;{bob})",
        "D:(A;CI;FR;;;{ann})",  # to folders alone
        "D:(A;;FR;;;{ann})",
        "D:(A;OICI;FA;;;{ann})",
        "D:(D;OICI;FR;;;{ann})",
        "D:",
    ],
)
def test_what_it_does_not_hand_down_was_inherited_elsewhere(above: str) -> None:
    assert _strays("D:(A;ID;FR;;;{ann})(A;;FA;;;{bob})", above) == ["ann"]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("D:(A;CI;FR;;;{ann})", []),
        ("D:(A;OI;FR;;;{ann})", []),  # for the files in folders below
        ("D:(A;OINP;FR;;;{ann})", ["ann"]),
        ("D:(A;;FR;;;{ann})", ["ann"]),
    ],
)
def test_to_a_folder_goes_what_is_for_folders_or_for_files_below(
    above: str, found: list[str]
) -> None:
    assert _strays("D:(A;OICIIOID;FR;;;{ann})", above, is_folder=True) == found


def test_where_there_is_no_dacl_nothing_is_said() -> None:
    assert _strays("D:NO_ACCESS_CONTROL", "D:(A;OI;FR;;;{ann})") == []
    assert _strays("D:(A;ID;FR;;;{ann})", "D:NO_ACCESS_CONTROL") == []
