import pytest

from detectors.special.titles import heads_a_record


def heads(text: str, term: str) -> bool:
    return heads_a_record(text.encode(), text.index(term), text.index(term) + len(term))


@pytest.mark.parametrize(
    "below",
    [
        "Client: Wenna Tregaskis\n",
        "Adult at risk: TREGASKIS, Wenna   DOB 1.2.1940\n",
        "\nRef 12\nDate of birth\t1 Feb 1940\n",
        "Wenna Tregaskis\n3 Quay Row\n\nDear Mrs Tregaskis\n",
        "| Name | Wenna Tregaskis |\n",
    ],
)
def test_a_title_is_said_of_whom_the_record_below_is_about(below: str) -> None:
    assert heads(f"SECTION 42 ENQUIRY - NOTES\n{below}", "SECTION 42")


@pytest.mark.parametrize(
    "below",
    [
        "Name: ____________\nDate of birth: __/__/____\n",
        "Name:\nDate of birth:\n",
        "All staff must know what the duty is.\n",
        "Course name: Safeguarding Adults\n",
        "Dear colleague\n",
        "",
    ],
)
def test_a_blank_form_or_policy_below_a_title_is_about_nobody(below: str) -> None:
    assert not heads(f"SECTION 42 ENQUIRY - NOTES\n{below}", "SECTION 42")


def test_a_sentence_is_no_title() -> None:
    text = "The duty is in section 42. Read it.\nClient: Wenna Tregaskis\n"
    assert not heads(text, "section 42")
