from __future__ import annotations

import re
import sys
import types
from importlib.metadata import version

import pytest

from reports.doctor.base import State
from reports.doctor.libraries import NEEDS, Need, archives, checked, detection, kinds_of_files
from scanner.extractors.members import unpacked


def test_every_library_of_the_product_is_there_with_its_version_and_its_formats() -> None:
    lines = {line.what: line for line in checked()}
    assert {line.state for line in lines.values()} == {State.OK}
    assert f"pypdfium2 {version('pypdfium2')};" in lines["PDF"].said
    assert f"pdfminer.six {version('pdfminer.six')}" in lines["PDF"].said
    assert not any("{}" in line.said for line in lines.values())


def test_each_need_names_a_place_for_each_of_its_libraries() -> None:
    assert [need.what for need in NEEDS if need.how.count("{}") != len(need.by)] == []


def test_what_is_not_installed_or_not_loaded_is_missing_with_what_to_do() -> None:
    needs = (
        Need("plans", (("pypdfium2", "pypdfium2"), ("no-such-thing", "no_such_thing")), "{} {}"),
        Need("maps", (("pypdfium2", "pypdfium2.no_such_part"),), "{}"),
        Need("bridges", (("no-such-thing", ""),), "{}"),
    )
    lines = list(checked(needs))[: len(needs)]
    assert {line.state for line in lines} == {State.MISSING}
    assert lines[0].said == "no-such-thing cannot be loaded: install Stocktake again"
    assert [line.what for line in lines] == ["plans", "maps", "bridges"]


def test_the_kind_of_a_file_is_told_with_libmagic_of_a_version() -> None:
    line = kinds_of_files()
    assert line.state is State.OK
    assert re.search(r"libmagic 5\.\d\d$", line.said)


def test_without_libmagic_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "magic", None)  # importing it raises ImportError, as there
    line = kinds_of_files()
    assert (line.state, "libmagic1" in line.said) == (State.MISSING, True)


def test_archives_are_read_with_libarchive_of_a_version() -> None:
    line = archives()
    assert line.state is State.OK
    assert re.search(r"libarchive 3\.\d+\.\d+$", line.said)


def test_without_libarchive_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "LIBRARY", 0)  # as where the C library is not found
    line = archives()
    assert (line.state, "libarchive13" in line.said) == (State.MISSING, True)


@pytest.mark.parametrize(
    ("engine", "state", "said"),
    [("hyperscan 0.7.8", State.OK, "hyperscan 0.7.8"), ("re", State.TO_DO, "slower")],
)
def test_the_slower_engine_is_something_to_do(
    engine: str, state: State, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = types.ModuleType("detectors.engine.database")
    found.ENGINE = engine  # type: ignore[attr-defined]  # as on a machine without a wheel
    monkeypatch.setitem(sys.modules, found.__name__, found)
    line = detection()
    assert line.state is state
    assert said in line.said
