from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reports.cli.options import DATABASE, database_path


@click.command()
@DATABASE
def _which(database: Path | None) -> None:
    click.echo(database_path(database))


@pytest.mark.parametrize(
    ("words", "environment", "place"),
    [
        (["--database", "/a.sqlite"], {"STOCKTAKE_DATABASE": "/b.sqlite"}, "/a.sqlite"),
        ([], {"STOCKTAKE_DATABASE": "/b.sqlite"}, "/b.sqlite"),
        ([], {"STOCKTAKE_DATABASE": ""}, "/home/jo/.local/share/stocktake/catalogue.sqlite"),
        ([], {}, "/home/jo/.local/share/stocktake/catalogue.sqlite"),
        ([], {"XDG_DATA_HOME": "/data"}, "/data/stocktake/catalogue.sqlite"),
        ([], {"XDG_DATA_HOME": ""}, "/home/jo/.local/share/stocktake/catalogue.sqlite"),
    ],
)
def test_the_catalogue_is_the_one_given_or_in_the_users_data_folder(
    words: list[str], environment: dict[str, str], place: str
) -> None:
    clean = {"HOME": "/home/jo", "XDG_DATA_HOME": None, "STOCKTAKE_DATABASE": None}
    done = CliRunner(env=clean | environment).invoke(_which, words)
    assert done.stdout.strip() == place


def test_a_folder_is_no_catalogue(tmp_path: Path) -> None:
    done = CliRunner().invoke(_which, ["--database", str(tmp_path)])
    assert done.exit_code == 2
    assert "directory" in done.stderr
