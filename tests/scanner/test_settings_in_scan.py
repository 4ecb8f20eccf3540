"""What a council sets, in scans as a user runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scanner.scanning import Stocktake

_NHS = "NHS number: 999 000 0018\n"
_RECOGNISERS = """recognizers:
  - name: Locker card
    supported_language: en
    supported_entity: LOCKER_CARD
    patterns: [{name: card, regex: 'LK-[0-9]{5}', score: 0.8}]
"""


def _set(stocktake: Stocktake, text: str) -> None:
    folder = stocktake.home / "config" / "stocktake"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stocktake.toml").write_text(text)


def _states(stocktake: Stocktake) -> dict[str, tuple[object, object]]:
    return {str(row["path"]): (row["state"], row["cause"]) for row in stocktake.export("entries")}


def _holding_nhs(stocktake: Stocktake) -> set[object]:
    rows = stocktake.export("occurrences")
    return {row["path"] for row in rows if row["entity"] == "UK_NHS"}


def test_what_is_left_out_is_excluded_and_its_findings_go(
    stocktake: Stocktake, share: Path
) -> None:
    for name in ("HR/Union/minutes.txt", "HR/Union/old/minutes.txt", "HR/rota.txt", "a.bak"):
        (share / name).parent.mkdir(parents=True, exist_ok=True)
        (share / name).write_text(_NHS)
    assert stocktake.run("scan", str(share)).returncode == 0
    assert len(stocktake.export("findings")) == 4
    before = len(stocktake.export("entries"))
    _set(stocktake, "[[exclude]]\npaths = ['HR/Union/**', '**/*.BAK']\nwhy = 'agreed with unions'")
    done = stocktake.run("scan", str(share))
    assert done.returncode == 0, done.stderr
    states = _states(stocktake)
    assert states["HR/Union"] == states["a.bak"] == ("excluded", "settings")
    assert states["HR/rota.txt"] in {("examined", None), ("unchanged", None)}
    assert not [path for path in states if path.startswith("HR/Union/")]
    assert len(states) == before - 1  # two files below one folder that is now an entry
    assert {row["path"] for row in stocktake.export("occurrences")} == {"HR/rota.txt"}
    coverage = stocktake.coverage()
    assert coverage["excluded"] == 2
    assert coverage["outcome"] == "complete"
    _set(stocktake, "")
    assert stocktake.run("scan", str(share)).returncode == 0
    assert _states(stocktake)["HR/Union/minutes.txt"][0] == "examined"


def test_leaving_out_nearly_all_of_a_share_is_not_taken_for_a_dropped_mount(
    stocktake: Stocktake, share: Path
) -> None:
    for number in range(8):
        place = share / "big" / f"{number % 2}" / f"{number}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{number}\n")
    (share / "small.txt").write_text("small\n")
    assert stocktake.run("scan", str(share)).returncode == 0
    _set(stocktake, "[[exclude]]\npaths = ['big']\nwhy = 'an archive of pictures'")
    done = stocktake.run("scan", str(share))
    assert done.returncode == 0, done.stderr
    assert set(_states(stocktake)) == {"big", "small.txt"}


@pytest.mark.parametrize(
    "set_",
    [
        "[[allow]]\nentity = 'UK_NHS'\nvalues = ['999 000 0018']\nwhy = 'a sample'",
        "[threshold]\nUK_NHS = 0.8",
    ],
)
def test_allowed_and_unsure_values_are_in_no_finding(
    stocktake: Stocktake, share: Path, set_: str
) -> None:
    (share / "a.txt").write_text("0161 496 0999, then 9990000018\n")
    (share / "b.txt").write_text("NHS number: 999 000 0026\n")
    assert stocktake.run("scan", str(share)).returncode == 0
    assert _holding_nhs(stocktake) == {"a.txt", "b.txt"}
    _set(stocktake, set_)
    assert stocktake.run("scan", str(share)).returncode == 0
    assert _holding_nhs(stocktake) == {"b.txt"}


def test_own_presidio_recognisers_run_in_a_scan(stocktake: Stocktake, share: Path) -> None:
    (share / "a.txt").write_text("Card LK-12345 was lost.\n")
    _set(stocktake, "recognisers = 'own.yaml'")
    done = stocktake.run("scan", str(share))
    assert done.returncode == 2
    assert "Cannot use the recognisers" in done.stderr
    (stocktake.home / "config" / "stocktake" / "own.yaml").write_text(_RECOGNISERS)
    done = stocktake.run("scan", str(share))
    assert done.returncode == 0, done.stderr
    (row,) = stocktake.export("occurrences")
    assert row["entity"] == "LOCKER_CARD"
    assert "LK" not in str(row)
