"""The sorts of file of ``wayfarers``; that its truth holds is tested in ``test_blind``."""

import re
from collections import Counter
from random import Random

import pytest

from benchmarks.accuracy import (
    arrivals,
    fresh,
    judge,
    newcomers,
    outside,
    sealed,
    strangers,
    unseen,
    wayfarers,
)
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.score import is_special
from benchmarks.accuracy.wayfarers import document
from benchmarks.accuracy.wayfarers.folk import LOOPED, TODAY, Company
from benchmarks.accuracy.wayfarers.ink import ENTITIES, Ink
from benchmarks.accuracy.wayfarers.kinds import Sort, read, sorts, written
from benchmarks.accuracy.wayfarers.nobody import about_nobody
from tests.benchmarks.accuracy.truths import PACKED, are_others

_DRAMA = (
    r"\+44(?:7700900\d{3}|1632960\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}|1914980\d{3}"
    r"|1(?:1[3-8]|[2-6]1)4960\d{3})"
)
"""Numbers that Ofcom keeps for drama, as ``ranges`` has them."""
_LEFT = re.compile(r"(?<![{$])\{(?:[a-zA-Z]\d?\.\w|[!~])|\[\[|^%\w", re.MULTILINE)


def _six_of(sort: Sort) -> list[Document]:
    return [document(sort, Random(f"{sort.name} {seed}")) for seed in range(6)]


def _ink(seed: int = 1, nation: str = "") -> Ink:
    return Ink(Random(seed), Company(Random(seed), nation))


@pytest.mark.parametrize("sort", sorts(), ids=lambda sort: sort.name)
def test_no_slot_and_no_choice_is_left_in_a(sort: Sort) -> None:
    for each in _six_of(sort):
        if each.suffix not in PACKED | {"pdf", "eml"}:
            assert not _LEFT.search(each.data.decode("utf-8", errors="ignore"))


def test_there_are_many_sorts_of_file_each_with_a_name_of_its_own() -> None:
    kinds = Counter(sort.kind for sort in sorts())
    assert len({sort.name for sort in sorts()}) == len(sorts())
    assert kinds[Kind.PLANTED] >= 300
    assert kinds[Kind.LOOKALIKE] >= 70
    assert kinds[Kind.CLEAN] >= 30


