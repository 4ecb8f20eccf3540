import re

import pytest

from detectors.special.injuries import INJURY, OPERATION


@pytest.mark.parametrize(
    "text",
    [
        "fractured left wrist",
        "broke her collarbone",
        "torn cartilage",
        "cut to the back of the head",
        "skin tear to L shin",
        "stitches in his hand",
        "a head injury",
        "sprained both ankles",
    ],
)
def test_what_befell_a_part_of_the_body_is_an_injury(text: str) -> None:
    assert re.search(INJURY, text, re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    ["broken window", "torn curtains", "cut to the budget", "bruise on left arm", "hand rail"],
)
def test_what_befell_a_thing_is_none(text: str) -> None:
    assert re.search(INJURY, text, re.IGNORECASE) is None


@pytest.mark.parametrize(
    "text", ["hip op", "cataract surgery", "kidney transplant", "a colonoscopy"]
)
def test_an_operation(text: str) -> None:
    assert re.search(OPERATION, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["boiler replacement", "GP surgery", "door repair"])
def test_what_is_done_to_a_house_is_none(text: str) -> None:
    assert re.search(OPERATION, text, re.IGNORECASE) is None
