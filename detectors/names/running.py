"""Names in running text that nothing announces: a given name and a surname side by side.

Shape     two to five words with capitals, initials and particles among them; "Last, First".
Check     what is known of each word; a name that is only likely needs a second cue beside it:
          somebody who speaks, a relation, an office, or a list in which a surer name is next.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from functools import cache

import numpy as np

from detectors.names.alone import stand_alone
from detectors.names.lexicon import FIRMS, PARTICLES, beside_names, places
from detectors.names.of_renown import (
    is_of_history,
    is_renowned,
    renowned,
    tells_of_books,
    wrote_a_book,
)
from detectors.names.pairs import pairs, pairs_of_short
from detectors.names.small import MOST_BYTES, in_small_letters
from detectors.names.sure import MAY_BE, Sure, judged
from detectors.names.words import Known, known
from detectors.names.written import begins_a_name, cell_around

_Span = tuple[int, int]
_Name = tuple[int, int, Sure]
"""Where a name begins and ends, and how sure it is."""

SHORT_BYTES = 200  # a text that is shorter is looked at where it has two capital words
_FEW_BYTES = 8_000  # below, one by one is faster than arrays
_LONGEST_RUN = 90  # bytes
_AROUND = 32  # bytes
_FIRM_BYTES = 60  # of a firm's name after what could be a person's
_LONGEST_LINK = 6  # bytes
_LEAST_CAPITALS = 3  # of a surname that we do not know
_W = r"[A-Z\xc3-\xc5][\w\x80-\xff]*(?:['\-][A-Za-z\x80-\xff][\w\x80-\xff]*)*"
_PARTICLE = "|".join(sorted(PARTICLES - {"y", "e", "o"}, key=len, reverse=True))
_RUN = re.compile(
    rf"(?:[A-Z]\.|{_W})(?: (?:(?:{_PARTICLE}) ){{0,3}}"
    rf"(?:[A-Z]\.(?:[A-Z]\.)*|(?:(?:al|el|as|ad|ar|an|ap)-)?{_W}))+".encode()
)
_TURNED = re.compile(rf"({_W}(?:[ \-]{_W})?), ({_W})(?: (?:[A-Z]\.?(?![\w'])|{_W}))?".encode())
_LISTED_BEFORE = re.compile(
    rb"(?:^|[;:\"(<\t\n]|  | - |[*]{2}|"
    rb"(?:^|\n)[ \t]*(?:[-*]|\xe2\x80\xa2|[0-9]{1,5}[.)]?) )[ \t'*]{0,4}\Z"
)
_LISTED_AFTER = re.compile(rb"['\"]?(?:[;\")\t\r\n]| [ <(]|[*]{2}|\Z)")
_LINK = re.compile(rb",? and |[,;] | & |,? or ")
_FIRM_FOLLOWS = re.compile(  # or a thing that is called after somebody
    rb"(?: (?:[A-Z&][\w&'-]*|and|of)){0,6} (?i:plc|ltd|llp|limited|inc|cic)\b"
    rb"| ?& ?(?:The|Sons?|Co|Associates|Partners|Daughters|amp;)\b"
    rb"| and (?:the [A-Z]|Sons?\b|Co\b)"
    rb"| (?:statue|plaque|prize|trophy|memorial|bursary|scholarship|lecture|museum|pub|tribute"
    rb"|books|novels|series|tyres|ward(?! (?:manager|sister|clerk|staff|round|councillor)))\b"
    rb"|\.(?:com|org|co|net)\b|[@_/]"
    rb"|'s (?:[a-z]+ ){0,2}(?:ales?|bitter|stout|porter|lager|cider|beer|brewery|gin|whisky|crisps"
    rb"|mustard|pickle|biscuits|chocolates?|ice cream)\b"  # what a firm makes
    rb"|'s (?:Lane|Road|Street|Way|Walk|Close|Court|Hill|Yard|Place|Row|Alley|Passage|Square"
    rb"|Terrace|Drive|Avenue|Gardens|Wharf|Quay|Bridge|Cross|Corner)\b"
)
_MONTH = re.compile(
    rb"(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|april|june|august)\b"
)
_HOUSE = re.compile(rb"(?:\A|[ \t\n,])[0-9]{1,4}[A-Za-z]? \Z")
_NOUN_QUOTES = re.compile(
    rb"(?<![\w\-])(?!(?:User|Name|Owner|Account|Contact|Client|Customer|Employee|Member|Officer"
    rb"|Resident|Tenant|Person|Patient|Pupil|Profile|Author|Sender|Recipient)\b)[A-Z][a-z]{3,}"
    rb"(?: [a-z]{2,12})? '\Z"
)
_NO_NAME_AFTER = (b"San ", b"Santa ", b"Los ", b"Las ", b"Sri ", b"New ", b"the ", b"The ")
_RELATIONS = beside_names("relation")
_BEFORE_PEOPLE = _RELATIONS | beside_names("office or deed")
_SPEAKS = (
    rb" (?:said|says|told|tells|asked|asks|rang|called|phoned|wrote|writes|reported|stated|denied"
    rb"|explained|agreed|attended|confirmed|who|moved|lives|lived|married|died|came|went|wants"
    rb"|thinks|felt|feels|disclosed|left|arrived|requested|welcomed|presented)\b"
    rb"|, (?:who|whose|aged|his|her)\b|,? \(?aged? [0-9]|,? \(?(?:born|b\.|dob)\b"
    rb"|(?:,| -)? \(?(?:0[1-9][0-9]{2}|\+44)[0-9 ()]{6}"  # whose telephone it is
    rb"|,? <?[\w.+\-]{2,40}@[a-z]"
    rb"|\\?,? (?:on|mob(?:ile)?|tel|ring|ext)?[ :]{0,2}\(?(?:00 ?44|\+44|0[1-9][0-9]{2})[0-9 ()]{6}"
    rb"|,? (?:of|at) (?:Flat |Apartment )?[0-9]{1,4}[A-Za-z]?,? [A-Z]"
    rb"|, (?:the )?(?:[a-z]+ ){0,2}(?:officer|manager|worker|nurse|teacher|solicitor|warden"
    rb"|supervisor|assistant|practitioner|adviser|advisor|coordinator|inspector|surveyor"
    rb"|accountant|interpreter|chair|clerk|secretary|treasurer|registrar|engineer|driver|carer)\b"
    rb"|, (?:AMHP|RMN|RGN|SRN|OT|BA|BSc|MA|MSc|JP|KC|MBE|OBE|PhD)\b"
    rb"|,? \((?:his|her|their|my)?[ ]?(?:gran|nan|mum|mam|dad|mother|father|wife|husband|partner"
    rb"|son|daughter|brother|sister|aunt|uncle|niece|nephew|carer|neighbour|friend|nok|kin)\b"
)
_SPEAKS_AFTER = re.compile(_SPEAKS)
_TO_SOMEBODY = re.compile(
    rb"(?:\b[Cc]/o|\b(?:[Ss]poke|[Ss]peak|[Ll]etter|[Aa]ddressed|[Tt]alked|[Bb]elongs|married) to"
    rb"|\b(?:[Aa]pproved|[Bb]ooked|[Rr]eferred|[Ss]igned|[Cc]ompleted|[Rr]eported|[Rr]equested"
    rb"|[Aa]uthorised|[Ww]itnessed|[Aa]ssessed|[Aa]rranged|[Tt]aken|[Rr]aised) by"
    rb"|\b(?:asked|told|phoned|rang|emailed|e-mailed|interviewed|introduced)"
    rb"|\b(?:solicitor|architect|registrar|headteacher|keyworker|caseworker|teacher|nurse|doctor)"
    rb"|\b(?:consent|letters?|statement|evidence|reply|e-?mail|home) (?:of|from|by)|\b[Ii]nvoice to"
    rb"|\b(?:[Ww]itnessed|[Ss]igned|[Aa]ppeal to|[Nn]otice to|[Cc]opy to|[Cc]all(?:ed)? by)"
    rb"|\b(?:[Nn]ame's|[Nn]ame is|known as|by me,|I,)"
    rb"|\b(?:soloists?|conductor|piano|organist|panel|interviewers?|executors?|witnesses|officers"
    rb"|attending|taking part|cover|emergency|trainer|trainee|teller|locksmith|agent|carers?"
    rb"|(?:link|key|support|social) worker|gold|silver|bronze|respondents?|referrer|steward"
    rb"|marshal|organiser|stewards|trace|gweithiwr|cyswllt)(?: \(\d\))?:?"
    rb"|\bbehalf of|\b[Cc]are of|\bparcel label|\b(?:NOT|not) (?:dad|mum))[ (\x22]{1,2}\Z",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    _SPEAKS + rb"|'s?\b(?! and)| (?:has|had|is|was|will|would)\b|,? \(?[1-9][0-9]?[),]"
    rb"|, (?:an?|their|of)\b| \([0-9]{4}-| <\S+@| and (?:his|her)\b"
)


def in_running_text(data: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names in the whole of ``data``, for whichever trigger fits its length."""
    if len(data) >= SHORT_BYTES > end - start:
        return []
    if SHORT_BYTES <= len(data) <= MOST_BYTES and data.islower():
        return in_small_letters(data)
    tabs, called_so = b"\t" in data, _called_like_people()
    names: list[_Span] = []
    weak: list[_Span] = []
    until = -1
    for first, stop, comma, alone, cue in _likely(data):
        if first < until or _is_a_month(data, first):
            continue
        if (alone or cue) and (data[first:stop] in called_so or _is_called_so(data, first, stop)):
            alone = cue = False
        if alone and data.startswith(b"'s ", stop):  # Jack Straw's Lane
            alone = _FIRM_FOLLOWS.match(data, stop, stop + _FIRM_BYTES) is None
        if alone:
            names.append((first, stop))
            until = stop
        elif name := (
            _turned(data, first)
            if comma
            else _spoken_of(data, first, stop, Sure.WITH_CUE)
            if cue and not tabs and b"-" not in data[first:stop]
            else _name(data, first, tabs=tabs)
        ):
            begins, ends, sure = name
            if sure is Sure.NO:
                until = ends
            elif sure is Sure.YES:
                names.append((begins, ends))
                until = ends
            else:
                weak.append((begins, ends))
    names = _with_listed(data, names, weak) if weak else names
    return [] if names and not tabs and tells_of_books(data) else names


