from detectors.base import Category, Detection, Detector
from detectors.engine import Engine


def halves(text: str) -> list[tuple[int, int]]:
    middle = text.find(";")
    return [(0, middle), (middle + 1, len(text))] if middle > 0 else []


WORD = Detector(
    entity="WORD",
    category=Category.IDENTITY,
    title="word",
    source="invented",
    forms=(),
    check=lambda value: value if value.isalpha() else None,
    check_name="letters only",
    pass_rate=0.5,
    headers=("words",),
    several=halves,
)


def found(rows: str) -> list[Detection]:
    return Engine([WORD]).session().table(rows, 1, ("No", "Words"))


def test_values_that_share_a_cell_are_found_where_they_stand() -> None:
    rows = "1\tpäris;london\n2\tbath\n3\tripon;4"
    assert [(one.canonical, rows[one.start : one.end]) for one in found(rows)] == [
        ("päris", "päris"), ("london", "london"), ("bath", "bath"), ("ripon", "ripon"),
    ]  # fmt: skip


def test_cells_of_other_columns_are_not_parted() -> None:
    assert [one.canonical for one in found("a;b\tbath")] == ["bath"]
