from pathlib import Path

from benchmarks.rescan import make_tree, table


def _count(root: Path) -> int:
    return sum(path.is_file() for path in root.rglob("*"))


def test_make_tree_when_size_changes_then_made_afresh(tmp_path: Path) -> None:
    root = tmp_path / "many"
    make_tree(root, 130)
    assert _count(root) == 130
    make_tree(root, 70)
    assert _count(root) == 70


def test_make_tree_when_it_is_there_then_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "many"
    make_tree(root, 60)
    before = {path: path.stat().st_ctime_ns for path in root.rglob("*")}
    make_tree(root, 60)
    assert {path: path.stat().st_ctime_ns for path in root.rglob("*")} == before


def test_table_when_a_cost_is_in_it_then_written_out() -> None:
    cost = {"wall_seconds": 1.5, "cpu_seconds": 1.25, "peak_bytes": 52_000_000}
    assert "| find | 1.50 s wall, 1.25 s CPU, 52 MB |" in table({"find": cost, "files": 3})