def _likely(data: bytes) -> Iterable[tuple[int, int, bool, bool, bool]]:
    """Return start and end of pairs that may be names, and what is known of each.

    Whether a comma parts them, whether they are a name for sure, and whether with a cue.
    """
    if len(data) < _FEW_BYTES:
        return [
            (pair.start, pair.end, pair.comma, False, False)
            for pair in pairs_of_short(data)
            if (pair.second & Known.GIVEN if pair.comma else _MAY[pair.first][pair.second])
        ]
    found = pairs(data)
    likely = np.where(
        found.comma, found.second & np.uint8(Known.GIVEN) > 0, MAY_BE[found.first, found.second]
    )
    columns = (found.starts, found.ends, found.comma, *stand_alone(found))
    return zip(*(column[likely].tolist() for column in columns), strict=True)


def _is_a_month(data: bytes, first: int) -> bool:
    """Return whether a word that a name could begin with is the month of a day: "25 Dec"."""
    if data[first - 1 : first] != b" " or not data[max(0, first - 2) : first - 1].isdigit():
        return False
    return _MONTH.match(data, first) is not None


_MAY: list[list[bool]] = MAY_BE.tolist()


@cache
def _called_like_people() -> frozenset[bytes]:
    """Return the places, firms and people of renown of two words: "Milton Keynes"."""
    every = (name.title() for name in places() | FIRMS | renowned() if name.count(" ") == 1)
    return frozenset(name.encode() for name in every)


