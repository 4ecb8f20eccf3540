from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from reports.doctor.base import State
from reports.doctor.machine import checked, memory, python
from tests.reports.cli.calling import HOUSE

_MEMORY = 650_000_000


def test_a_machine_that_can_scan_has_nothing_missing() -> None:
    lines = {line.what: line for line in checked(_MEMORY, most_jobs=1)}
    assert State.MISSING not in {line.state for line in lines.values()}
    assert lines["worker processes"].said.startswith("1, one a processor;")
    assert sys.version.split()[0] in lines["Python"].said


@pytest.mark.parametrize(
    ("running", "state"),
    [
        ((3, 10), State.TO_DO),
        ((3, 11), State.OK),
        ((3, 13), State.OK),
        ((3, 14), State.TO_DO),
    ],
)
def test_a_python_it_was_not_tried_with_is_named(running: tuple[int, int], state: State) -> None:
    assert python(running).state is state


def test_the_limit_of_memory_is_tried_and_holds() -> None:
    assert memory(_MEMORY).said == "at most 650 MB, and the limit holds"


def test_a_limit_that_this_account_may_not_set_is_missing() -> None:
    code = (
        "import resource; from reports.doctor.machine import memory\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (400_000_000, 400_000_000))\n"
        f"print(*memory({_MEMORY}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True)
    assert "State.MISSING" in done.stdout, done.stderr
    assert "no limit above 400 MB, and a worker gets 650 MB" in done.stdout
    assert resource.getrlimit(resource.RLIMIT_DATA)[1] != 400_000_000
