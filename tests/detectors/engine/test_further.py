from collections.abc import Sequence

from detectors.base import Category, Detection, Detector, Form, Scan
from detectors.engine import Engine
from detectors.engine.values import Offsets


class Echo:
    """Finds every "x" from the second passage on, and remembers what it was told."""

    longest_chars = 1_000

    def __init__(self) -> None:
        self.told: list[tuple[list[str], list[int]]] = []

    def __call__(
        self, text: str, own: Sequence[Detection], others: Sequence[Offsets]
    ) -> Sequence[Detection]:
        self.told.append(
            ([one.canonical for one in own], sorted(int(at) for each in others for at in each))
        )
        if len(self.told) < 2:
            return []
        at = [place for place, char in enumerate(text) if char == "x"]
        return [Detection("LETTER", place, place + 1, "x", 0.7, "seen again") for place in at]


def detector(entity: str, pattern: str, made: list[Echo] | None = None) -> Detector:
    def further() -> Echo:
        assert made is not None
        made.append(Echo())
        return made[-1]

    return Detector(
        entity=entity,
        category=Category.IDENTITY,
        title=entity,
        source="invented",
        forms=(Form("form", pattern, 0.8, Scan.CASE),),
        check=lambda value: value,
        check_name="none",
        pass_rate=1.0,
        further=None if made is None else further,
    )


def test_what_a_second_look_finds_is_added_in_order_and_never_overlaps() -> None:
    made: list[Echo] = []
    engine = Engine([detector("LETTER", "axa", made), detector("OTHER", "[0-9]x[0-9]")])
    session = engine.session()
    assert [one.canonical for one in session.text("axa x 1x2")] == ["axa", "1x2"]
    found = session.text("1x2 x é x axa x")
    assert [(one.entity, one.start, one.explanation == "seen again") for one in found] == [
        ("OTHER", 0, False), ("LETTER", 4, True), ("LETTER", 8, True), ("LETTER", 10, False),
        ("LETTER", 14, True),
    ]  # fmt: skip
    assert made[-1].told == [(["axa"], [6]), (["axa"], [0])]


def test_passages_without_any_hit_are_looked_at_too_and_documents_apart() -> None:
    made: list[Echo] = []
    engine = Engine([detector("LETTER", "axa", made)])
    session = engine.session()
    session.text("nothing")
    assert [one.start for one in session.text("ox")] == [1]
    assert engine.session().text("ox") == []


def test_a_longer_passage_than_wanted_is_not_looked_at_again() -> None:
    made: list[Echo] = []
    session = Engine([detector("LETTER", "axa", made)]).session()
    session.text("axa" + " " * 998)
    assert made[0].told == []
    session.text("axa" + " " * 997)
    assert len(made[0].told) == 1
