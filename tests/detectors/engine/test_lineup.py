import pytest

from detectors.engine.session import Engine
from tests.detectors.finding import values


@pytest.mark.parametrize(
    "line", ["{name:<20}{value}   ward 3", "reading {at}\nvalue: {value}\nunit: mm\n"]
)
def test_numbers_that_line_up_and_mostly_fail_their_check_are_none(
    engine: Engine, line: str
) -> None:
    codes = ["LS1 4AB", "QX9 3TX", "ZH8 7RK", "FX4 5YR", "UX2 2BB", "JQ7 1DE"]
    text = "\n".join(
        line.format(name=f"part {at}", at=at, value=code) for at, code in enumerate(codes)
    )
    assert values(engine, text, "UK_POSTCODE") == []


def test_a_postcode_among_lines_of_another_shape_stays(engine: Engine) -> None:
    text = "12 Mill Lane\nLeeds\nLS1 4AB\n\n4 Elm Road\nYork\nYO1 7HH\n"
    assert values(engine, text, "UK_POSTCODE") == ["LS14AB", "YO17HH"]


def test_what_stands_among_lines_of_its_shape_that_fail_is_none(engine: Engine) -> None:
    codes = ["AB123456T", "AB123457C", "KD517716T", "ZB230417Q", "SB230417Z", "PA882310H"]
    log = "\n".join(f"14:0{at} session='{code}' ok" for at, code in enumerate(codes))
    assert values(engine, log, "UK_NINO") == []
    lone = "14:00 session='AB123457C' ok\n14:01 closed\n14:02 idle\n14:03 idle\n"
    assert values(engine, lone, "UK_NINO") == ["AB123457"]


def test_a_key_that_names_something_else_types_nothing(engine: Engine) -> None:
    codes = ["E4 5AB", "E1 5AB", "E7 8AB", "E2 7AB", "E5 9AB"]
    for key, expected in (("bin", []), ("postcode", [code.replace(" ", "") for code in codes])):
        text = "".join(f'"{key}": "{code}"\n' for code in codes)
        assert values(engine, text, "UK_POSTCODE") == expected
