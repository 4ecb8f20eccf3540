import pytest

from detectors.engine import Engine
from detectors.special.sexual_life_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "SEXUAL_LIFE_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gay", "gay"),
        ("Heterosexual / Straight", "heterosexual straight"),
        ("Gay Street", None),
        ("", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told me that he is gay.", "gay"),
        ("Client identifies as bisexual.", "bisexual"),
        ("Sexual orientation: Lesbian", "lesbian"),
        ("She came out as a lesbian last year.", "lesbian"),
        ("Jo is a trans woman.", "trans woman"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Cole lives in Gay Street.",
        "Gay and lesbian colleagues met.",
        "Sexual orientation: please tick one",
        "Everyone who is gay is welcome.",
        "The Gay Men's Chorus sings with Jo Lane.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Bisexual"), ("Al Cole", "Prefer not to say")]
    assert cells(engine, rows, ("Name", "Sexual orientation"), ENTITY) == ["bisexual"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Bisexual", "12"), ("Gay", "9")]
    assert cells(engine, rows, ("Sexual orientation", "Headcount"), ENTITY) == []


def test_what_somebody_identifies_as_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Gay"), ("Sam Hill", "Bisexual")]
    assert cells(engine, rows, ("Member", "Identifies as"), ENTITY) == ["gay", "bisexual"]
    assert values(engine, "patient: Jo Lane\norientation: Bisexual\n", ENTITY) == ["bisexual"]
    assert values(engine, "orientation: landscape\n", ENTITY) == []


def test_a_couple_is_told_of_together(engine: Engine) -> None:
    assert values(engine, "Jo and Ann Lane applied. They are a lesbian couple.", ENTITY)


def test_orientations_among_people_need_no_heading_of_their_own(engine: Engine) -> None:
    rows = [("Jo Lane", "gay"), ("Al Cole", "bi"), ("Sam Vane", "trans boy"), ("Kit Moss", "-")]
    assert len(cells(engine, rows, ("Name", "Identity"), ENTITY)) == 3
    assert cells(engine, [("1", "gay"), ("2", "bi")], ("Page", "Identity"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    ["He has a gender recognition certificate.", "Al has sex with men he meets at parties."],
)
def test_what_is_said_of_somebody_is_found(engine: Engine, text: str) -> None:
    assert len(values(engine, text, ENTITY)) == 1
