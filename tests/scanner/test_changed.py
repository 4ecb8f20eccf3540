"""A night after a change: few files are opened, and the answer is that of a fresh scan."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.share.build import build
from benchmarks.share.permissions import Guarding
from tests.scanner.scanning import HOUSE, Stocktake
from tests.scanner.sums import assert_sums
from tests.scanner.totals import assert_totals

_ENTRY = "f.path, e.name FROM entry e JOIN folder f ON f.id = e.folder_id"
_FINDING = (
    "n.entity, n.category, n.occurrences, n.distinct_values, n.counted, n.confidence, n.concealed"
)
_OCCURRENCE = "o.member, o.token, o.count, o.confidence, o.concealed, o.masked, o.locator"
_OF = "n.until IS NULL LEFT JOIN occurrence o ON o.finding_id = n.id"
_ALIKE = (
    f"SELECT e.state, e.cause, {_ENTRY}",
    "SELECT fingerprint, media_type, cause, members, member_gaps, subjects_least, subjects_most,"
    " sets, touched FROM content",
    "SELECT c.fingerprint, g.member, g.cause FROM member_gap g JOIN content c"
    " ON c.id = g.content_id",
    f"SELECT c.fingerprint, {_FINDING}, {_OCCURRENCE}, o.explanation FROM content c"  # noqa: S608 - constants
    f" JOIN finding n ON n.content_id = c.id AND {_OF}",
    f"SELECT {_FINDING}, {_OCCURRENCE}, o.explanation, {_ENTRY}"
    f" JOIN finding n ON n.entry_id = e.id AND {_OF}",
    "SELECT entity, entries, occurrences FROM total WHERE folder_id = 0 AND entries > 0",
)
Found = list[list[str]]
_SAID = re.compile(r"extractors changed: ([0-9,]+) files? examined again, ([0-9,]+) it cannot")
_NEWER = """
import detectors.uk_{name} as module
from dataclasses import replace
module.DETECTOR = replace(module.DETECTOR, version=99, {fields})
"""
_GONE = """
import detectors.registry as registry
registry._NOT_ENTITIES |= {"uk_pnc"}
"""
_NEWER_EXTRACTOR = """
import scanner.extractors.html as module
from dataclasses import replace
module.EXTRACTOR = replace(module.EXTRACTOR, version=99)
"""
_OWN = """
[[detector]]
entity = "LOCAL_TENANCY"
title = "tenancy reference"
category = "identity"
patterns = ["TN[0-9]{6}"]
labels = ["tenancy ref"]
matches = ["TN123456"]
"""
_WORDS = '[words.UK_NINO]\nlabels = ["council tax reference"]\n'
_HEADINGS = '[words.UK_NINO]\nheaders = ["pay ref"]\n'


@dataclass(frozen=True)
class Changed(Stocktake):
    """The command of another version: ``code`` is run at the start of each of its processes."""

    code: str = ""
    settings: str = ""

    @property
    def environment(self) -> dict[str, str]:
        begins = self.home / "begins"
        begins.mkdir(exist_ok=True)
        (begins / "sitecustomize.py").write_text(self.code)
        paths = f"{begins}:{HOUSE}"
        return {**super().environment, "PYTHONPATH": paths}

    def scan(self, tree: Path) -> tuple[int, int]:
        """Scan; return how many files were examined again, and how many stand as they were."""
        options = []
        if self.settings:
            file = self.home / "stocktake.toml"
            file.write_text(self.settings)
            options = ["--settings", str(file)]
        done = self.run("scan", str(tree), "--jobs", "2", *options)
        assert done.returncode in (0, 1), done.stderr
        said = _SAID.search(done.stdout)
        return (int(said[1]), int(said[2])) if said else (0, 0)

    def found(self) -> Found:
        """All that equal nights have in common, down to each explanation, without row ids."""
        with self.connected() as connection:
            return [sorted(map(repr, connection.execute(sql))) for sql in _ALIKE]


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Changed, Found]:
    """A small invented share that was scanned before any change, and what was found in it."""
    folder = tmp_path_factory.mktemp("scanned")
    tree = folder / "share"
    build(tree, 40, 11, Guarding.NONE, 0)
    (tree / "police.txt").write_text("PNC ID: 2003/0062845E of Jane Sample\n")
    (tree / "copy of police.txt").write_text("PNC ID: 2003/0062845E of Jane Sample\n")
    (tree / "rent.txt").write_text("Tenancy ref TN123456 is in arrears.\n")
    (tree / "page.html").write_text("<html><body><p>Write to jane@example.com</p></body></html>")
    (folder / "home").mkdir()
    before = Changed(folder / "home")
    assert before.scan(tree) == (0, 0)
    return tree, before, before.found()


@pytest.mark.parametrize(
    ("code", "settings", "most", "differs"),
    [
        pytest.param(
            _NEWER.format(name="pnc", fields=""), "", 4, False, id="version of a rare one"
        ),
        pytest.param(
            _NEWER.format(name="pnc", fields="check=lambda _: None, check_many=None"),
            "",
            4,
            True,
            id="check of a rare one",
        ),
        pytest.param(
            _NEWER.format(name="nhs", fields="check=lambda _: None, check_many=None"),
            "",
            30,
            True,
            id="check of a frequent one",
        ),
        pytest.param(_GONE, "", 64, True, id="a detector that is gone"),
        pytest.param(_NEWER_EXTRACTOR, "", 10, False, id="an extractor"),
        pytest.param("", _OWN, 64, True, id="a detector of the settings"),
        pytest.param("", _WORDS, 64, False, id="labels of the settings"),
        pytest.param("", _HEADINGS, 30, False, id="headings of the settings"),
    ],
)
def test_a_night_after_a_change_gives_what_a_fresh_scan_does(
    tmp_path: Path,
    scanned: tuple[Path, Changed, Found],
    code: str,
    settings: str,
    most: int,
    *,
    differs: bool,
) -> None:
    tree, before, found_before = scanned
    shutil.copytree(before.home, tmp_path / "later")
    (tmp_path / "fresh").mkdir()
    later = Changed(tmp_path / "later", code, settings)
    again, stands = later.scan(tree)
    found = later.found()
    assert again <= most
    assert again + stands == len(found[0])
    fresh = Changed(tmp_path / "fresh", code, settings)
    shutil.copytree(before.home / "config", fresh.home / "config")  # of one key
    assert fresh.scan(tree) == (0, 0)
    assert found == fresh.found()
    assert (found[3:] != found_before[3:]) == differs
    assert_totals(later.database)
    assert_sums(later.database)
    assert later.scan(tree) == (0, 0)  # and the night after that is quick again
