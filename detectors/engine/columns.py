"""Typing the columns of a table: by heading, and by what their cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector, Strength
from detectors.engine.coded import index, spelt_out

VERSION = 14
"""raise it when columns would be typed otherwise."""

MOST_COLUMNS = 1024  # what lies further right shares the last column's type
_BY_CHANCE = 1e-3  # a column is typed when random text would pass as often less than so
_LEAST_VALUES = 4
_SHARE_WEAK_CHECK, _SHARE, _SHARE_HEADED = 0.9, 0.75, 0.4  # facts on real tables
_ODD = ((4, 0.5), (6, 0.65), (10, 0.75))  # of so many of the shape, fewer than this share pass
_KEPT_HEADINGS = 1 << 12
MOST_PHRASE_WORDS = 6
CHECKED_RATE = 0.2  # below it a check tells values from numbers of the same shape

_WORD = re.compile(r"(?:[^\W_]|&)+(?:[.'\-](?:[^\W_]|&)+)*")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_FILLERS = frozenset(
    {
        *("no", "number", "num", "1", "2", "3", "home", "work", "main", "the", "of", "their"),
        *("client", "patient", "pupil", "child", "parent", "carer", "tenant", "applicant"),
        *("claimant", "employee", "customer", "partner", "mother", "father", "staff", "student"),
        *("person", "resident", "learner", "member", "occupant", "occupier", "householder"),
        *("guardian", "complainant", "service", "volunteer", "candidate", "driver", "holder"),
    }
)
"""Words that leave a heading of one word what it is: "Carer surname", "Tel. no"."""
_ENOUGH = frozenset(
    {
        *("utr", "uln", "upn", "uprn", "nino", "dob", "d.o.b", "brp", "pnc", "iban", "passport"),
        *("trn", "nomis", "noms", "hcn", "ip"),
        *("vrm", "tel", "telephone", "phone", "mobile", "postcode", "pcode"),
        *("ethnicity", "religion", "disability", "disabilities", "diagnosis", "diagnoses"),
        *("allergies", "allergy", "medication", "illness", "impairment", "sexuality"),
        *("conviction", "convictions", "offence", "offences", "ehcp", "safeguarding"),
        *("ethnigrwydd", "crefydd", "anabledd"),
    }
)
"""Words that say what a heading is for whatever stands beside them: "Tax ref (UTR)"."""
_ABOUT_IT = frozenset(
    {
        *("date", "check", "checked", "verified", "seen", "status", "expiry", "expires", "expired"),
        *("issue", "issued", "source", "type", "updated", "valid", "held", "match", "place"),
        *("country", "office", "authority", "model", "make", "network", "provider", "tariff"),
        *("consent", "preference", "allowance", "bill", "cost", "costs", "calls", "minutes"),
        *("library", "app", "area", "district", "sector", "range"),
    }
)
"""Words that make a heading say something about a value rather than hold it."""
_PAID = frozenset(
    {
        *("bank", "bk", "bacs", "payee", "pay", "payment", "payments", "paid", "beneficiary", "dd"),
        *("supplier", "vendor", "creditor", "landlord", "refund", "new", "old", "current", "cust"),
        *("dest", "destination", "orig", "originator", "recipient", "payer", "debit", "credit"),
        *("clm", "clmt", "emp", "remit", "remittance", "salary", "wages", "from", "to"),
    }
)
"""Words beside which "Sort" and "Acc" stay what they are: "PAYEE_SC"."""
_QUESTION = re.compile(r"q?[0-9]{1,3}[a-z]?|[a-h][0-9]{1,2}")  # "Q12 Acc", "3b NI no", "C4 DOB"
_COUNTED = re.compile(r"(?<=[a-z]{3})[0-9]$")
_DOTTED = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")  # a path: "cust.dob", but not "d.o.b"
_ROWS = "\n"  # parts what stands in two rows of a heading
_POSSESSIVE = re.compile(r"['’]s\b")
_EITHER = re.compile(r" ?[/&,|] ?| (?:or|and|neu|a) ", re.IGNORECASE)
_PERIOD = re.compile(r"(?:19|20)\d\d(?: \d\d(?:\d\d)?)?|q[1-4](?: .*)?")
"""What a table of counts is headed by: a year, a financial year, a quarter."""
_NUMBERED_PEOPLE = re.compile(
    r"(?:client|pupil|student|learner|staff|employee|emp|person|patient|service user|resident"
    r"|tenant|claimant|applicant|child|case|respondent|candidate|payroll|carer)s?"
    r" (?:id|no|number|ref|reference|code|urn)"
)
"""A heading of the numbers that an office gives to people."""
_BORN = frozenset({"dob", "d.o.b", "date of birth", "birth date", "dyddiad geni"})


class Heading(IntEnum):
    """What a column's heading says to a detector."""

    SILENT = 0
    NAMED = 1
    OPPOSED = 2
    GIVEN_PART = 3
    LAST_PART = 4
    DOUBTFUL = 5


