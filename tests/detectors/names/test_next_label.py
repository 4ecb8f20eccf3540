from detectors.names.next_label import LABEL_FOLLOWS, LABEL_NEXT, before_label


def test_words_of_the_next_label_are_no_part_of_a_name() -> None:
    text = "Jane Hill Second officer: Omar"
    assert LABEL_NEXT.match(text, len("Jane Hill Second"))
    kept = before_label(["Jane", "Hill", "Second"], text, len("Jane Hill Second"))
    assert kept == (["Jane", "Hill"], len("Jane Hill"))


def test_a_surname_before_a_colon_stays() -> None:
    whole = ["Mary", "Jane", "Okafor"]
    assert before_label(whole, "Mary Jane Okafor: yes", 16) == (whole, 16)


def test_an_address_of_the_web_is_no_label() -> None:
    assert LABEL_FOLLOWS.match(b"://example.org") is None
