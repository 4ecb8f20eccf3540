from __future__ import annotations

from reports.cli.report import command
from reports.html import REPORT


def test_every_report_is_a_command_of_its_name() -> None:
    assert {REPORT.name} == set(command.commands)
