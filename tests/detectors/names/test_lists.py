import pytest

from detectors.engine import Engine
from tests.detectors.finding import values

PRESENT = "Present: Bo Vance, Xuvor Plimk and Ines Quill\nApologies: Ruth Vane\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PRESENT, ["bo vance", "xuvor plimk", "ines quill", "ruth vane"]),
        ("Attendees:\n- Bo Vance\n- Xuvor Plimk\n", ["bo vance", "xuvor plimk"]),
        ("In attendance:\n  - Xuvor Plimk (Clerk)\n  - Mr Omar Quill (Finance)\n",
         ["xuvor plimk", "omar quill"]),
        ("Names: Bo Vance & Omar Quill", ["bo vance", "omar quill"]),
        ("Xuvor Plimk (applicant)\nFlat 2", ["xuvor plimk"]),
        ("[09:02] Omar Thrale: yes, its fine", ["omar thrale"]),
        ("On 2 Mar 2026, Xuvor Plimk wrote:\n> yes", ["xuvor plimk"]),
        ("On 2 Mar 2026 at 10:14, Xuvor Plimk <x@example.com> wrote:\n> yes", ["xuvor plimk"]),
        ("P<GBRPLIMK<THRALE<<ZOE<ANN<<<<<<<<<<<<<<<<<<<", ["zoe ann plimk thrale"]),
        ("BEGIN:VCARD\nFN:Xuvor Plimk\nEND:VCARD", ["xuvor plimk"]),
    ],
)  # fmt: skip
def test_people_of_a_list_a_role_or_a_talk_are_found(
    engine: Engine, text: str, expected: list[str]
) -> None:
    assert values(engine, text, "PERSON") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Present: Finance Team, Housing Options and Legal Services",
        "Apologies: None",
        "To buy:\n- Red Paint\n- Wall Paper\n",
        "Present: the road, as it is, and the plan\n\n- Red Paint",
        "[09:02] System Error: no disk",
        "[2026-03-01 10:00:00] Main Thread: started",
        "Road Works (chair)",
        "As the Council wrote:",
    ],
)
def test_what_is_listed_and_is_nobody_is_left_alone(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []


def test_dates_in_brackets_are_births_in_a_list_of_a_household_only(engine: Engine) -> None:
    people = "- Xuvor Plimk (28/05/1947)\n- Ines Quill (4 January 2013)\n"
    born = ["1947-05-28", "2013-01-04"]
    assert values(engine, f"Household:\n{people}", "DATE_OF_BIRTH") == born
    assert values(engine, f"Minutes agreed by:\n{people}", "DATE_OF_BIRTH") == []
    assert values(engine, "Children:\n- Budget Review (28/05/2024)\n", "DATE_OF_BIRTH") == []