def _name(data: bytes, first: int, *, tabs: bool) -> _Name | None:
    """Return the name that begins at ``first``, or None; what is no name for sure is to pass."""
    run = _RUN.match(data, first, first + _LONGEST_RUN)
    if run is None or not begins_a_name(data, first):
        return None
    if tabs and (cell := cell_around(data, first)):
        return *cell, Sure.YES
    size, sure = judged(run[0])
    if not size:
        return None
    if sure is Sure.NO:
        return first, first + size, sure
    return _spoken_of(data, first, first + size, sure)


def _spoken_of(data: bytes, first: int, end: int, sure: Sure) -> _Name | None:
    """Return the name with how sure what stands around makes it: not at all where a firm's."""
    before = data[max(0, first - _AROUND) : first]
    if _FIRM_FOLLOWS.match(data, end, end + _FIRM_BYTES) or before.endswith(_NO_NAME_AFTER):
        return first, end, Sure.NO
    if is_of_history(data, first, end) or _is_called_so(data, first, end):
        return first, end, Sure.NO
    if sure is Sure.YES:
        return first, end, sure
    after = data[end : end + _AROUND]
    if sure is Sure.WITH_CUE and (
        _CUE_AFTER.match(after) or _word(before) in _BEFORE_PEOPLE or _TO_SOMEBODY.search(before)
    ):
        sure = Sure.YES
    if sure is Sure.SPOKEN_OF and (
        _SPEAKS_AFTER.match(after) or _word(before) in _RELATIONS or _TO_SOMEBODY.search(before)
    ):
        sure = Sure.YES
    return first, end, sure