def test_every_sort_comes_before_one_comes_again() -> None:
    planted = sum(sort.kind is Kind.PLANTED for sort in sorts())
    first = [
        each.layout.split(":")[0]
        for each in wayfarers.documents(1, planted * 10 // 7 + 10)
        if each.kind is Kind.PLANTED
    ][:planted]
    assert len(set(first)) == planted


def test_everything_that_is_known_of_a_person_is_written_somewhere() -> None:
    told = {truth.entity for sort in sorts() for each in _six_of(sort) for truth in each.truths}
    assert set(ENTITIES.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= told
    assert len([entity for entity in told if is_special(entity)]) == 10


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("x; txt\n%loop 1-2\nhello\n%end\n%end", "out of place"),
        ("x; txt; colour=red\nhello", "out of place"),
        ("x; txt\n%loop 1-2\nhello", "never ends"),
        ("x; txt\n%one\nhello\n%or\nbye", "never ends"),
    ],
)
def test_a_sort_that_is_not_sound_is_refused(block: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(block)


def test_a_file_must_be_of_the_kind_that_it_is_said_to_be() -> None:
    with pytest.raises(ValueError, match="is said to be clean"):
        document(read("x; txt; kind=clean\n{p.name}"), Random(1))
    with pytest.raises(ValueError, match="is said to be planted"):
        document(read("x; txt\nnobody"), Random(1))


def test_a_loop_names_others_in_each_turn_and_again_does_not() -> None:
    looped = written(read("x; txt\n%loop 9-9\n{r.name}\n%end").parts, _ink())
    again = written(read("x; txt\n%again 9-9 ,\n{r.name}\n%end").parts, _ink())
    assert len(set(looped)) == 9
    assert len(set(again)) == 2  # the last has no comma
    assert again[0] == f"{again[-1]},"


def test_what_a_file_tells_of_is_told_once_and_leaves_no_line() -> None:
    ink = _ink()
    assert written(read("x; txt\n{~health}\n{!health}\nill\n\nwell").parts, ink) == [
        "ill", "", "well",
    ]  # fmt: skip
    assert [(truth.entity, truth.required) for truth in ink.truths] == [("HEALTH_DATA", True)]


def test_harm_to_somebody_makes_health_and_offences_arguable() -> None:
    ink = _ink()
    ink.filled("{!adult}")
    assert {truth.entity: truth.required for truth in ink.truths} == {
        "ADULT_SAFEGUARDING": True, "HEALTH_DATA": False, "CRIMINAL_OFFENCE_DATA": False,
    }  # fmt: skip


def test_doubled_braces_and_shell_variables_are_no_slots() -> None:
    ink = _ink()
    text = "{{ name }} {{p.name}} ${PASSWORD} {1,2}"
    assert ink.filled(text) == text
    assert ink.truths == ()


def test_the_dead_the_elected_offices_and_initials_need_not_be_found() -> None:
    ink = _ink()
    ink.filled("{v.name} {z.full} {C.addr} {C.phone} {C.box} {C.ip} {o.phone} {p.init} {w.phone}")
    assert len(ink.truths) >= 10
    assert not any(truth.required for truth in ink.truths)


def test_a_street_in_a_cell_of_its_own_may_be_found_alone_or_with_town_and_postcode() -> None:
    ink = _ink()
    ink.filled("| {p.line} | {p.town} | {p.pc:spaced}", in_column=True)
    street, postcode = ink.truths
    home = ink.company.soul("p").home
    assert street.canonical.startswith(street.also[0])
    assert street.canonical.replace(" ", "").endswith(postcode.canonical.lower())
    assert [len(other) < len(street.canonical) for other in street.also] == [True] * 3
    assert home.town.lower().split()[0] in street.canonical


def test_a_household_shares_its_address_and_others_do_not() -> None:
    company = Company(Random(3))
    mother, child, other = (company.soul(role) for role in "akp")
    assert mother.home == child.home != other.home
    parent = company.soul("r")
    company.next_turn()
    assert company.soul("r") != parent
    assert company.soul("a") == mother


def test_an_age_is_that_of_the_birth_date() -> None:
    for seed in range(60):
        who = Company(Random(seed)).soul(Random(seed).choice("abktipqem" + LOOPED))
        birthday = who.born.replace(year=who.born.year + who.age, day=min(who.born.day, 28))
        assert abs((TODAY - birthday).days) <= 369
        assert birthday <= TODAY


def test_numbers_about_nobody_pass_the_checks_that_they_are_said_to_pass() -> None:
    rng = Random(4)
    for _ in range(40):
        digits = [int(d) for d in about_nobody(rng, "luhn", "16", "")]
        doubled = [sum(divmod(2 * d, 10)) for d in digits[-2::-2]]
        assert (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
        book = [int(d) for d in about_nobody(rng, "isbn", "", "")]
        assert (sum(book[::2]) + 3 * sum(book[1::2])) % 10 == 0
        tens = [int(d) for d in about_nobody(rng, "mod11", "10", "")]
        assert sum(w * d for w, d in zip(range(10, 0, -1), tens, strict=True)) % 11 == 0


def test_telephones_and_mail_addresses_are_kept_for_nobody() -> None:
    councils = "|".join(domain for _, _, domain, _ in rows("wayfarers_councils"))
    mail = rf".+@(?:[a-z]+\.)?(?:example\.(?:org|com|net)|(?:{councils})\.gov\.uk)"
    for each in wayfarers.documents(3, 200):
        for truth in each.truths:
            if truth.entity == "PHONE_NUMBER":
                assert re.fullmatch(_DRAMA, truth.canonical)
            if truth.entity == "EMAIL_ADDRESS":
                assert re.fullmatch(mail, truth.canonical)


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("wayfarers_names")
    assert len(names) >= 50  # communities
    assert len({name for row in names for part in row[1:3] for name in part.split(";")}) >= 800
    assert len({name for row in names for name in row[3].split(";")}) >= 550
    assert len({street for _, street in rows("wayfarers_streets")}) >= 170
    assert len({town for _, town, _ in rows("wayfarers_towns")}) >= 220


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(wayfarers.documents(1, 60))
    for other in (sealed, judge, fresh, unseen, outside, strangers, newcomers, arrivals):
        assert are_others(own, other.documents(1, 60))
