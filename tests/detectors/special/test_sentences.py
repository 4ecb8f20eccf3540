import pytest

from detectors.special.sentences import sentence_around


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("One. He has TERM now. Three.", "He has ", " now"),
        ("Mr. Cole has TERM", "Mr. Cole has ", ""),
        ("Name: Jo\nTERM\nNext", "", ""),
        ("He has had\n  and TERM", "He has had\n  and ", ""),
        ("this goes on\nin small letters TERM", "this goes on\nin small letters ", ""),
        ("cell\tTERM\tcell", "", ""),
        ("R.T. has TERM!\nNo", "R.T. has ", ""),
        (
            "A line that is long enough to have been wrapped by somebody has\nTERM in it.",
            "A line that is long enough to have been wrapped by somebody has\n",
            " in it",
        ),
    ],
)
def test_sentence_around(text: str, before: str, after: str) -> None:
    at = text.index("TERM")
    sentence = sentence_around(text.encode(), at, at + 4)
    assert (sentence.before.decode(), sentence.after.decode()) == (before, after)


def test_what_stands_before_is_kept_apart_and_questions_are_told() -> None:
    text = b"Jo is 7. Does he have TERM? No."
    sentence = sentence_around(text, text.index(b"TERM"), text.index(b"TERM") + 4)
    assert sentence.earlier == b"Jo is 7. "
    assert sentence.asks


def test_a_row_of_a_table_is_a_record_by_itself() -> None:
    text = b"1\tJane Hill\tnone\n2\tTom Reid\tTERM"
    sentence = sentence_around(text, text.index(b"TERM"), len(text))
    assert sentence.earlier == b"2\tTom Reid\t"


def test_no_sentence_runs_over_the_next_entry_of_a_log() -> None:
    log = b"19:02 " + b"camera four shows an empty square and a closed kiosk at the " + b"corner"
    text = log + b"\n19:41 Jo Day is on bail\n19:50 all quiet"
    sentence = sentence_around(text, text.index(b"on bail"), text.index(b"on bail") + 7)
    assert sentence.before == b"19:41 Jo Day is "