@lru_cache(_KEPT_HEADINGS)
def heading_words(heading: str) -> str:
    """Return the words of a heading in small letters, single-spaced, camelCase parted.

    >>> heading_words("patientNHS_Number (10)")
    'patient nhs number 10'
    """
    parted = _CAMEL.sub(" ", heading.replace("_", " ").replace("-", " "))
    parted = _DOTTED.sub(" ", _POSSESSIVE.sub("", parted))
    return " ".join(_WORD.findall(parted.lower()))


@lru_cache(_KEPT_HEADINGS)
def headings(detectors: tuple[Detector, ...], header: tuple[str, ...]) -> NDArray[np.int8]:
    """Return what each heading says to each detector, as (column, detector) of Heading.

    The longest known phrase in a heading decides, whoever knows it. Where one heading says that
    the table counts people and none names a person, no column is of a detector that asks for this.
    """
    said = np.zeros((len(header), len(detectors)), dtype=np.int8)
    known, short = _known_phrases(detectors)
    for column, heading in enumerate(header):
        if heading.endswith("%"):  # it counts
            continue
        own: dict[int, tuple[int, int]] = {}  # of each detector the longest, and what it says
        against: dict[int, int] = {}
        doubtful: set[int] = set()
        for phrase in _told(heading, known, short):
            for number, kind in known[phrase]:
                if kind is Heading.DOUBTFUL:
                    doubtful.add(number)
                elif kind is Heading.OPPOSED:
                    against[number] = max(len(phrase), against.get(number, 0))
                else:
                    own[number] = max((len(phrase), -kind), own.get(number, (0, 0)))
        most = max((length for length, _ in own.values()), default=0)
        if most:
            said[column] = Heading.OPPOSED
        said[column, list(against)] = Heading.OPPOSED
        for number, (length, kind_negated) in own.items():
            if length >= max(most, against.get(number, 0)):
                said[column, number] = -kind_negated
        for number in doubtful:
            if said[column, number] == Heading.SILENT:
                said[column, number] = Heading.DOUBTFUL
    _name_alternatives(detectors, header, said)
    _name_given_parts(detectors, header, said)
    _name_last_parts(detectors, header, said)
    _name_companions(detectors, header, said)
    _oppose_beside(detectors, header, said)
    if not lists_people(detectors, header, said):
        whole = {heading_words(heading) for heading in header}
        by_period = any(map(_PERIOD.fullmatch, whole))
        counting = [
            bool(each.summary_headers) and (by_period or not whole.isdisjoint(each.summary_headers))
            for each in detectors
        ]
        said[:, counting] = Heading.OPPOSED
    return said


def _name_alternatives(
    detectors: tuple[Detector, ...], header: tuple[str, ...], said: NDArray[np.int8]
) -> None:
    """Say nothing against either of two in a heading that leaves it open: "E-mail / tel"."""
    known, _ = _known_phrases(detectors)
    for column, heading in enumerate(header):
        parts = _EITHER.split(heading)
        if len(parts) < 2:
            continue
        named = [
            {number for number, kind in known.get(part, ()) if kind is Heading.NAMED}
            for part in map(heading_words, parts)
        ]
        if all(named):
            own = sorted(set().union(*named))
            said[column, own] = np.where(
                said[column, own] == Heading.OPPOSED, Heading.SILENT, said[column, own]
            )


def _name_given_parts(
    detectors: tuple[Detector, ...], header: tuple[str, ...], said: NDArray[np.int8]
) -> None:
    """Take a column "Name" beside one of surnames, where no other has given names, for those."""
    for number, detector in enumerate(detectors):
        own = said[:, number]
        last = np.flatnonzero(own == Heading.LAST_PART)
        if not len(last) or (own == Heading.GIVEN_PART).any():
            continue
        either = set(map(heading_words, detector.part_headers[0]))
        for column in np.flatnonzero(own == Heading.NAMED).tolist():
            beside = bool((np.abs(last - column) == 1).any())
            if beside and heading_words(header[column]) in either:
                own[column] = Heading.GIVEN_PART
                break


