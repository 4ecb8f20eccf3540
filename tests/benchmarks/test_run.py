import platform
from pathlib import Path

from benchmarks.run import commit, machine


def test_machine_when_described_then_no_host_name_and_no_path() -> None:
    text = str(machine())
    assert platform.node() not in text
    assert str(Path.home()) not in text
    assert "'cores':" in text


def test_commit_when_asked_then_a_short_word() -> None:
    assert commit().split("-")[0].isalnum()
