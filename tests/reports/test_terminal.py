from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from connectors.base import Cause
from reports import terminal
from scanner.catalogue.queries.answer import CauseTotal, EntityTotal, ShareAnswer
from scanner.catalogue.queries.exposure import Exposed
from scanner.catalogue.runs import Coverage

CLEAN = ShareAnswer(
    root="/srv/share",
    name="share",
    source="local",
    started="2026-11-25T01:00:00+00:00",
    finished="2026-11-25T02:00:00+00:00",
    outcome="complete",
    reason=None,
    coverage=Coverage(3, 2, 1, 0, 0),
    filtered=False,
    permissions_unread=0,
    share_untold=False,
    entities=(),
    gaps=(),
    exclusions=(),
    fullest=(),
    bulk=0,
    fullest_of=0,
    people=(0, 0),
    readers=0,
    broad=(),
    exposed=(),
    exposed_of=0,
)
FULL = replace(
    CLEAN,
    coverage=Coverage(1_003, 1_001, 0, 1, 1),
    entities=(
        EntityTotal("UK_NHS", "health", 1, 12_345, 9, 0),
        EntityTotal("NEW", "x", 2, 2, 2, 0),
    ),
    gaps=(CauseTotal("denied", 1, "a/b\x1b[31m.txt"),),
    exclusions=(CauseTotal("symlink", 1, "a/link"),),
    people=(2, 9),
    readers=1,
    exposed=(
        Exposed("[red]a[/red].txt", 1, (), 9, True),
        Exposed("b\n.txt", 0, (), 1, False),
    ),
)


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(answer: ShareAnswer, output: io.StringIO | None = None) -> str:
    output = output or io.StringIO()
    console = terminal._console(output, (answer,))
    terminal._print_equation(console, answer)
    terminal._print_found(console, answer)
    return output.getvalue()


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("answer", "colour"),
    [
        (CLEAN, "\x1b[32m"),
        (replace(CLEAN, coverage=Coverage(3, 2, 0, 0, 1)), "\x1b[33m"),
        (replace(CLEAN, outcome="stopped", reason="stopped"), "\x1b[33m"),
        (replace(CLEAN, outcome="running", finished=None), "\x1b[33m"),
    ],
)
def test_only_a_share_that_is_complete_without_gaps_is_green(
    answer: ShareAnswer, colour: str
) -> None:
    (line,) = (row for row in _shown(answer, _Screen()).splitlines() if " listed = " in row)
    assert line.startswith(colour)


def test_a_reason_and_a_scan_that_was_cut_off_are_told() -> None:
    stopped = replace(CLEAN, outcome="stopped", reason="the disk is \x1b[31mgone")
    assert "Not complete: the disk is [U+001B][31mgone." in _shown(stopped)
    running = replace(CLEAN, outcome="running", finished=None)
    told = _words(_shown(running))
    assert "scan begun 25 November 2026, 01:00 UTC, not ended" in told
    assert "running or was cut off, and these are the figures so far" in told
    assert "Not complete" not in _shown(CLEAN)


def test_the_answer_has_every_number_and_word() -> None:
    words = _words(_shown(FULL))
    assert "1,003 listed = 1,001 examined + 0 unchanged + 1 excluded + 1 gap" in words
    assert "denied 1 a/b[U+001B][31m.txt give the scanning account read access" in words
    assert "excluded by rule symlink: 1" in words
    assert "identifiers; 1 person can read some of it, and there may be more." in words
    assert "NHS number health 1 12,345 9" in words
    assert "NEW x 2 2 2" in words  # an entity without words of its own keeps its name
    assert "[red]a[/red].txt 9 1" in words
    assert "b[U+000A].txt 1 not known" in words


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ((0, 0), "Nothing that counts people; "),
        ((0, 5), "Up to 5 people by their names, e-mail addresses or telephone numbers; "),
        ((1, 1), "About 1 person by"),
        ((7, 7), "About 7 people by"),
        ((1, 2), "About 1 to 2 people by"),
    ],
)
def test_people_are_a_number_or_a_range(people: tuple[int, int], said: str) -> None:
    assert said in _shown(replace(FULL, people=people))


