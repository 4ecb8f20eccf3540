import pytest

from detectors.engine import Engine
from tests.detectors.finding import of_entity, values


def lone(engine: Engine, text: str) -> list[str]:
    """Return what was found as named before."""
    found = of_entity(engine, text, "PERSON")
    return [text[one.start : one.end] for one in found if "named before" in one.explanation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Margaret Adeyemi. Margaret was glad.", ["Margaret"]),
        ("Mrs Adeyemi called. Later Adeyemi's son came.", ["Adeyemi"]),
        ("Mrs Adeyemi called. Later Adeyemi’s son came.", ["Adeyemi"]),
        ("ADEYEMI, Margaret\nAdeyemi said no.", ["Adeyemi"]),
        ("Name: ADEYEMI, Margaret\nand Adeyemi said no.", ["Adeyemi"]),
        ("Dear Priya,\nas I told Priya on Monday", ["Priya"]),
        ("Dr Zoë O'Brien came; when Zoë left", ["Zoë"]),
        ("To: Jane Smith\nCc: Ro, Al; Smith, Plimk", ["Smith, Plimk"]),
        ("Margaret rang. We met Margaret Adeyemi.", []),  # only what comes after
        ("Mr Plimk Qvort came. We saw Plimk Qvort on Monday.", ["Plimk Qvort"]),
        ("Mr Zhan Qvort came. In the Zhan Qvort Hall and The Zhan Qvort.", []),
    ],
)
def test_a_lone_name_is_found_once_its_bearer_was_named(
    engine: Engine, text: str, expected: list[str]
) -> None:
    assert lone(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Grant Hill met us in Grant Park.",
        "Mr Adeyemi lives in Adeyemi Street, near Adeyemi primary school.",
        "Mr Will Power came. Will you come? He will.",
        "Mr Mark Brown came. The brown bin. Brown bins are emptied on Monday.",
        "Mr Tom Preston came from the office in Preston.",
        "Mrs Rose Farrow came. The Rose is a pub.",
        "Mrs Margaret Adeyemi; Margaret Thatcher House",
        "Mr Jim Bell came. Then jim.Bell@example.com, Bell_2, x-Bell, Bell-Ringing and Bellman.",
        "Mrs May Adams came in May.",
        "Mr Ali O'Brien came; O'Briena.",
    ],
)
def test_what_only_looks_like_a_lone_name_is_left_alone(engine: Engine, text: str) -> None:
    assert lone(engine, text) == []


def test_a_name_is_known_in_later_passages_of_the_same_document_only(engine: Engine) -> None:
    session = engine.session()
    session.text("We met Margaret Adeyemi.")
    assert [one.canonical for one in session.text("and Margaret was glad")] == ["margaret"]
    assert values(engine, "and Margaret was glad", "PERSON") == []


def test_a_list_of_very_many_people_is_not_remembered_without_end(engine: Engine) -> None:
    names = "\n".join(f"Mr Zo{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}k" for n in range(676))
    found = lone(engine, f"{names}\nthen Zoaak and Zozzk")
    assert found == ["Zoaak"]


def test_in_a_very_long_text_a_lone_name_is_anybodys(engine: Engine) -> None:
    text = "We met Margaret Adeyemi. Margaret was glad.\n"
    assert lone(engine, text) == ["Margaret"]
    assert lone(engine, text + "The road was dug up again.\n" * 10_000) == []