def _name_last_parts(
    detectors: tuple[Detector, ...], header: tuple[str, ...], said: NDArray[np.int8]
) -> None:
    """Take a column that may hold a whole value for its last part beside one of its first parts.

    "Street" holds a number and a street, unless "House" stands beside it.
    """
    words = [heading_words(heading) for heading in header]
    for number, detector in enumerate(detectors):
        own = said[:, number]
        if not (own == Heading.GIVEN_PART).any():
            continue
        either = set(map(heading_words, detector.part_headers[1])).intersection(
            map(heading_words, detector.headers)
        )
        for column in np.flatnonzero(own == Heading.NAMED).tolist():
            if words[column] in either and column and own[column - 1] == Heading.GIVEN_PART:
                own[column] = Heading.LAST_PART


def _name_companions(
    detectors: tuple[Detector, ...], header: tuple[str, ...], said: NDArray[np.int8]
) -> None:
    """Name in ``said`` the columns whose headings count only beside another entity's.

    Two that name each other count where both stand there: "Sort" beside "Acc".
    """
    words = [heading_words(each) for each in header]
    bare = [" ".join(w for w in each.split() if not _adds_nothing(w)) for each in words]
    alone: dict[str, tuple[int, NDArray[np.bool_]]] = {}
    for number, detector in enumerate(detectors):
        if detector.companion and not (said[:, number] == Heading.NAMED).any():
            known = set(map(heading_words, detector.companion_headers))
            pairs = zip(words, bare, strict=True)
            columns = np.array([not known.isdisjoint(each) for each in pairs], dtype=bool)
            columns &= (said[:, number] == Heading.SILENT) | (said[:, number] == Heading.OPPOSED)
            alone[detector.entity] = number, columns
    named = {detectors[number].entity for number in np.flatnonzero((said == Heading.NAMED).any(0))}
    named |= {entity for entity, (_, columns) in alone.items() if columns.any()}
    for number, columns in alone.values():
        if detectors[number].companion in named:
            said[columns, number] = Heading.NAMED


def _oppose_beside(
    detectors: tuple[Detector, ...], header: tuple[str, ...], said: NDArray[np.int8]
) -> None:
    """Oppose the columns of headings that mean something else beside others: "Author", "ISBN"."""
    words = [heading_words(each) for each in header]
    for number, detector in enumerate(detectors):
        opposed, others = detector.opposed_beside
        if not set(words).isdisjoint(others):
            said[[word in opposed for word in words], number] = Heading.OPPOSED


def lists_people(
    detectors: tuple[Detector, ...], header: tuple[str, ...], said: NDArray[np.int8]
) -> bool:
    """Return whether a heading names something that one person has: a name, an NHS number."""
    words = list(map(heading_words, header))
    if any(word in _BORN or _NUMBERED_PEOPLE.fullmatch(word) for word in words):
        return True
    of_one = [each.strength is not Strength.SHARED for each in detectors]
    parts = (Heading.NAMED, Heading.GIVEN_PART, Heading.LAST_PART)
    return bool(np.isin(said[:, of_one], parts).any())


@lru_cache(1)
def _known_phrases(
    detectors: tuple[Detector, ...],
) -> tuple[dict[str, list[tuple[int, Heading]]], dict[str, str]]:
    """Return what each phrase says, to which detectors, and what is short for phrases."""
    known: dict[str, list[tuple[int, Heading]]] = {}
    for number, detector in enumerate(detectors):
        given, last = detector.part_headers
        for kind, phrases in (
            (Heading.NAMED, detector.headers),
            (Heading.GIVEN_PART, given),
            (Heading.LAST_PART, last),
            (Heading.DOUBTFUL, detector.doubtful_headers),
            (Heading.OPPOSED, (*detector.opposing_headers, *detector.opposing)),
        ):
            for phrase in phrases:
                known.setdefault(heading_words(phrase), []).append((number, kind))
    return known, index(known)


def _told(heading: str, known: Mapping[str, object], short: Mapping[str, str]) -> list[str]:
    """Return the known phrases in a heading, or where two rows together say none in the lower.

    "Post" above "code" is one phrase, and "Customer details" above "Name" is a name.
    """
    told = [phrase for phrase in _phrases_of(heading, short) if phrase in known]
    if not told and _ROWS in heading:
        lower = heading.rpartition(_ROWS)[2]
        told = [phrase for phrase in _phrases_of(lower, short) if phrase in known]
    return told


