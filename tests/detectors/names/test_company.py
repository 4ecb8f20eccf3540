import pytest

from detectors.engine import Engine
from detectors.names.company import in_company, stands_alone
from tests.detectors.finding import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We think that Aisha was upset.", ["Aisha"]),
        (
            "Aisha was upset. It was then Margaret’s bag was found by Siobhan.",
            ["Aisha", "Margaret", "Siobhan"],
        ),
        ("to Aisha and Florence", []),
        ("near St Margaret was a well", []),
        ("and J. Margaret was there", []),
        ("Aisha, Tomasz, Leeds", []),  # a list
        ("Aisha Road was closed", []),
        ("Will was upset", []),
        ("aisha was upset", []),
    ],
)
def test_given_names_alone(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in in_company(text)] == expected


def test_they_are_believed_where_somebody_is_named(engine: Engine) -> None:
    assert values(engine, "In the morning Aisha was upset.", "PERSON") == []
    text = "Mrs Adeyemi came. In the morning Aisha was upset."
    assert values(engine, text, "PERSON") == ["adeyemi", "aisha"]


@pytest.mark.parametrize(
    ("text", "alone"),
    [("so Hill rang", True), ("at Rose Hill", False), ("Hill Road", False), ("the Hill", False)],
)
def test_a_word_stands_alone_where_nothing_makes_more_of_it(text: str, alone: bool) -> None:
    start = text.index("Hill")
    assert stands_alone(text, start, start + len("Hill")) is alone
