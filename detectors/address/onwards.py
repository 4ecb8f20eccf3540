"""Reading a postal address onwards from its number and street, where no postcode need follow."""

from __future__ import annotations

import re

from detectors.address.buildings import HOUSE_END, organisation, with_prefix
from detectors.address.lexicon import NEVER, NEVER_IN_PLACES, last_words, places
from detectors.address.streets import is_street, is_street_words
from detectors.address.usual import onwards
from detectors.address.written import before
from detectors.names.lexicon import NEVER_NAMES, TITLES, first_names, folded

_AFTER_BYTES = 140
_BEFORE = re.compile(r"[\w/£#.\-]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\b")
_CELL = re.compile(rb"(?:, ?[A-Z][a-z]+(?: [A-Z][a-z]+)?){0,3}(?=[\t\r\n]|\Z)")  # the rest of one
_DIRECTION = re.compile(r" (?:north|south|east|west|upper|lower)\b", re.IGNORECASE)
_WELSH_REST = re.compile(r"(?:[^\W\d_][\w'\-]*)(?: (?:y|yr|a'r|[A-ZŴŶ][\w'\-]*)){0,3}")
_STEP = re.compile(r'[ \t]*(?:,[ ]?\r?\n?[ ]*|\r?\n[ ]*|"[ ]*,[ ]*"|\|[ ]*)|[ ]')
_QUICK_TOWN = re.compile(r", ([A-Z][a-z]+)(?=\.\s|\n\n|\Z)")
_PLACE_WORDS = re.compile(r"[^\W\d_][\w'.\-]*(?: [^\W\d_][\w'.\-]*){0,4}")
_NEXT_PART = re.compile(rf"(?:, ?|,?\r?\n)({_PLACE_WORDS.pattern})")
_REST_OF_CELL = re.compile(r"(?:, ?[A-Z][\w'\-]+(?: [\w'\-]+){0,3}){1,3}(?=[\t\r\n]|\Z)")
_ENDS = re.compile(r"""[ \t]*(?:$|"(?! ?:)|[,.;:\r\n|<>)'\]}])|[ ]+(?![A-Z][a-z])|\t""")
_COLON = re.compile(r"[ \t]*:")
_CLOSES = (",", ".", ";", "\n", "")  # after a locality that we do not know
_MOST_PARTS, _MOST_PLACE_WORDS = 4, 5


def numbered_street(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the bytes of the address that holds the number and street at ``start``, or None."""
    if data[start - 1 : start] == b"\t" and (cell := _CELL.match(data, end)):
        return start, cell.end()
    if reached := onwards(data, start, end):
        return start, reached
    street = data[start:end].decode("utf-8", "surrogateescape")
    words = street.split()[1:]
    if not NEVER.isdisjoint(words) or _YEAR.match(street):
        return None
    head = before(data, start)
    if head and _BEFORE.match(head[-1]):
        return None
    after = data[end : end + _AFTER_BYTES].decode("utf-8", "surrogateescape")
    at = _direction(after)
    begin = with_prefix(head + street, len(head))
    prefix = (head + street)[begin : len(head)]
    if HOUSE_END.search(street) and not at:
        opens = start - _size(prefix)
        at = _street_of_building(after, fills_cell=data[opens - 1 : opens] == b"\t")
    towns = _towns(after, at)
    if towns == at and not _stands(street, after, at):
        return None
    if organisation(head + street, begin):
        return None
    return start - _size(prefix), end + _size(after[:towns])


def welsh_street(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the same where the trigger ends with the first letter of Heol's or Ffordd's name."""
    rest = data[end - 1 : end - 1 + _AFTER_BYTES].decode("utf-8", "surrogateescape")
    match = _WELSH_REST.match(rest)
    if match is None:
        return None
    return numbered_street(data, start, end - 1 + _size(match[0]))


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _direction(after: str) -> int:
    match = _DIRECTION.match(after)
    return match.end() if match else 0


def _street_of_building(after: str, *, fills_cell: bool) -> int:
    """Return where the street ends that a building of flats stands in, 0 where none follows.

    In a cell of its own the street needs no word of streets.
    """
    following = _NEXT_PART.match(after)
    if following and is_street(following[1]) and _ENDS.match(after, following.end()):
        return following.end()
    rest = _REST_OF_CELL.match(after) if fills_cell else None
    return rest.end() if rest else 0


def _stands(street: str, after: str, at: int) -> bool:
    """Return whether number and street are no part of a longer phrase, such as "road works"."""
    capitals = any(word[:1].isupper() for word in street.split()[1:])
    following = after[at:].lstrip(" ")[:1]
    return not following.isalnum() or (capitals and not following.isupper())


def _towns(after: str, at: int) -> int:
    """Return where the localities end that follow a street: at ``at`` where there are none."""
    if (quick := _QUICK_TOWN.match(after, at)) and quick[1].lower() in places():
        return quick.end()
    end, reached, unknown = at, at, False
    for _ in range(_MOST_PARTS):
        step = _STEP.match(after, reached)
        words = _PLACE_WORDS.match(after, step.end()) if step else None
        if step is None or words is None:
            break
        if "\n" in step[0] and _COLON.match(after, words.end()):
            break  # a label on the next line: "city: Leeds"
        place = _place(after, words)
        if place:
            end = reached = place
            continue
        ends = step[0].strip(" ") and _ENDS.match(after, words.end())
        if unknown or not ends or not _like_a_place(words[0]):
            break
        unknown, reached = True, words.end() - words[0].endswith(".")
        if end == at and "," in step[0] and after[reached : reached + 1] in _CLOSES:
            end = reached
    return end


def _place(after: str, words: re.Match[str]) -> int:
    """Return where the longest place ends that ``words`` begin with, 0 where there is none."""
    parts = words[0].split(" ")
    for count in range(len(parts), 0, -1):
        text = " ".join(parts[:count])
        end = words.start() + len(text.removesuffix("."))
        if _is_a_place(folded(text)) and _ENDS.match(after, end):
            return end
    return 0


def _is_a_place(small: str) -> bool:
    """Return whether we know a place, with or without its hyphens: Clacton-on-Sea."""
    return small in places() or ("-" in small and small.replace("-", " ") in places())


def _like_a_place(text: str) -> bool:
    words = text.rstrip(".").split()
    small = [folded(word) for word in words]
    return (
        len(words) <= 3
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and NEVER_IN_PLACES.isdisjoint(small)
        and not is_street_words(small)
        and not any(small[0] in words for words in (TITLES, NEVER_NAMES, first_names()))
    )


def ends_with_a_place(value: str) -> bool:
    """Return whether a folded address ends with a town, county or country that we know."""
    head, _, last = value.rpartition(" ")
    street = head.rpartition(" ")
    if last in places() and street[2] in last_words() and " " in street[0]:
        return True  # nearly all
    words = value.replace("-", " ").split()
    return any(
        " ".join(words[-count:]) in places() and is_street_words(words[1:-count])
        for count in range(1, _MOST_PLACE_WORDS)
    )