def _phrases_of(heading: str, short: Mapping[str, str]) -> Iterator[str]:
    """Yield the phrases in a heading: "CTax" is "c tax" and "ctax", the one or the other known."""
    parted, plain = heading_words(heading).split(), heading_words(heading.lower()).split()
    spelt = spelt_out(heading, parted, short)
    yield from _phrases_in(spelt)
    if any(map(_QUESTION.fullmatch, spelt)):  # "Vehicle 1 reg"
        yield from _phrases_in([word for word in spelt if not _QUESTION.fullmatch(word)])
    counted = [_COUNTED.sub("", word) for word in spelt]  # "Tel1", "Addr2"
    if counted != spelt:
        yield from _phrases_in(counted)
    if plain != parted:
        yield from _phrases_in(plain)


def _phrases_in(words: list[str]) -> Iterator[str]:
    """Yield the phrases in a heading's words.

    A single word counts where the others add nothing, or where it is enough by itself.
    """
    enough = _ENOUGH if _ABOUT_IT.isdisjoint(words) else frozenset()
    for first in range(len(words)):
        others = (*words[:first], *words[first + 1 :])
        if words[first] in enough or all(map(_is_filler, others)):
            yield words[first]
        for end in range(first + 2, min(first + MOST_PHRASE_WORDS, len(words)) + 1):
            yield " ".join(words[first:end])


def _is_filler(word: str) -> bool:
    return word in _FILLERS or _QUESTION.fullmatch(word) is not None


def _adds_nothing(word: str) -> bool:
    """Return whether a word leaves a heading what it is beside another entity's."""
    return word in _PAID or _is_filler(word)


def least_values(pass_rate: float) -> int:
    """Return how many values in a row are not there by chance."""
    return max(_LEAST_VALUES, int(np.ceil(np.log(_BY_CHANCE) / np.log(pass_rate))))


def mostly_fail(shaped: NDArray[np.int64], valid: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return where too few of what has a shape pass its check, as if by chance."""
    odd = np.zeros(len(shaped), dtype=bool)
    for least, share in _ODD:
        odd |= (shaped >= least) & (valid < share * shaped)
    return odd


@dataclass(slots=True)
class Counts:
    """What was seen so far of one table, by (detector, column)."""

    cells: NDArray[np.int64]  # not empty, by column
    shaped: NDArray[np.int64]  # cells that begin with something of the detector's shape
    begun: NDArray[np.int64]  # of those, the ones that pass its check
    valid: NDArray[np.int64]  # of those, the ones that hold nothing else
    inner: NDArray[np.int64]  # what has the detector's shape further on in a cell
    inner_valid: NDArray[np.int64]  # of that, what passes its check
    looked_at: dict[tuple[int, int], bool]  # what ``typed_by`` said of a column

    @classmethod
    def empty(cls, detectors: int) -> Counts:
        """Return counts of nothing."""
        zeros = np.zeros((detectors, 0), dtype=np.int64)
        return cls(np.zeros(0, dtype=np.int64), zeros, zeros, zeros, zeros, zeros, {})

    def widen(self, columns: int) -> None:
        """Make room for as many columns."""
        missing = columns - len(self.cells)
        if missing > 0:
            more = np.zeros((len(self.valid), missing), dtype=np.int64)
            self.cells = np.concatenate((self.cells, np.zeros(missing, dtype=np.int64)))
            self.shaped = np.concatenate((self.shaped, more), axis=1)
            self.begun = np.concatenate((self.begun, more), axis=1)
            self.valid = np.concatenate((self.valid, more), axis=1)
            self.inner = np.concatenate((self.inner, more), axis=1)
            self.inner_valid = np.concatenate((self.inner_valid, more), axis=1)

    def typed(self, number: int, detector: Detector, named: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which columns hold values of a detector throughout."""
        valid, cells = self.valid[number], np.maximum(self.cells, 1)
        least = least_values(detector.pass_rate)
        share = _SHARE_WEAK_CHECK if detector.pass_rate > CHECKED_RATE else _SHARE
        if detector.check_many is not None and detector.pass_rate <= CHECKED_RATE:
            # Of what has the shape, nearly all must pass; empty and other cells do less harm.
            passing = self.begun[number] >= _SHARE_WEAK_CHECK * self.shaped[number]
        else:
            passing = np.ones(len(valid), dtype=bool)
        enough = (valid >= least) & (valid >= share * cells) & passing
        return np.asarray(enough | named & (valid >= 1) & (valid >= _SHARE_HEADED * cells))

    def odd(self, number: int) -> NDArray[np.bool_]:
        """Return which columns hold things of a detector's shape that mostly fail its check."""
        return mostly_fail(self.shaped[number], self.begun[number])

    def odd_within(self, number: int) -> NDArray[np.bool_]:
        """Return the same of what stands further on in their cells: "Boiler 3538547696"."""
        return mostly_fail(self.inner[number], self.inner_valid[number])
