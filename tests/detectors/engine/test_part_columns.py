import numpy as np

from detectors.engine.columns import Heading
from detectors.engine.part_columns import PartColumns

SILENT, GIVEN, LAST = Heading.SILENT, Heading.GIVEN_PART, Heading.LAST_PART
COLUMNS = {"g": (0.9, 0.1), "s": (0.0, 0.8), "x": (0.0, 0.0), "b": (0.7, 0.6)}


def seen(columns: str, said: dict[int, Heading] | None = None) -> list[int]:
    asked = np.array([(said or {}).get(at, SILENT) for at in range(len(columns))], dtype=np.int8)
    parts = PartColumns(lambda cells: COLUMNS[cells[0]])
    columns_seen: list[int] = parts.seen(asked, lambda column: [columns[column]]).tolist()
    return columns_seen


def test_parts_are_known_in_either_order() -> None:
    assert seen("gs") == [GIVEN, LAST]
    assert seen("xsgx") == [SILENT, LAST, GIVEN, SILENT]


def test_the_likelier_order_counts_where_both_could_be() -> None:
    assert seen("bs") == [GIVEN, LAST]
    assert seen("gb") == [GIVEN, LAST]


def test_one_column_may_stand_between_parts_and_not_two() -> None:
    assert seen("gxs") == [GIVEN, SILENT, LAST]
    assert seen("gxxs") == [SILENT] * 4


def test_each_column_belongs_to_one_pair() -> None:
    assert seen("gsgs") == [GIVEN, LAST, GIVEN, LAST]


def test_a_heading_that_says_otherwise_is_believed() -> None:
    assert seen("gs", {1: Heading.OPPOSED}) == [SILENT, SILENT]


def test_one_part_that_is_headed_finds_the_other() -> None:
    assert seen("xs", {0: GIVEN}) == [GIVEN, LAST]
    assert seen("xgs", {0: LAST, 1: GIVEN}) == [SILENT] * 3


def test_a_column_is_looked_at_once() -> None:
    asked: list[int] = []

    def sample(column: int) -> list[str]:
        asked.append(column)
        return ["gs"[column]]

    parts = PartColumns(lambda cells: COLUMNS[cells[0]])
    for _ in range(2):
        parts.seen(np.zeros(2, dtype=np.int8), sample)
    assert asked == [0, 1]
