"""What a detector declares, and what the engine gives back.

A detector is plain data: one module per entity, one constant ``DETECTOR``. It holds no loop over
text; the engine compiles all patterns into one database, scans once, and calls checks on
candidates only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


class Category(StrEnum):
    """What the law calls the data (UK GDPR, articles 4, 9 and 10), and two kinds beside it.

    A credential opens what holds personal data: article 32. An organisation's number is no personal
    data; it is looked for as evidence against others, since it has their shape.
    """

    CONTACT = "contact"
    IDENTITY = "identity"
    FINANCIAL = "financial"
    HEALTH = "health"
    CHILDREN = "children"
    SPECIAL_CATEGORY = "special category"
    CRIMINAL_OFFENCE = "criminal offence"
    CREDENTIAL = "credential"
    ORGANISATION = "organisation"


class Detection(NamedTuple):
    """One place where an entity was found, as character offsets into the passage, end exclusive.

    ``confidence`` is the calibrated chance that it is right, 0 to 1. ``explanation`` names the
    rules, checks, context and column that led to it and never quotes the text. A named tuple,
    since a megabyte of a person table holds 80,000 of them.
    """

    entity: str
    start: int
    end: int
    canonical: str
    confidence: float
    explanation: str

    def __repr__(self) -> str:
        """Leave the value out: personal data is kept out of logs and tracebacks."""
        return f"Detection({self.entity}, {self.start}, {self.end}, {self.confidence:.2f})"


Chars = NDArray[np.uint8]
"""Values in ASCII, one a row, all of one length, upper case, without separators."""

CheckMany = Callable[[Chars], NDArray[np.bytes_]]
"""Gives the canonical value of each row, and b"" for a row that fails the check."""

Expand = Callable[[bytes, int, int], tuple[int, int] | None]
"""Gives the bytes that a value takes up around the trigger at start..end, or None."""

ExpandAll = Callable[[bytes, int, int], Sequence[tuple[int, int]]]
"""Gives the bytes of every value that the trigger at start..end opens, as in a list of people."""

ExpandMany = Callable[
    [NDArray[np.uint8], NDArray[np.int64]], tuple[NDArray[np.int64], NDArray[np.int64]]
]
"""Gives the same for many triggers at once: starts and ends, equal where there is no value."""


Look = Callable[[str], Sequence[Detection]]
"""Gives all of an entity in a passage or in rows of a table, in order."""


class Scan(Enum):
    """How a form's pattern is matched."""

    ANY_CASE = "any case"
    CASE = "case counts"


@dataclass(frozen=True, slots=True, eq=False)  # looked up by what it is, millions of times
class Form:
    """One way of writing an entity.

    ``pattern`` is a regular expression over ASCII bytes in what hyperscan and ``re`` have in
    common: no look-around, no back-reference, no lazy repeat. Before matching, other spaces,
    hyphens and apostrophes have become the ASCII ones. ``bare`` is the confidence where nothing
    around speaks for or against it. ``also`` has further patterns of the same form: many short
    lists of words compile in a tenth of the time of one long one. A form with ``expand`` or
    ``expand_all`` has patterns that only trigger; a test holds ``expand_many`` equal to ``expand``.
    One that ``yields`` is not asked about a trigger within what the detector's earlier forms
    found. ``beside_bytes`` is how far after its neighbour one may begin, where the detector names
    one.
    """

    name: str
    pattern: str
    bare: float
    scan: Scan = Scan.ANY_CASE
    expand: Expand | None = None
    expand_many: ExpandMany | None = None
    expand_all: ExpandAll | None = None
    also: tuple[str, ...] = ()
    yields: bool = False
    beside_bytes: int = 40

    @property
    def patterns(self) -> tuple[str, ...]:
        """All patterns of this form."""
        return (self.pattern, *self.also)

    @property
    def triggers(self) -> bool:
        """Whether what matches is only where a value may be."""
        return self.expand is not None or self.expand_all is not None


class Letters(Enum):
    """In which letters an entity is usually written."""

    ANY = "any"
    CAPITALS = "capitals"  # small letters speak against it


class Strength(Enum):
    """Whether one value is one person."""

    ONE_PERSON = "one person"  # distinct values can be counted as people
    USUALLY_ONE = "usually one person"  # who may have several, or share one: people at most
    SHARED = "shared"


