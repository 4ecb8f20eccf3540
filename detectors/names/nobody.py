"""What stands where names stand and names nobody: an office, a heading, "vacant", a firm.

Shape     a value of a field or column in which names are kept.
Check     a word of it can be a name's, and no word makes it a firm's, a team's or a thing's.
"""

from __future__ import annotations

from functools import cache, lru_cache

from detectors.names.headings import HEADERS
from detectors.names.lexicon import (
    FIRMS,
    MONTHS,
    PARTICLES,
    PLACE_WORDS,
    beside_names,
    folded,
    surnames,
)
from detectors.names.words import Known, known
from detectors.names.written import canonical

_KEPT = 1 << 15
_OF_A_NAME = Known.GIVEN | Known.SURNAME
_WORD_TOO = Known.EVERYDAY | Known.PLACE | Known.THING | Known.NEVER
_NOBODY = frozenset(
    {
        *("vacancy", "unallocated", "unassigned", "humanist", "celebrant", "anonymous", "withheld"),
        *("am", "pm", "pa", "key", "worker", "dest", "perpetrator", "licensee", "supervisor"),
        *("north", "south", "east", "west", "central", "age", "risk", "job", "parts", "mode"),
        *("child", "children", "adult", "group", "pmh", "van", "op", "self", "same", "ditto"),
        *("pin", "cynghorydd", "gynghorydd", "gyfaill", "gyfeillion", "bawb"),
        *("redacted", "various", "council", "corporate", "deceased", "duplicate", "cancelled"),
    }
)
"""What a cell says where nobody is to be named."""
_ROLES = frozenset(
    {
        *("holder", "officer", "manager", "assistant", "adviser", "advisor", "worker", "lead"),
        *("coordinator", "enforcement", "department", "support", "administrator", "supervisor"),
        *("team", "driver", "engineer", "inspector", "planner", "agent", "operator", "referee"),
        *("licensee", "proprietor", "contractor", "supplier", "visitor", "uk", "gb"),
        *("technician", "apprentice", "trainee", "caretaker", "cleaner", "librarian", "warden"),
    }
)
"""What makes an office of the words before it: "Licence holder", "Planning Enforcement"."""
_OPENS_A_BODY = frozenset(
    {
        *("hmp", "hmyoi", "st", "ysgol", "meddygfa", "ysbyty", "prifysgol", "coleg", "cyngor"),
        *("neuadd", "canolfan", "eglwys", "clwb", "group", "section", "zone", "pnc", "bank"),
    }
)
"""What opens the name of a prison, a school, a surgery or a group."""
STREETS = frozenset(
    {
        *("street", "road", "square", "avenue", "crescent", "drive", "terrace", "gardens", "wynd"),
        *("parade", "quay", "wharf", "mews", "roundabout", "bank", "code", "ca"),
    }
)
"""What makes a place, a bank or a number of a name, though some are surnames for all we know."""
_HEADS = frozenset(
    {
        *HEADERS,
        *("holder", "keeper", "payee", "driver", "surname", "forename", "forenames", "firstname"),
        *("first", "last", "given", "family", "middle", "lastname", "givenname", "givennames"),
        *("familyname", "fullname", "cyfenw", "enw", "cover", "lead", "author", "requester"),
        *("referee", "assessor", "reviewer", "operator"),
    }
)
"""A whole value that is a heading: a second line of headings, or the page was turned."""


@lru_cache(_KEPT)
def somebody(text: str) -> str | None:
    """Return the canonical name in ``text``, None where it is plainly nobody's.

    >>> somebody("Environmental Health"), somebody("Morgan Sindall"), somebody("vacant")
    (None, None, None)
    >>> somebody("Hill, Hope")
    'hope hill'
    """
    name = canonical(text)
    return None if name is None or _is_nobodys(name) else name


def is_heading(name: str) -> bool:
    """Return whether a folded name is a heading of names rather than one of them."""
    return name in _HEADS


def _is_nobodys(name: str) -> bool:
    words = name.split()
    if is_heading(name):
        return True
    kinds = [known(word) for word in words]
    named = [bool(kind & _OF_A_NAME) for kind in kinds]
    if not any(named) and all(_is_word(each) for each in zip(words, kinds, strict=True)):
        return True
    if len(words) == 1:
        return name in _NOBODY
    return name in _firms() or _is_a_things(words, kinds)


def _is_word(each: tuple[str, int]) -> bool:
    word, kind = each
    return bool(kind & _WORD_TOO) or word in PARTICLES


def _is_a_things(words: list[str], kinds: list[int]) -> bool:
    """Return whether a later word makes a firm, an office or a thing of the ones before it."""
    later = list(zip(words, kinds, strict=True))[1:]
    if words[0] in _OPENS_A_BODY or words[-1] in STREETS:
        return True
    if len(words) > 2 and words[-2] in STREETS and not kinds[-1] & Known.SURNAME:
        return True  # Gents, Albert Square
    if words[-2] in PARTICLES:  # Joost de Wit
        return False
    if words[-1] in _ROLES and not kinds[0] & Known.COMMON:
        return True
    if len(words) > 2 and kinds[-1] & Known.THING:  # Moss Plastic Parts, Harvey Norman Hire
        return not kinds[0] & Known.GIVEN or words[-1] in beside_names("thing")
    if any(kind & Known.NEVER and word in _makes_things() for word, kind in later):
        return True
    # Hays Specialist Recruitment: unknown words end with one that nobody is called.
    _, kind = later[-1]
    return bool(kind & Known.EVERYDAY) and not kind & _OF_A_NAME and not kinds[0] & Known.COMMON


@cache
def _makes_things() -> frozenset[str]:
    things = beside_names("thing") | PLACE_WORDS
    return frozenset(word for word in things if word not in surnames() and word not in MONTHS)


@cache
def _firms() -> frozenset[str]:
    """Return the firms whose names are no person's: Morgan Sindall, but not John Lewis."""
    return frozenset(name for name in FIRMS if not _could_be_borne(name))


def _could_be_borne(name: str) -> bool:
    first, *_, last = folded(name).split()
    surname = known(last) & Known.SURNAME
    return bool(known(first) & Known.COMMON and surname)
