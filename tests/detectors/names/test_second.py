import logging
from pathlib import Path

import pytest

from detectors.engine import Engine
from detectors.names.model import OFF, SHIPPED
from detectors.names.second import believed, with_name_model
from detectors.registry import detectors, parts
from tests.detectors.finding import of_entity
from tests.detectors.names.ruled_model import model_that_sees

PEOPLE = (
    "Priya Lantern", "Lantern", "Xuvor Plimk", "Zoë", "Rose Hill", "Mark Up", "Victoria Road",
    "Docker", "John Lewis", "April May June", "Grant Park", "Asset Manager", "Playground Grace",
    "Surbiton", "Bill Payment", "Nelson Mandela House",
)  # fmt: skip
PROSE = "and she said that the flat was cold and that nobody had come to see them for weeks"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    model = model_that_sees(tmp_path_factory.mktemp("model"), PEOPLE)
    return Engine(with_name_model(detectors(), model))


def seen(engine: Engine, text: str) -> list[tuple[str, str]]:
    """Return what the model alone found, with the cues that agreed."""
    return [
        (text[one.start : one.end], one.explanation.partition("; ")[2])
        for one in of_entity(engine, text, "PERSON")
        if "name model" in one.explanation
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"We saw Zoë today {PROSE}.", []),  # one word, once
        (f"Zoë came, {PROSE}. Zoë left.", ["given name we know and written more than once"] * 2),
        (f"We saw Zoë’s cat {PROSE}.", ["given name we know and possessive"]),
        (f"We saw Priya Lantern {PROSE}.", ["given name we know"]),
        (f"We saw Xuvor Plimk {PROSE}.", []),  # nothing else agrees
        (f"We came from Zoë {PROSE}.", []),  # more likely a place
        (f"We saw Zoë House {PROSE}.", []),
        ("We saw Zoë today and the flat was cold and nobody had come to see them.", []),  # no cue
    ],
)
def test_the_model_is_believed_where_something_else_agrees(
    asked: Engine, text: str, expected: list[str]
) -> None:
    assert [cues for _, cues in seen(asked, text)] == expected


@pytest.mark.parametrize("name", PEOPLE[4:])
def test_streets_firms_and_things_are_not_believed(asked: Engine, name: str) -> None:
    assert seen(asked, f"We went to {name} {PROSE}.") == []


def test_what_the_model_found_is_named_before_from_then_on(asked: Engine) -> None:
    text = f"We saw Priya Lantern {PROSE}. Later in the week Lantern rang us."
    found = [text[one.start : one.end] for one in of_entity(asked, text, "PERSON")]
    assert found == ["Priya Lantern", "Lantern"]


def test_a_model_makes_another_set_and_off_does_not(tmp_path: Path) -> None:
    one = with_name_model(detectors(), model_that_sees(tmp_path / "1", ["Zoë"]))
    other = with_name_model(detectors(), model_that_sees(tmp_path / "2", ["Ngozi"]))
    assert len({parts(detectors()), parts(one), parts(other)}) == 3
    assert parts(with_name_model(detectors(), OFF)) == parts(detectors())


def test_a_document_is_read_up_to_a_limit_and_then_by_rules_alone_and_the_log_says_so(
    asked: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "detectors")
    text = f"We saw Zoë’s cat {PROSE}. " * 2_000
    assert 1_000 < len(seen(asked, text)) < 2_000 < 180_000 < len(text)
    assert [one.getMessage() for one in caplog.records] == ["Name model stopped at its limit"]


def test_belief_quotes_nothing_and_is_likelier_right_than_wrong() -> None:
    one = believed("We saw Zoë’s cat.", 7, 10)
    assert one is not None
    assert (one.canonical, 0.5 < one.confidence < 1) == ("zoe", True)
    assert "zo" not in one.explanation.casefold()


@pytest.fixture(scope="module")
def shipped() -> Engine:
    return Engine(with_name_model(detectors(), SHIPPED))


@pytest.mark.parametrize(
    "text",
    [
        "John Lewis and Marks & Spencer",
        "Nelson Mandela House, Victoria Road",
        "April May June",
        "Will Power",
        "Bill Payment",
        "Mark Up",
        "Grant Park and Rose Hill",
        "Playground Grace",
        "Docker, the Asset Manager and Surbiton",
    ],
)
def test_the_model_that_comes_along_adds_no_street_firm_or_month(
    shipped: Engine, text: str
) -> None:
    assert (
        seen(shipped, f"He said that {text} was what they had been told about by the council.")
        == []
    )


def test_the_model_that_comes_along_finds_a_name_that_no_rule_finds(
    engine: Engine, shipped: Engine
) -> None:
    text = f"{PROSE}. The nurse met Priya Lantern at the surgery on the day that he was moved."
    assert of_entity(engine, text, "PERSON") == []
    assert seen(shipped, text) == [("Priya Lantern", "given name we know")]
