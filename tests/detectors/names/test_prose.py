from itertools import pairwise

import pytest

from detectors.names.prose import is_prose, windows

SENTENCE = "Mum was tired and the flat was cold when we came to see how they all were doing. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SENTENCE, True),
        ("“He is not well,” said the nurse, and we all thought that she was right.", True),
        ("Smith\tJones\tPatel\tKaur\tSingh\tAdeyemi\tOkafor", False),
        ("SELECT name FROM people WHERE id = 3 AND town = 'x'", False),
        ("10:02 INFO user=7 host=a1 path=/x/y status=200 bytes=311 ok", False),
        ("if not words: return [word for word in words if word[0] == start]", False),
        ("North Area Housing Team Manager Deputy Head Officer Clerk", False),
        ("he said so", False),
        ("", False),
    ],
)
def test_sentences_are_told_from_tables_code_and_logs(text: str, *, expected: bool) -> None:
    assert is_prose(text) is expected


def test_prose_without_a_cue_is_not_read() -> None:
    assert list(windows(SENTENCE * 50, [])) == []


def test_what_stands_around_a_cue_is_read_once_and_no_more_of_it() -> None:
    text = SENTENCE * 50 + "Then she said that Zoë had gone. " + SENTENCE * 50
    pieces = list(windows(text, [50 * len(SENTENCE) + 30]))
    read = "".join(text[start:end] for start, end in pieces)
    assert "that Zoë had gone" in read
    assert 700 <= len(read) <= 900
    assert all(one[1] <= two[0] for one, two in pairwise(pieces))


def test_many_cues_are_one_run_of_pieces_that_cut_no_word() -> None:
    text = SENTENCE * 40
    pieces = list(windows(text, range(0, len(text), 100)))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(text[start - 1 : start + 1].strip() != text[start - 1 : start + 1]
               for start, _ in pieces[1:])  # fmt: skip


def test_a_table_around_a_cue_is_not_read() -> None:
    text = "Smith\tJane\tLS1 4AB\t12\n" * 100
    assert list(windows(text, [500])) == []


def test_text_without_any_space_ends() -> None:
    assert list(windows("x" * 5_000, [2_500])) == []
