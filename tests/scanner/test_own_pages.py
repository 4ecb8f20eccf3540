"""Our own reports: left out by rule, and no way to hide anything behind that rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.extractors.base import Budget, Source
from scanner.keys import TokenKey
from scanner.own_pages import is_ours, marked
from tests.scanner.scanning import Stocktake

KEY = TokenKey(bytes(range(32)))
PAGE = "<!DOCTYPE html>\n<p>Housing – 3 files</p>\n</html>"
NHS = "NHS number: 999 000 0018\n"


def _ours(content: bytes) -> bool:
    return is_ours(Source.of_bytes(content), KEY, Budget())


@pytest.mark.parametrize("page", [PAGE, PAGE + "\n", "\n" + PAGE * 40_000])
def test_a_marked_page_is_ours(page: str) -> None:
    made = marked(page, KEY)
    assert made.startswith(page)
    assert _ours(made.encode())


MADE = marked(PAGE, KEY)
MARK = MADE.splitlines()[-1] + "\n"


@pytest.mark.parametrize(
    "content",
    [
        "",
        PAGE,
        MARK,
        NHS + MADE,
        MADE + NHS,
        MADE + "\n",
        MADE.replace("3 files", "4 files"),
        PAGE + "\n" + NHS + MARK,
        NHS + MARK,
        marked(PAGE, TokenKey(bytes(32))),
        MADE.upper(),
    ],
)
def test_a_page_that_was_changed_or_forged_is_not_ours(content: str) -> None:
    assert not _ours(content.encode())


def test_a_report_in_a_share_is_left_out_until_somebody_changes_it(
    stocktake: Stocktake, share: Path
) -> None:
    (share / "jane@sample.example.txt").write_text(NHS)
    page = share / "report.html"
    page.write_text(NHS)
    assert stocktake.run("scan", str(share)).returncode == 0
    assert stocktake.run("report", "html", "--output", str(page)).returncode == 0
    assert "jane@sample.example" in page.read_text()
    (share / "copy.html").write_bytes(page.read_bytes())
    for _ in range(2):
        assert stocktake.run("scan", str(share)).returncode == 0
        found = stocktake.coverage()
        assert (found["enumerated"], found["excluded"], found["gaps"]) == (3, 2, 0)
        states = stocktake.states()
        assert states["report.html"] == states["copy.html"] == ("excluded", "own-files")
        assert {row["path"] for row in stocktake.export("occurrences")} == {
            "jane@sample.example.txt"
        }
    page.write_text(page.read_text().replace("</html>", NHS + "</html>"))
    assert stocktake.run("scan", str(share)).returncode == 0
    assert stocktake.states()["report.html"] == ("examined", None)
    assert "report.html" in {row["path"] for row in stocktake.export("occurrences")}
    with stocktake.connected() as connection:
        totals = connection.execute(
            "SELECT entries FROM total WHERE folder_id = 0 AND entity = 'UK_NHS'"
        )
        assert totals.fetchall() == [(2,)]


def test_a_report_made_without_the_key_says_that_a_scan_will_read_it(
    stocktake: Stocktake, share: Path
) -> None:
    (share / "a.txt").write_text(NHS)
    assert stocktake.run("scan", str(share)).returncode == 0
    page = share / "report.html"
    (stocktake.home / "config/stocktake/token.key").unlink()
    done = stocktake.run("report", "html", "--output", str(page))
    assert (done.returncode, done.stderr) == (0, "")
    assert "A scan of its folder will read it" in done.stdout
    assert "own-files" not in page.read_text()