class Shown(Enum):
    """What a preview shows of a value: design.md, section 4, promise 3."""

    LAST_TWO = "its last two characters"
    LAST_TWO_FIXED = "its last two characters, in a preview of fixed length"
    SIGN = "that it is an e-mail address"
    NOTHING = "nothing, not even its length"


class Further(Protocol):
    """Finds more of an entity in the passages of one document, handed in one after the other.

    A passage of more than ``longest_chars`` is not handed in.
    """

    longest_chars: int

    def __call__(
        self, text: str, own: Sequence[Detection], others: Sequence[NDArray[np.int64]]
    ) -> Sequence[Detection]:
        """Return what forms alone do not find in ``text``, in order.

        ``own`` is what they found of the entity; ``others`` are the starts of all that is something
        else, entity by entity. What overlaps either is dropped by the caller, but for what holds
        one of ``own`` whole, which takes its place.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Detector:
    """What to look for, and what speaks for and against it.

    ``forms`` are looked for everywhere. ``near`` forms are weak: they are believed only right
    after a word of ``supporting``, or in a column that is typed as this entity.
    ``supporting``, ``opposing`` and ``headers`` are words as people write them; the engine
    matches them whole, in any case, in snake_case and camelCase. After a word of ``opposing``, or
    under one of ``opposing_headers``, the value is something else, as under one of the first of
    ``opposed_beside`` in a table with one of the second. ``part_headers`` are those of
    two columns that hold a value together, in the order of the canonical value.
    A column headed by one of ``doubtful_headers`` counts where ``under_doubtful`` says so of its
    first cells: "Badge" has staff, taxis and disabled drivers.
    ``companion_headers`` count only in a table with a column headed as the entity ``companion``:
    "Account" beside "Sort code". ``fits_companion`` tells of a value and its companion's whether
    one check takes both, None where it cannot, and ``fits_by`` is what it goes by: a digest. Under
    one of ``summary_headers`` a table counts people unless it names them: no column is headed so.
    ``several`` gives where the values stand in a cell that holds more than one.
    ``typed_by`` tells from some cells of a column without heading whether it holds this entity;
    ``typed_beside`` tells it from a few cells of a table without any heading, beside a column of
    people; ``among_people`` from a few cells of a column whose heading says nothing, in a table
    that lists people. ``denied_by`` tells from the first cells under its heading that they are
    something else: colours under "Name". A detector with ``summary_headers`` types no column of a
    table that does not.
    ``not_typed_by`` tells from some cells of a column without heading that it is another's though
    all pass. One with ``numbers_goods`` has the shape of codes of goods: in a list of prices that
    has no heading and names nobody it types no column.
    ``noted`` gives where the values stand in a note, of a table that lists people, about one.
    ``among_relatives`` gives them in a cell under a heading of relatives: "Children".
    ``parts_typed_by`` gives how much a column without heading is like each of a value's two parts.
    One with ``beside_remarks`` is looked for in cells under its heading that say more than a value:
    "Yes S3161767".
    ``named_otherwise`` tells from the bytes around a value without a label of its own, and where it
    starts and ends, whether a word beside it makes it something else.
    ``label_of_another`` tells the same from the bytes around a value that a label led to.
    ``favoured`` tells canonical values that are likelier than others, such as those in ranges
    that are issued; ``favour_says`` has the words for one that is and one that is not.
    ``pass_rate`` is the chance that random text of the same shape passes ``check``.
    ``check_expanded`` does what ``check`` does for spans of ``expand``, which are well formed.
    Values of other entities may lie within one that ``encloses``, and both stay: a postcode within
    its address. One with ``beside`` is found only right after that entity, or in its row of a
    table. ``further`` makes what looks again at the running text of a document, and ``further_by``
    says what it was made from: a digest, where that can change. ``look`` finds the entity
    by itself, instead of forms, and ``look_by`` is likewise. ``note`` gives a remark on a
    canonical value for the explanation ("example value", "role mailbox"). ``shown`` is what a
    preview may show of a value. Raise ``version`` when any value would come out differently: only
    documents that the detector had to do with are then examined again, so raise it of each detector
    whose code changed. ``uses`` names entities whose modules it takes code from: their versions
    count as its own.
    """

    entity: str
    category: Category
    title: str
    source: str
    forms: tuple[Form, ...]
    check: Callable[[str], str | None]
    check_name: str
    pass_rate: float
    near: tuple[Form, ...] = ()
    check_expanded: Callable[[str], str | None] | None = None
    check_many: CheckMany | None = None
    supporting: tuple[str, ...] = ()
    opposing: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    opposing_headers: tuple[str, ...] = ()
    opposed_beside: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    part_headers: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    doubtful_headers: tuple[str, ...] = ()
    under_doubtful: Callable[[list[str]], bool] | None = None
    companion: str = ""
    companion_headers: tuple[str, ...] = ()
    fits_companion: Callable[[str, str], bool | None] | None = None
    fits_by: str = ""
    summary_headers: tuple[str, ...] = ()
    several: Callable[[str], Sequence[tuple[int, int]]] | None = None
    typed_by: Callable[[list[str]], bool] | None = None
    typed_beside: Callable[[list[str]], bool] | None = None
    not_typed_by: Callable[[list[str]], bool] | None = None
    numbers_goods: bool = False
    among_people: Callable[[list[str]], bool] | None = None
    denied_by: Callable[[list[str]], bool] | None = None
    noted: Callable[[str], Sequence[tuple[int, int]]] | None = None
    among_relatives: Callable[[str], Sequence[tuple[int, int]]] | None = None
    parts_typed_by: Callable[[list[str]], tuple[float, float]] | None = None
    beside_remarks: bool = False
    named_otherwise: Callable[[bytes, int, int], bool] | None = None
    label_of_another: Callable[[bytes, int, int], bool] | None = None
    favoured: Callable[[str], bool] | None = None
    favour_says: tuple[str, str] = ("in an issued range", "outside the issued ranges")
    encloses: bool = False
    beside: str = ""
    further: Callable[[], Further] | None = None
    further_by: str = ""
    look: Look | None = None
    look_by: str = ""
    note: Callable[[str], str | None] | None = None
    letters: Letters = Letters.ANY
    shown: Shown = Shown.LAST_TWO
    strength: Strength = Strength.SHARED
    uses: tuple[str, ...] = ()
    version: int = 1

    @property
    def by_shape(self) -> bool:
        """Whether what its first form matches is a value, so that others of its shape tell."""
        return bool(self.forms) and not self.forms[0].triggers

    @property
    def identifies_person(self) -> bool:
        """Whether distinct values can be counted as people."""
        return self.strength is Strength.ONE_PERSON

    @property
    def usually_one_person(self) -> bool:
        """Whether there are hardly more people than distinct values."""
        return self.strength is Strength.USUALLY_ONE


_HARMFUL = frozenset(
    {Category.SPECIAL_CATEGORY, Category.HEALTH, Category.CRIMINAL_OFFENCE, Category.CREDENTIAL}
)


def shown_of(category: Category) -> Shown:
    """Return what may be shown of values of which only their category is known.

    >>> shown_of(Category.HEALTH), shown_of(Category.FINANCIAL)
    (<Shown.NOTHING: 'nothing, not even its length'>, <Shown.LAST_TWO: 'its last two characters'>)
    """
    return Shown.NOTHING if category in _HARMFUL else Shown.LAST_TWO


EXAMPLE_VALUE = "example value"  # the note on what is published as an example and nobody's

SHOWN_CHARS = 2  # of a value in a preview: design.md, section 4, promise 3


def mask(shown: Shown, value: str) -> str:
    """Return a preview of a canonical or written value that shows its last two characters.

    Fewer are shown of short values, and none of what would tell more than it seems: the end of
    an e-mail address is its domain, of a postcode or date of birth too much of the whole. Of a
    secret or a term of special category data nothing is shown, not even its length: both help
    whoever guesses it, and there are few faiths.

    >>> mask(Shown.LAST_TWO, "9990000018")
    '********18'
    >>> mask(Shown.SIGN, "jane@example.com")
    '****@***'
    >>> mask(Shown.LAST_TWO_FIXED, "jo")
    '**'
    >>> mask(Shown.LAST_TWO_FIXED, "12 mill lane leeds ls1 4ab")
    '****ab'
    """
    if shown is Shown.SIGN:
        return "****@***"
    if shown is Shown.NOTHING:
        return "********"
    if shown is Shown.LAST_TWO_FIXED:
        # Of fixed length: how long each part of a name is would give a name away.
        return "****" + value[-SHOWN_CHARS:] if len(value) > 3 * SHOWN_CHARS else "*" * len(value)
    if len(value) <= 2 * SHOWN_CHARS:
        return "*" * len(value)
    return "*" * (len(value) - SHOWN_CHARS) + value[-SHOWN_CHARS:]
