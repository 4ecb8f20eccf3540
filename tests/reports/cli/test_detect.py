from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.detectors.names.ruled_model import model_that_sees
from tests.reports.cli.calling import says, stocktake
from tests.reports.cli.conftest import LETTER, RED_NAME

CONTRACT = [  # design.md 5
    *("path", "member", "passage", "locator", "kind", "entity", "start", "end", "text"),
    *("canonical", "confidence", "explanation"),
]


def _rows(*words: str | Path, typed: bytes = b"") -> tuple[int, list[dict[str, Any]]]:
    done = stocktake("detect", *words, "--format", "jsonl", typed=typed)
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_rows_are_what_the_contract_says_and_offsets_lie_in_the_passage(share: Path) -> None:
    letter = share / "Housing" / "letter.txt"
    status, rows = _rows(letter)
    assert status == 0
    assert [list(row) for row in rows] == [CONTRACT] * len(rows)
    found = {row["entity"]: row for row in rows}
    assert found["UK_NINO"]["canonical"] == "JG103059"
    assert found["UK_NINO"]["locator"] == [["line", 2]]
    assert found["EMAIL_ADDRESS"]["text"] == "someone0@example.org"
    passages = [json.loads(line) for line in stocktake("extract", letter).stdout.splitlines()]
    text = {passage["passage"]: passage["text"] for passage in passages}
    for row in rows:
        assert text[row["passage"]][row["start"] : row["end"]] == row["text"]
        assert row["canonical"] not in row["explanation"]
        assert 0.5 <= row["confidence"] < 1


def test_offsets_are_characters_behind_letters_of_several_bytes() -> None:
    words = "Ffôn: Siân – 🏴 \nNational Insurance number: JG 10 30 59 A\n"
    _, rows = _rows("-", typed=words.encode())
    (row,) = (row for row in rows if row["entity"] == "UK_NINO")
    assert words[row["start"] : row["end"]] == "JG 10 30 59 A"


@pytest.mark.parametrize("typed", [b"", b"\n", b"The bins are emptied on Tuesday.\n"])
def test_nothing_to_find_prints_nothing(typed: bytes) -> None:
    assert _rows("-", typed=typed) == (0, [])


def test_a_member_is_named_and_one_that_is_not_read_is_a_gap_with_status_1(share: Path) -> None:
    status, rows = _rows(share / "old.zip")
    assert status == 1
    path = str(share / "old.zip")
    found = [row for row in rows if "entity" in row]
    assert [(row["path"], row["member"]) for row in found] == [(path, "in\x1b[31mner.txt")]
    gap = {"path": path, "member": "pic\x1b[31m.png", "state": "gap", "cause": "unsupported"}
    assert gap in rows


def test_a_broken_document_is_a_gap_of_its_own(share: Path) -> None:
    path = share / "Pensions" / "broken.zip"
    gap = {"path": str(path), "member": None, "state": "gap", "cause": "corrupt"}
    assert _rows(path) == (1, [gap])


def test_a_folder_is_read_to_its_end_whatever_lies_in_it(share: Path) -> None:
    status, rows = _rows(share)
    assert status == 1
    paths = {row["path"] for row in rows if row.get("entity") == "UK_NINO"}
    assert str(share / RED_NAME) in paths
    assert f"{share}/Pensions/caf\\xe9.txt" in paths
    assert len(paths) == 9
    assert not any(path.endswith("link.txt") for path in paths)


def test_text_names_place_entity_and_why_and_escapes_everything(share: Path) -> None:
    done = stocktake("detect", share / RED_NAME, share / "old.zip")
    assert done.returncode == 1
    red, member, gap, *_ = done.stdout.splitlines()
    assert red.startswith(f"{share}/esc[U+001B][31mred[U+001B]]0;owned[U+0007].txt: UK_NINO 'JG 10")
    assert "own label before it" in red
    assert member.startswith(f"{share}/old.zip > in[U+001B][31mner.txt: UK_NINO")
    assert gap == f"{share}/old.zip > pic[U+001B][31m.png: not read: unsupported"


def test_a_table_in_a_zip_on_standard_input_is_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        rows = "".join(f"{n},JG 10 {n} 59 A\n" for n in range(30, 40))
        archive.writestr("people.csv", "row,NI number\n" + rows)
    status, found = _rows("-", typed=packed.getvalue())
    assert status == 0
    assert [row["canonical"] for row in found] == [f"JG10{n}59" for n in range(30, 40)]
    assert {row["member"] for row in found} == {"people.csv"}


def test_a_missing_path_is_one_line_and_reads_nothing(share: Path) -> None:
    done = stocktake("detect", share / "beside.txt", share / "no\x1b[31mne")
    says(done, 2, "Cannot read", "no[U+001B][31mne", "standard input")
    assert done.stdout == ""


def test_nothing_is_stored(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER.format(30))
    home = tmp_path / "home"
    home.mkdir()
    done = stocktake("detect", tmp_path / "letter.txt", HOME=str(home), TMPDIR=str(home))
    assert "JG 10 30 59 A" in done.stdout
    kept = [path.relative_to(home) for path in home.rglob("*") if path.is_file()]
    # Only what the detectors are compiled to: nothing of any document.
    assert {str(path.parent) for path in kept} == {".cache/stocktake"}


def test_a_name_model_is_asked_where_it_is_given_and_refused_where_it_is_not_there(
    tmp_path: Path,
) -> None:
    model = model_that_sees(tmp_path / "model", ["Zoë"])
    text = "Zoë’s cat is damp and he said that the flat was cold and that nobody came to see them."
    assert _rows("-", "--name-model", "off", typed=text.encode()) == (0, [])
    _, (row,) = _rows("-", "--name-model", model, typed=text.encode())
    assert (row["text"], "name model" in row["explanation"]) == ("Zoë", True)
    done = stocktake("detect", "-", "--name-model", "en_no_such_model", typed=text.encode())
    assert done.returncode == 2
    assert "there is no spaCy model 'en_no_such_model'" in done.stderr


_RECOGNISERS = r"""recognizers:
  - name: Library card
    supported_entity: LIBRARY_CARD
    patterns:
      - {name: after its label, regex: '(?<=card )L[0-9]{6}\b', score: 0.5}
    context: [library]
"""


def test_own_presidio_recognisers_are_explained(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(_RECOGNISERS)
    status, (row,) = _rows("-", "--recognisers", own, typed=b"Her library card L123456.")
    assert status == 0
    assert (row["entity"], row["text"], row["confidence"]) == ("LIBRARY_CARD", "L123456", 0.85)
    assert row["explanation"] == (
        "own Presidio recogniser Library card: pattern after its label; context word library"
    )


def test_a_wrong_file_of_recognisers_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(_RECOGNISERS.replace("LIBRARY_CARD", "UK_NHS"))
    done = stocktake("detect", "-", "--recognisers", own, typed=b"")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{own}: recogniser Library card: UK_NHS is found already" in done.stderr
