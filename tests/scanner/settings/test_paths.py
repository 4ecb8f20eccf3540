from __future__ import annotations

import pytest

from scanner.settings import Settings
from scanner.settings.paths import left_out


def _left_out(pattern: str, path: str) -> bool:
    told = left_out(Settings.model_validate({"exclude": [{"paths": [pattern], "why": "a test"}]}))
    assert told is not None
    *folder, name = path.split("/")
    in_folder = told(tuple(folder))
    return in_folder is not None and in_folder(name)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("HR/Union", "HR/Union"),
        ("hr/union/", "HR/Union"),
        ("HR/Union/**", "HR/Union"),
        ("HR/*/Drafts", "HR/2024/Drafts"),
        ("**/Drafts", "Drafts"),
        ("**/Drafts", "HR/2024/Drafts"),
        ("**/*.iso", "images/debian.ISO"),
        ("HR/**/old*", "HR/a/b/older.txt"),
        ("HR/**/old*", "HR/old"),
        ("report?.txt", "report1.txt"),
        ("a/**/b/**/c", "a/x/b/b/y/c"),
        ("HR/**/**", "HR"),
    ],
)
def test_a_path_is_left_out(pattern: str, path: str) -> None:
    assert _left_out(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("HR/Union", "HR"),
        ("HR/Union", "HR/Unions"),
        ("Union", "HR/Union"),
        ("HR/*/Drafts", "HR/Drafts"),
        ("*.iso", "images/debian.iso"),
        ("**/Drafts/**", "HR/Drafts2"),
        ("report?.txt", "report10.txt"),
    ],
)
def test_a_path_is_not_left_out(pattern: str, path: str) -> None:
    assert not _left_out(pattern, path)


def test_of_a_folder_that_no_path_leads_to_no_name_is_asked() -> None:
    told = left_out(Settings.model_validate({"exclude": [{"paths": ["HR/Union"], "why": "test"}]}))
    assert told is not None
    assert told(("Housing",)) is None


def test_without_exclusions_there_is_nothing_to_ask() -> None:
    assert left_out(Settings()) is None
