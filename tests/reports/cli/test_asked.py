from __future__ import annotations

from pathlib import Path

import pytest

from reports.cli.asked import asked
from reports.cli.catalogue import opened
from scanner.catalogue.queries.guards import Target, target
from scanner.errors import SettingsError


def test_a_path_is_a_folder_or_else_a_file_of_its_share(share: Path, scanned_share: Path) -> None:
    with opened(scanned_share) as connection:
        folder = asked(connection, share / "Pensions", target, "")
        file = asked(connection, share / "Pensions" / "broken.zip", target, "")
    assert (folder.folder, folder.name) == ("Pensions", None)
    assert file == Target(folder.share_id, "Pensions", "broken.zip")


def test_what_is_not_known_is_refused_by_when_it_was_asked_for(
    share: Path, scanned_share: Path
) -> None:
    with opened(scanned_share) as connection:
        with pytest.raises(SettingsError, match="scan its folder first"):
            asked(connection, share / "nowhere", target, "")
        with pytest.raises(SettingsError, match="was not known on 2020-01-01"):
            asked(connection, share / "nowhere", target, "on 2020-01-01")
