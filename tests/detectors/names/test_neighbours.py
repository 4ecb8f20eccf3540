import pytest

from detectors.engine import Engine
from tests.detectors.finding import of_entity, values

# Of each list two or three names are known and the others are nobody's.
LISTS = {
    "numbered": "  12  {0}\n  134  {1}\n  7  {2}\n  15  {3}\n",
    "bullets": "- {0}\n- {1}\n- {2}\n- {3}\n",
    "a line each": "Rota\n{0}\n{1}\n{2}\n{3}\nEnd of list\n",
    "columns": "{0}        14 3155  W3\n{1}     9  W7\n{2}      11  W1\n{3}    2  W1\n",
    "what for": "09:30  review - {0} (office)\n10:15  visit - {1} (home)\n"
    "11:00  call - {2} (office)\n12:00  call - {3} (home)\n",
    "bold": "* **{0}** wants a ramp.\n* **{1}** rang.\n* **{2}** moved.\n* **{3}** came.\n",
    "semicolons": "to all; {0}; {1}; {2}; {3}; end",
}
PLAIN = ("Margaret Adeyemi", "Owen Powell", "Fatima Akhtar", "Zhaniyla Qvort")
TURNED = ("Adeyemi, Margaret", "POWELL, Owen", "Akhtar, Fatima", "van der Qvort, Zhaniyla")


@pytest.mark.parametrize("layout", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize(
    ("names", "unknown"),
    [(PLAIN, "zhaniyla qvort"), (TURNED, "zhaniyla van der qvort")],
    ids=["plain", "turned"],
)
def test_an_unknown_name_is_found_where_known_ones_stand(
    engine: Engine, layout: str, names: tuple[str, ...], unknown: str
) -> None:
    found = values(engine, layout.format(*names), "PERSON")
    assert found == ["margaret adeyemi", "owen powell", "fatima akhtar", unknown]


@pytest.mark.parametrize(
    "text",
    [
        "- Margaret Adeyemi\n- Zhaniyla Qvort\n",  # one is no list
        "Margaret Adeyemi\nOwen Powell\nFatima Akhtar\nTeam Manager\nTown Hall\nRose Lane\n",
        "- Margaret Adeyemi\n- Owen Powell\n- Fatima Akhtar\n- Northern Ireland\n- Annual Leave\n",
        "- Margaret Adeyemi\n- Owen Powell\n- Fatima Akhtar\n- Qvort AB\n- Universiteit Plimk\n",
        "Margaret Adeyemi; Owen Powell; Fatima Akhtar;\nWith Qvort Zebri nothing is listed.",
    ],
)
def test_other_lines_of_a_list_are_no_names(engine: Engine, text: str) -> None:
    known = {"margaret adeyemi", "owen powell", "fatima akhtar"}
    assert set(values(engine, text, "PERSON")) <= known


def test_where_most_of_a_list_is_something_else_nothing_is_taken_from_it(engine: Engine) -> None:
    streets = "\n".join(f"- {one} Qvortgate" for one in ("Mzabo", "Zebri", "Qill", "Plimk"))
    more = "\n".join(f"- Zhan{letter} Qvort" for letter in "abcdefg")
    text = f"- Margaret Adeyemi\n- Owen Powell\n{streets}\n{more}\n"
    assert values(engine, text, "PERSON") == ["margaret adeyemi", "owen powell"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qvort, Zhaniyla <z.qvort@example.org>; x", ["zhaniyla qvort"]),
        ("'Zhaniyla Qvort' <zqvort@example.org>", ["zhaniyla qvort"]),
        ("To: Zhaniyla de Qvort (qvort.z@example.org)", ["zhaniyla de qvort"]),
        ("a@example.org>, Qvort, Zhaniyla <zqvort@example.org>", ["zhaniyla qvort"]),
        ("Microsoft Teams <noreply@example.org>", []),
        ("Housing Options <housing.options@example.org>", []),
        ("Kerbside Recycling <recycling@example.org>", []),
        ("please write to us <us@example.org>", []),
    ],
)
def test_a_name_before_its_address_is_found(engine: Engine, text: str, expected: list[str]) -> None:
    assert values(engine, text, "PERSON") == expected


def test_a_name_found_in_a_list_takes_the_place_of_its_known_part(engine: Engine) -> None:
    text = "dos Reis Pinto, Nuno <nuno@example.org>;"
    (found,) = of_entity(engine, text, "PERSON")
    assert text[found.start : found.end] == "dos Reis Pinto, Nuno"
    assert "others of its list" in found.explanation


def test_a_name_from_a_list_is_found_again_whole(engine: Engine) -> None:
    text = LISTS["bullets"].format(*PLAIN) + "Zhaniyla Qvort, of no address, and Qvort's son"
    found = of_entity(engine, text, "PERSON")
    assert [one.canonical for one in found][-2:] == ["zhaniyla qvort", "qvort"]
