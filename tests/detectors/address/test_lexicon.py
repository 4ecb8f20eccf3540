from detectors.address.lexicon import (
    NEVER,
    NEVER_IN_PLACES,
    first_words,
    last_words,
    places,
    street_words,
)
from detectors.names.lexicon import folded


def test_words_of_streets_stand_first_in_welsh_and_last_in_english() -> None:
    assert {"heol", "ffordd", "stryd", "rathad"} <= first_words()
    assert {"road", "rd", "street", "lane", "close"} <= last_words()
    assert not first_words() & {each.word for each in street_words() if not each.opens}


def test_every_word_and_place_is_folded() -> None:
    assert all(each.word == folded(each.word) for each in street_words())
    assert all(place == folded(place) for place in places())
    assert {"leeds", "ynys mon", "west yorkshire", "newcastle upon tyne"} <= places()


def test_words_that_no_street_holds_are_no_streets() -> None:
    assert not NEVER & last_words()
    assert not NEVER_IN_PLACES & {"of", "by", "in"}  # Isle of Wight, Stoke-by-Nayland
    assert "postcode" in NEVER_IN_PLACES