def _is_called_so(data: bytes, first: int, end: int) -> bool:
    """Return whether what is around makes a street or a plant of a name.

    12 Meadow Sweet, Leeds: after a list's number a surname is rarely an everyday word. Clematis
    'Nelly Moser': nobody but a plant, a boat or a house stands in quotation marks after a noun.
    """
    after = data[end : end + 2]
    if after == b", " and data[first - 2 : first - 1].isalnum():
        last = data[first:end].decode("utf-8", "ignore").rpartition(" ")[2]
        other = known(last) & (Known.EVERYDAY | Known.PLACE | Known.THING)
        return bool(other) and _HOUSE.search(data, max(0, first - _AROUND), first) is not None
    if after[:1] == b"'" and data[first - 2 : first] == b" '":
        return _NOUN_QUOTES.search(data, max(0, first - _AROUND), first) is not None
    return False


def _word(before: bytes) -> str:
    """Return the last word of ``before`` in small letters, less "is", "was" and a colon."""
    words = before.decode("utf-8", "ignore").lower().replace(":", " ").split()[-2:]
    if words and words[-1] in ("is", "was"):
        words.pop()
    return words[-1] if words and before.endswith(b" ") else ""


def _turned(data: bytes, first: int) -> _Name | None:
    """Return the name "Last, First" that begins at ``first``, or None."""
    match = _TURNED.match(data, first, first + _LONGEST_RUN)
    if match is None or not begins_a_name(data, first):
        return None
    last, given = match[1].decode("utf-8", "ignore"), match[2].decode("utf-8", "ignore")
    if last == given or is_renowned(f"{given} {last}") or wrote_a_book(data, first):
        return None
    kind = known(last.split(" ")[-1])
    surname = kind & Known.SURNAME
    if kind & Known.NEVER or (kind & (Known.PLACE | Known.EVERYDAY) and not surname):
        return None
    if last.isupper():
        common = known(given) & Known.COMMON
        sure = surname or (common and len(last) > _LEAST_CAPITALS)
        if given.isupper():
            sure = sure and _is_given_in_capitals(given) and not kind & Known.PLACE
        return (first, match.end(2), Sure.YES) if sure else None
    borne = known(given) & (Known.COMMON if kind & Known.EVERYDAY else Known.GIVEN)
    listed = _LISTED_BEFORE.search(data[max(0, first - _AROUND) : first])
    if borne and listed and _LISTED_AFTER.match(data, match.end()):
        return first, match.end(), Sure.YES
    return None


def _is_given_in_capitals(word: str) -> bool:
    """Return whether a word after "SMITH, " is a given name, and no place or everyday word."""
    kind = known(word)
    other = kind & (Known.PLACE | Known.EVERYDAY | Known.THING)
    return bool(kind & Known.COMMON or (kind & Known.GIVEN and not other))


def _with_listed(data: bytes, names: list[_Span], weak: list[_Span]) -> list[_Span]:
    """Return ``names`` and those of ``weak`` that stand beside one of them in a list."""
    for order in (weak, weak[::-1]):
        for one in order:
            at = bisect(names, one)
            if names[at - 1 : at] == [one]:
                continue
            before, after = names[max(0, at - 1) : at], names[at : at + 1]
            if any(_linked(data, other[1], one[0]) for other in before) or any(
                _linked(data, one[1], other[0]) for other in after
            ):
                names.insert(at, one)
    return names


def _linked(data: bytes, end: int, start: int) -> bool:
    """Return whether a comma or an "and" is all that stands between two names."""
    return start - end <= _LONGEST_LINK and _LINK.fullmatch(data, end, start) is not None
