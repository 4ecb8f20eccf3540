import pytest

from detectors.engine import Engine
from detectors.uk_blue_badge import canonical
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4d9k2l", "4D9K2L"),
        ("4D9K2L 0123 X0527", "4D9K2L"),
        ("123456", "123456"),
        ("holder", None),
        ("AQRGEU", "AQRGEU"),
        ("ACTIVE", None),
        ("000000", None),
        ("4D9K2", None),
        ("4D9K2L was issued to her", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Blue Badge number: 4D9K2L",
        "Blue Badge no. 4d9k2l",
        "Her Blue Badge (4D9K2L) has expired",
        "Blue badge is 4D9K2L",
        "Blue Badge number\n4D9K2L",
        "Blue Badge number:\n\n4D9K2L",
        '{"blueBadgeNumber": "4D9K2L"}',
        "<BlueBadgeNumber>4D9K2L</BlueBadgeNumber>",
        "blue_badge_no=4D9K2L",
        "Rhif Bathodyn Glas: 4D9K2L",
        "Blue Badge serial number 4D9K2L 0123 X0527",
        "holds Blue Badge 4D9K2L0123X0527",
        "Blue Badge, number 4D9K2L",
        "Blue Badge holder no. 4D9K2L",
        "Blue Badge renewed, new number 4D9K2L",
        "Blue Badge\nNumber: 4D9K2L",
        "BB no 4D9K2L",
        "disabled parking badge no 4D9K2L",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_BLUE_BADGE") == ["4D9K2L"]


@pytest.mark.parametrize(
    "text",
    [
        "Blue Badge BDRAQT due for renewal",
        "blue badge number is BDRAQT",
        "Blue Badge (BDRAQT)",
        "Blue Badge, no. BDRAQT, expired",
        "BLUE BADGE NO: BDRAQT",
    ],
)
def test_letters_alone_are_found_after_a_label(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_BLUE_BADGE") == ["BDRAQT"]


@pytest.mark.parametrize(
    "text",
    [
        "4D9K2L",
        "BLUE BADGE BDRAQT",
        "BLUE BADGE SCHEME",
        "Blue Badge NUMBER",
        "Blue Badge parking in LS14AB",
        "Blue Badge expires 310526",
        "Blue Badge renewal, penalty notice A12345",
        "Blue Badge application A12345",
        "Blue Badge (A12345B)",
        "Blue Badge holder",
        "BLUE BADGE HOLDER",
        "Blue Badge: REFUSE",
        "Blue Badge scheme 2024",
        "Blue Badge applications rose by 123456",
        "blue badge fee of 10.00",
        "a blue badge: please display it",
        "badge number 4D9K2L",
        "Blue Badge number: 4D9K2LX",
        "Blue Badge expires 05/2027",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_BLUE_BADGE") == []


def test_a_headed_column_is_found_and_its_dates_are_not(engine: Engine) -> None:
    rows = [("J Hill", "4D9K2L", "010527"), ("A Okafor", "7XK3MB", "010628")]
    header = ("Name", "Blue Badge No", "Blue Badge Expiry")
    assert cells(engine, rows, header, "UK_BLUE_BADGE") == ["4D9K2L", "7XK3MB"]
    assert cells(engine, rows, None, "UK_BLUE_BADGE") == []


def test_a_column_of_the_badge_that_runs_out_is_found(engine: Engine) -> None:
    rows = [("Jo Day", "4D9K2L"), ("Bo Lee", "QX17BW")]
    for heading in ("Current badge no", "Previous badge number", "Rhif bathodyn"):
        assert cells(engine, rows, ("Name", heading), "UK_BLUE_BADGE") == ["4D9K2L", "QX17BW"]
    assert cells(engine, rows, ("Name", "Staff badge"), "UK_BLUE_BADGE") == []


def test_letters_alone_are_a_number_under_the_heading_and_a_state_is_none(engine: Engine) -> None:
    rows = [("J Hill", "AQRGEU"), ("A Okafor", "LAPSED"), ("B Rees", "Active"), ("C Vane", "Yes"),
            ("D Quill", "7XK3MB")]  # fmt: skip
    for heading in ("Blue badge", "blue_badge_no"):
        assert cells(engine, rows, ("Name", heading), "UK_BLUE_BADGE") == ["AQRGEU", "7XK3MB"]
    assert cells(engine, rows, ("Name", "Status"), "UK_BLUE_BADGE") == []


def test_it_takes_nothing_of_other_entities(engine: Engine) -> None:
    text = "Blue Badge: yes. NI no AB 12 34 56 C, NHS no 999 000 0018, tel 01632 960123"
    found = [one.entity for one in engine.session().text(text)]
    assert found == ["UK_NINO", "UK_NHS", "PHONE_NUMBER"]


@pytest.mark.parametrize(
    "label",
    [
        "Existing badge number, if any:",
        "Badge no (if known)",
        "badge number ........",
        "Badge No:\n",
    ],
)
def test_badge_number_is_a_blue_badges_on_a_form_about_one(engine: Engine, label: str) -> None:
    title = "Renewal of a Blue Badge\nName: A Hill\n"
    assert values(engine, f"{title}{label} 4D9K2L", "UK_BLUE_BADGE") == ["4D9K2L"]
    assert values(engine, f"Taxi drivers\n{label} 4D9K2L", "UK_BLUE_BADGE") == []
    assert values(engine, f"{title}{label} expired", "UK_BLUE_BADGE") == []


def test_badge_number_is_a_blue_badges_on_a_form_that_asks_how_far_one_walks(
    engine: Engine,
) -> None:
    rows = [("Badge number, if any", "4D9K2L"), ("Does walking cause you pain?", "yes")]
    assert cells(engine, rows, None, "UK_BLUE_BADGE") == ["4D9K2L"]
    rows = [("Badge number, if any", "4D9K2L"), ("Does your taxi have a meter?", "yes")]
    assert cells(engine, rows, None, "UK_BLUE_BADGE") == []


def test_a_badge_is_blue_where_its_cells_are_mixed_as_no_other_is(engine: Engine) -> None:
    blue = [("Ann Lee", "4D9K2L"), ("Bo Day", "DANAUL"), ("Cy Fry", "3H7HYY")]
    taxis = [("Ann Lee", "PH5186"), ("Bo Day", "PH4051"), ("Cy Fry", "PH4114")]
    for heading in ("Badge", "Badge number"):
        found = cells(engine, blue, ("Keeper", heading), "UK_BLUE_BADGE")
        assert found == ["4D9K2L", "DANAUL", "3H7HYY"]
        assert cells(engine, taxis, ("Driver", heading), "UK_BLUE_BADGE") == []


def test_the_bare_word_badge_counts_beside_a_penalty_charge(engine: Engine) -> None:
    line = "pcn='HW67077779' vrm='AB12CDE' badge='KQ3BW2' status='VOID'"
    assert values(engine, line, "UK_BLUE_BADGE") == ["KQ3BW2"]
    assert values(engine, "desk 4 badge='KQ3BW2'", "UK_BLUE_BADGE") == []


def test_a_remark_may_stand_after_the_bare_word(engine: Engine) -> None:
    text = "Blue Badge assessment\nBadge (if held): 9WB472"
    assert values(engine, text, "UK_BLUE_BADGE") == ["9WB472"]
