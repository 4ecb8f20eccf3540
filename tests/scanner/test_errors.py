"""Errors are sorted by what the caller does next: by the status that a command ends with."""

from __future__ import annotations

import pickle
from contextlib import ExitStack
from pathlib import Path

import pytest

from connectors.base import ConnectorError
from scanner import errors
from scanner.catalogue.engine import scan_lock
from scanner.errors import CatalogueError, SettingsError, StocktakeError
from tests.scanner.scanning import Stocktake


def test_there_is_no_kind_of_error_without_a_caller_that_treats_it_apart() -> None:
    kinds = {each for each in vars(errors).values() if isinstance(each, type)}
    assert kinds == {StocktakeError, SettingsError, CatalogueError}


@pytest.mark.parametrize(
    ("kind", "other"), [(SettingsError, CatalogueError), (CatalogueError, SettingsError)]
)
def test_an_error_ends_a_command_and_is_no_gap(
    kind: type[StocktakeError], other: type[StocktakeError]
) -> None:
    error = kind("What, where and what to do next.")
    assert isinstance(error, StocktakeError)
    assert not isinstance(error, other | ConnectorError | OSError | ValueError)
    assert str(error) == "What, where and what to do next."
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes; workers send errors
    assert type(again) is kind
    assert str(again) == str(error)


@pytest.mark.parametrize(("broken", "status"), [("settings", 2), ("catalogue", 3)])
def test_a_command_ends_with_the_status_of_its_error(
    tmp_path: Path, broken: str, status: int
) -> None:
    stocktake = Stocktake(tmp_path / "home")
    (tmp_path / "home").mkdir()
    share = tmp_path / "share"
    share.mkdir()
    with ExitStack() as held:
        if broken == "catalogue":
            held.enter_context(scan_lock(stocktake.database))
        else:
            share.rmdir()
        done = stocktake.run("scan", str(share))
    assert done.returncode == status
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
