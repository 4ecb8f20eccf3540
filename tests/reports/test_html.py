"""The page: its words for a real scan, hostile names, and what axe-core says of it in Chromium."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from connectors.base import Cause, Exclusion
from detectors.base import Category
from reports.base import Morning
from reports.cli.report import read_morning
from reports.html import render
from reports.html.sentences import CATEGORY_WORDS, CAUSE_WORDS, RULE_WORDS
from reports.html.visible import visible
from scanner.catalogue.queries.answer import CauseTotal
from scanner.catalogue.queries.holders import Way
from scanner.catalogue.runs import Coverage
from tests.reports.guarded_share import guarded_share
from tests.reports.tiny_share import nino, scanned

_CHROMIUM = Path("/usr/bin/chromium")  # Debian's package
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
_AXE_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
_STATES = ("gaps and green", "red", "nothing scanned", "nothing counted")


@pytest.fixture(scope="module")
def morning(catalogue: Path) -> Morning:
    made = datetime(2026, 11, 25, 7, 5, tzinfo=UTC)
    return replace(read_morning(catalogue), made=made, version="1.2.3")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    """Return a share of 17 folders with a letter each, and a page with something concealed."""
    folder = tmp_path_factory.mktemp("large")
    root = folder / "large"
    for number in range(17):
        (root / f"folder {number}").mkdir(parents=True)
        (root / f"folder {number}" / "letter.txt").write_text(
            f"NI number: JG 10 {30 + number} 59 A"
        )
    hidden = "<p>NI number: JG 10 77 59 A</p><p hidden>NI number: JG 10 78 59 A, JG 10 79 59 A</p>"
    for name in ("page.html", "copy.html"):
        (root / "folder 0" / name).write_text(f"<html><body>{hidden}</body></html>")
    scanned(root, folder / "catalogue.sqlite")
    return read_morning(folder / "catalogue.sqlite")


@pytest.fixture(scope="module")
def guarded() -> Morning:
    """Return a share of real files with real ACLs, and one place of it open to a large group."""
    with guarded_share() as made:
        morning = read_morning(made.database)
    (share,) = morning.shares
    housing, payroll, *others = share.exposed
    unknown = replace(payroll, known=False, readers=0)
    exposed = (replace(housing, broad=("group <All> Staff",)), unknown, *others)
    return replace(morning, shares=(replace(share, exposed=exposed),))


@pytest.fixture(scope="module")
def page(morning: Morning) -> str:
    return render(morning)


def _state(morning: Morning, state: str) -> Morning:
    council = morning.shares[0]
    if state == "red":
        cut = replace(council.answer, outcome="incomplete", reason="the folder <b> is gone")
    elif state == "nothing counted":
        cut = replace(council.answer, outcome="running", coverage=Coverage(0, 0, 0, 0, 0))
        cut = replace(cut, finished=None, gaps=(), exclusions=(), exposed=())
    else:
        return morning if state == "gaps and green" else replace(morning, shares=())
    return replace(morning, shares=(replace(council, answer=cut),))


def _text(page: str) -> str:
    body = HTMLParser(page).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


@pytest.mark.parametrize(
    "words",
    [
        "Report made 25 November 2026, 07:05 UTC",
        "For those who may see these paths.",
        "Not everything was read council Personal data on 6 people was found in 6 of 10 files."
        " 2 files could not be read, or not in full.",
        "Everything was read parish No personal data was found in 1 file read.",
        "10 listed = 7 examined + 0 unchanged + 1 excluded + 2 gaps",
        "1 listed = 1 examined + 0 unchanged + 0 excluded + 0 gaps",
        "National Insurance number – identity 6 6 6",
        "E-mail address – contact 6 6 6",
        "files beside the folders",
        "Damaged: it does not open (corrupt) Pensions/broken.zip 1"
        " Ask the owner whether it still opens; delete or restore it",
        "A kind of file that is not read (unsupported) Pensions/plan.png 1",
        "A link to another place, not a file (symlink) Pensions/link.txt 1",
        "Nothing: all that was listed and is not left out by rule was read in full.",
        "How to read this page",
        "Stocktake, version 1.2.3.",
    ],
)
def test_page_of_a_real_scan_says(page: str, words: str) -> None:
    assert words in _text(page)


@pytest.mark.parametrize(
    "words",
    [
        "National Insurance number – identity 4 of 23 times concealed 19 23 20",
        "Top folders, with all below them, by how often something was found: 15 of 17",
        "Files about most people: at least and at most how many: 10 of 19",
        "Most exposed first: people in it times people who can read it: 10 of 19",
        "Concealed Not seen by who opens the document: a comment, a hidden sheet",
    ],
)
def test_page_says_what_is_concealed_and_where_a_list_is_cut(large: Morning, words: str) -> None:
    assert words in _text(render(large))


@pytest.mark.parametrize(
    "words",
    [
        "It lies in 4 places with different readers. 1 is open to a large group: look at it first."
        " Of 1 it is not known who can read it.",
        "Housing identity in 3 files 1 to 3 2 people open to group <All> Staff",
        "Payroll identity in 1 file 1 not known",
        "Housing/Private health in 1 file 1 administrators only",
        "Payroll/6.txt , of its own permissions identity in 1 file 1 administrators only",
        "Who, and by which permissions 2 people : ann , bob member of group housing, which may"
        " pass a folder on the way → member of group housing, which may read",
    ],
)
def test_page_says_who_can_read_each_place(guarded: Morning, words: str) -> None:
    assert words in _text(render(guarded))


def test_places_are_cut_and_a_share_without_any_has_no_table(guarded: Morning) -> None:
    (share,) = guarded.shares
    many = replace(share, exposed=share.exposed * 4)
    assert "people who can read it: 15 of 16" in _text(render(replace(guarded, shares=(many,))))
    none = replace(share, exposed=())
    assert "Places, most exposed" not in render(replace(guarded, shares=(none,)))


def test_a_place_opens_to_who_can_read_it_by_which_grants_and_to_its_files(
    guarded: Morning,
) -> None:
    (share,) = guarded.shares
    housing, unknown, *_ = share.exposed
    way = Way(("by the share", "member of <b>"), tuple(f"p{n}" for n in range(10)), 1_204)
    files = tuple(f"{number}.txt" for number in range(10))
    many = replace(housing, apart=True, files=12, paths=files, ways=(way,) * 9)
    unsure = replace(unknown, ways=(), statement=("Nobody <i> knows.",))
    page = render(replace(guarded, shares=(replace(share, exposed=(many, unsure)),)))
    first, second = (_text(each.html or "") for each in HTMLParser(page).css("details"))
    assert first.startswith("Who, and by which permissions 1,204 people : p0 , p1 , ")
    assert "p9 and 1,194 more by the share → member of <b>" in first
    assert "and by 1 other grant: stocktake who-can-reach" in first.replace(" :", ":")
    assert first.endswith("8.txt , 9.txt and 2 more")
    assert second == "What is not known Not known: Nobody <i> knows."
    assert "0.txt and 11 more files of their own permissions in Housing" in _text(page)


def test_shares_of_one_name_are_told_apart(morning: Morning) -> None:
    def named(*roots: str) -> list[str]:
        council = morning.shares[0]
        shares = tuple(
            replace(council, answer=replace(council.answer, name="docs", root=root))
            for root in roots
        )
        page = HTMLParser(render(replace(morning, shares=shares)))
        said = [each.text().strip() for each in page.css("li.answer a")]
        assert said == [each.text().strip() for each in page.css(".opening h2")]
        return said

    assert named("smb://files01/docs", "smb://files02/docs", "/srv/docs") == [
        *("docs on files01", "docs on files02", "docs")
    ]
    assert named("/srv/a/docs", "/srv/b/docs") == ["/srv/a/docs", "/srv/b/docs"]


def test_where_nothing_is_concealed_or_cut_nothing_is_said_of_it(page: str) -> None:
    assert "times concealed" not in page
    assert 'class="cut"' not in page


def test_a_share_is_green_only_when_complete_and_without_gaps(morning: Morning) -> None:
    shown = {
        state: [
            item.attributes["class"] or ""
            for item in HTMLParser(render(_state(morning, state))).css("li.answer")
        ]
        for state in _STATES
    }
    assert shown == {
        "gaps and green": ["answer amber", "answer green"],
        "red": ["answer red"],
        "nothing scanned": [],
        "nothing counted": ["answer red"],
    }


def test_a_share_that_did_not_end_says_why_and_never_that_nothing_is_missing(
    morning: Morning,
) -> None:
    words = _text(render(_state(morning, "red")))
    assert "Not complete: the folder <b> is gone ." in words
    assert "This scan did not end" in words
    words = _text(render(_state(morning, "nothing counted")))
    assert "not ended" in words
    assert "0 listed" not in words
    assert "read in full." not in words.split("How to read this page")[0]


def test_reach_that_is_not_known_is_never_shown_as_none(morning: Morning) -> None:
    council = morning.shares[0]
    assert council.answer.exposed
    unknown = tuple(replace(each, known=False, readers=0) for each in council.answer.exposed)
    answer = replace(council.answer, exposed=unknown)
    words = _text(render(replace(morning, shares=(replace(council, answer=answer),))))
    assert "1 not known" in words
    assert "the permissions could not be worked out" in words


def test_hostile_names_are_shown_and_do_nothing(page: str) -> None:
    tree = HTMLParser(page)
    assert not tree.css("img, script, iframe, object, embed, link, form")
    assert not [node for node in tree.css("*") for name in node.attributes if name[:2] == "on"]
    words = _text(page)
    assert "<img src=x onerror=alert(1)> & 'co'.txt" in words
    assert "photo U+202E gpj.txt" in words
    assert "two U+000A lines U+0007 .txt" in words
    assert "caf\\xe9.txt" in words
    assert "\u202e" not in page


def test_a_hostile_share_name_stays_inside_its_attributes(morning: Morning) -> None:
    council = morning.shares[0]
    answer = replace(
        council.answer,
        name='"><script>x</script>\u202e',
        gaps=(CauseTotal(Cause.DENIED, 2, "\u2066<i>"),),
    )
    page = render(replace(morning, shares=(replace(council, answer=answer),)))
    assert not HTMLParser(page).css("script, i")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)


def test_page_holds_no_value_in_clear_and_no_address(page: str) -> None:
    for number in range(6):
        assert nino(number) not in page
        assert nino(number).replace(" ", "") not in page
        assert f"someone{number}" not in page
    assert "Invented" not in page
    assert not re.search(r"https?:|\bsrc=(?!x onerror)|url\(|@import", page)


@pytest.mark.parametrize("sign", ["\u200b", "\u200f", "\u2028", "\ud800", "\ue000", "\x7f"])
def test_what_has_no_shape_is_written_out(sign: str) -> None:
    assert visible(sign) == f'<bdi><span class="unseen">U+{ord(sign):04X}</span></bdi>'


def test_every_cause_rule_and_category_has_its_words() -> None:
    assert set(CAUSE_WORDS) == set(Cause)
    assert set(RULE_WORDS) == set(Exclusion)
    assert set(CATEGORY_WORDS) == set(Category)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if not _CHROMIUM.exists():
        if os.environ.get("STOCKTAKE_CI") == "1":
            pytest.fail(f"{_CHROMIUM} is missing: install Debian's chromium")
        pytest.skip(f"{_CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", [*_STATES, "large", "guarded"])
def test_axe_finds_nothing_and_nothing_is_fetched(
    chromium: Browser, request: pytest.FixtureRequest, tmp_path: Path, state: str, width: int
) -> None:
    file = tmp_path / "page.html"
    named = state in ("large", "guarded")
    shown = request.getfixturevalue(state if named else "morning")
    if not named:
        shown = _state(shown, state)
    file.write_text(render(shown), encoding="utf-8")
    view = chromium.new_page(viewport={"width": width, "height": 800})
    requests: list[str] = []
    troubles: list[str] = []
    view.on("request", lambda request: requests.append(request.url))
    view.on("console", lambda message: troubles.append(message.text))
    view.goto(file.as_uri())
    view.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    result = view.evaluate("rules => axe.run(document, rules)", _AXE_RULES)
    view.close()
    found = [
        f"{each['id']}: {node['html']}" for each in result["violations"] for node in each["nodes"]
    ]
    assert found == []
    assert troubles == []
    assert requests == [file.as_uri()]
