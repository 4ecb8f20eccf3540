from __future__ import annotations

from click.testing import CliRunner

from detectors.registry import detectors
from reports.cli import cli


def test_detectors_lists_each_with_category_title_and_source() -> None:
    done = CliRunner().invoke(cli, ["detectors"])
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 2 * len(detectors())
    for one, said, source in zip(detectors(), lines[::2], lines[1::2], strict=True):
        assert said == f"{one.entity} ({one.category.value}): {one.title}"
        assert source == f"    {one.source}"
        assert one.source