@pytest.mark.parametrize(
    ("broad", "said"),
    [
        (("everyone with an account",), "everyone"),
        (("everyone with an account but ann",), "nearly everyone"),
        (("group staff",), "nearly everyone"),
    ],
)
def test_what_everyone_can_read_is_said_so(broad: tuple[str, ...], said: str) -> None:
    open_to_all = replace(FULL.exposed[0], broad=broad)
    shown = _words(_shown(replace(FULL, broad=broad, exposed=(open_to_all,))))
    assert f"can be read by {said} with an account on this machine." in shown
    assert f"[red]a[/red].txt 9 {said}" in shown


def test_what_only_administrators_can_read_is_not_said_to_be_read_by_nobody() -> None:
    shown = _words(_shown(replace(FULL, exposed=(replace(FULL.exposed[0], readers=0),))))
    assert "[red]a[/red].txt 9 administrators" in shown


def _exposed_lines(path: str) -> list[str]:
    """Return the lines that a path takes among the most exposed, without the numbers beside it."""
    alone = replace(FULL, gaps=(), exposed=(Exposed(path, 1, (), 9, True),))
    lines = _shown(alone).partition("most exposed first")[2].splitlines()[1:]
    ours = [line for line in lines if not line.startswith("  people in it")]
    return [re.sub(r" +9 +1$", "", line).rstrip() for line in ours if "can read it" not in line]


@pytest.mark.parametrize("columns", [20, 40, 63, 64, 80, 300])
def test_any_width_is_kept(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = _shown(replace(FULL, exposed=(Exposed("deep/" * 60 + "letter", 1, (), 9, True),)))
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns


@pytest.mark.parametrize("columns", [20, 63, 64, 80])
def test_a_path_of_two_lines_is_whole(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    path = "folder/" * 4 + "letter.txt"
    assert "".join(_exposed_lines(path)) == path
    assert len(_exposed_lines(path)) <= 2


@pytest.mark.parametrize("columns", [20, 63, 64, 80])
@pytest.mark.parametrize("name", ["x" * 80, "year of the bins", "漢字" * 20])
def test_a_deeper_path_is_cut_in_the_middle(
    name: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    path = f"Top/{name}/" * 60 + "letter.txt"
    first, second = _exposed_lines(path)
    assert path.startswith(first)
    assert second.startswith("…")
    assert path.endswith(f"{second[1:]}")
    assert second.endswith("/letter.txt")
    gap = replace(CLEAN, gaps=(CauseTotal("denied", 1, path),))
    assert len(_shown(gap).splitlines()) <= len(_shown(CLEAN).splitlines()) + 7
    assert _shown(gap).count("…") == 1


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
@pytest.mark.parametrize("path", ["漢字", "a/b.txt", "漢字/" * 50, "deep/" * 50])
def test_a_terminal_of_hardly_any_width_ends_nothing(
    path: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert _shown(replace(FULL, exposed=(Exposed(path, 1, (), 9, True),)))


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_of_a_gap_can_be_printed(cause: Cause) -> None:
    gap = CauseTotal(cause.value, 1, "a.txt")
    assert cause.value in _shown(replace(FULL, gaps=(gap,)))


def test_several_shares_come_one_after_the_other_and_none_says_what_to_do() -> None:
    output = io.StringIO()
    terminal.print_coverages((CLEAN, replace(FULL, root="/srv/other")), output)
    roots = [line for line in output.getvalue().splitlines() if line.startswith("/")]
    assert roots == ["/srv/share", "/srv/other"]
    nothing = io.StringIO()
    terminal.print_coverages((), nothing)
    assert "run 'stocktake scan PATH'" in nothing.getvalue()
