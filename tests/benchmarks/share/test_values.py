import re
from collections import Counter
from random import Random

import pytest
from stdnum import luhn
from stdnum.gb import nhs

from benchmarks.share import values
from benchmarks.share.people import NameStyle, named, populate
from benchmarks.share.values import Cue

_GRAMMAR = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}")


@pytest.fixture
def rng() -> Random:
    return Random(5)


def test_new_nhs_when_drawn_then_valid_and_in_the_test_range(rng: Random) -> None:
    for _ in range(500):
        number = values.new_nhs(rng)
        assert nhs.is_valid(number)
        assert number.startswith("999")


def test_new_card_when_drawn_then_passes_luhn(rng: Random) -> None:
    assert all(luhn.is_valid(values.new_card(rng)) for _ in range(500))


def test_new_nino_when_drawn_then_follows_the_grammar(rng: Random) -> None:
    assert all(_GRAMMAR.fullmatch(values.new_nino(rng)) for _ in range(500))


def test_new_phone_when_drawn_then_in_a_drama_range(rng: Random) -> None:
    assert all(values.new_phone(rng).startswith(values.DRAMA_RANGES) for _ in range(500))


def test_new_phone_when_drawn_then_eleven_digits(rng: Random) -> None:
    assert {len(values.new_phone(rng)) for _ in range(500)} == {11}


def test_nino_when_written_then_reads_back_to_its_canonical_value(rng: Random) -> None:
    forms = Counter[str]()
    for _ in range(2000):
        canonical = values.new_nino(rng)
        value = values.nino(rng, canonical, Cue.NAMED)
        forms[value.form] += 1
        closed = re.sub(r"[^A-Z0-9]", "", value.text.upper())[:8]
        digits = closed[2:].replace("O", "0").replace("I", "1").replace("S", "5")
        assert closed[:2] + digits == value.canonical == canonical
    assert len(forms) == 10


def test_nino_when_nothing_names_it_then_no_form_that_needs_a_label(rng: Random) -> None:
    drawn = (values.nino(rng, "AB123456", Cue.NONE).form for _ in range(2000))
    assert not {"suffix left off", "misread digits"} & set(drawn)


@pytest.mark.parametrize("number", ["01632960123", "07700900456", "02079460789"])
def test_phone_when_written_then_reads_back_to_e164(number: str, rng: Random) -> None:
    for _ in range(200):
        value = values.phone(rng, number, Cue.NAMED)
        digits = re.sub(r"\D", "", value.text.replace("(0)", ""))
        assert digits.endswith(number[1:])
        assert value.canonical == f"+44{number[1:]}"


def test_named_when_each_style_then_canonical_without_title_and_comma(rng: Random) -> None:
    person = populate(rng, 5).residents[0]
    for style in NameStyle:
        value = named(person, style)
        assert value.canonical == value.canonical.casefold()
        assert "," not in value.canonical
        assert not value.canonical.startswith(person.title.lower() + " ")


def test_populate_when_asked_then_people_differ(rng: Random) -> None:
    people = populate(rng, 300).residents
    assert len({person.nhs for person in people}) > 295
    assert len({person.nino for person in people}) > 295
