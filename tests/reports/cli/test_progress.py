from __future__ import annotations

import logging
import re
import sys

import pytest

from reports.cli import progress
from scanner.night import Progress
from tests.reports.cli.calling import on_a_terminal

FAR = Progress(
    found=1_234, to_read=1_000, bytes_to_read=4_000_000, read=500, bytes_read=2_000_000, gaps=3
)


def test_off_a_terminal_a_line_says_how_far_the_scan_is(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(progress, "_LINE_SECONDS", 0.0)  # a line each time rather than a minute
    with progress.progress_shown() as show:
        show(FAR)
        show(FAR)
    first, _ = caplog.records
    assert (first.levelno, first.getMessage()) == (logging.WARNING, "Scanning")
    told = {name: vars(first)[name] for name in ("found", "read", "megabytes", "gaps")}
    assert told == {"found": 1_234, "read": 500, "megabytes": 2, "gaps": 3}


def test_off_a_terminal_no_line_comes_before_its_minute(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(progress, "_LINE_SECONDS", 1e9)  # so that no slow machine is late
    with progress.progress_shown() as show:
        for _ in range(100):
            show(FAR)
    assert caplog.records == []


_SHOWN = """
from reports.cli import progress
from scanner.night import Progress
progress._BAR_SECONDS = 0.0
with progress.progress_shown() as show:
    show(Progress())
    show(Progress(1_234, 1_000, 4_000_000, 500, 2_000_000, 3))
"""


@pytest.mark.parametrize("columns", ["40", "120"])
def test_on_a_terminal_a_bar_says_how_far_and_leaves_nothing_behind(columns: str) -> None:
    status, written = on_a_terminal((sys.executable, "-c", _SHOWN), COLUMNS=columns)
    assert status == 0
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written)
    assert "500 of 1,234" in shown
    if columns == "120":
        assert re.search(r"2 MB · [0-9.,]+ MB/s", shown)
    assert "\x1b[2K" in written.rpartition("MB/s")[2] + written[-20:]  # cleared at the end
