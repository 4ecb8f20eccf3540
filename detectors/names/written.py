"""Reading a person's name where a title, salutation, label or sign-off says that one begins."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from detectors.names.called_after import is_mapped, of_a_place
from detectors.names.capitals_first import given_name_first
from detectors.names.lexicon import (
    AFTER_A_PLACE,
    DAYS_TOO,
    HOUSES_ON_BRYN,
    MONTHS,
    NEVER_NAMES,
    PARTICLES,
    PLACE_WORDS,
    SURNAMES_TOO,
    TITLES,
    TITLES_TOO,
    everyday_words,
    first_names,
    folded,
    surnames,
)
from detectors.names.next_label import LABEL_FOLLOWS, LABEL_NEXT, before_label

_WORD = re.compile(r"[^\W\d_]++(?:['\-][^\W\d_]++)*+\.?(?!\d)")  # not the L of L39
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_GAP = re.compile(r",? {1,2}")
_WINDOW_BYTES, _BACK_BYTES = 120, 60
# What most names look like: told by one match, where _words takes ten steps.
_QUICK = re.compile(
    rb"[A-Z](?:[a-z]{1,20}+)?(?:['\-][A-Z][a-z]{1,20}+)?"
    rb"(?: [A-Z](?:[a-z]{1,20}+)?(?:['\-][A-Z][a-z]{1,20}+)?){0,2}+"
    rb"(?=[.,;:\r\n]?(?:[\r\n]|$)|[;:]|'s\b|,? [a-z0-9(])"
    rb"(?!,? (?:van|von|de|der|den|di|da|del|della|dos|la|le|el|al|bin|binti|ibn|ap|ab|ferch|ter"
    rb"|ten|y|e|st|san|mac|o)[ \-])"
)
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'\-]+"
_CAPITAL_WORDS = re.compile(rf"{_CAPITALS} {_CAPITALS}\b")
_CAPITAL_CELL = re.compile(rf"{_CAPITALS}(?: {_CAPITALS}){{1,4}}(?=[\t\r\n]|\Z)")
_BEGINS_A_NAME = re.compile(  # not Anne-Marie's second half, nor St James
    rb"(?<![\-@/_.])(?<![\w\-\x80-\xff]')(?<!\bSt )(?<!\bSt[.] )(?<!\bSaint )(?<!\bLake )"
    rb"(?<!\bMount )(?<!\bPort )"
    rb"(?<!\bMV )(?<!\bHMS )(?<!\bRMS )(?<!\bMFV )"
    rb"(?<!\bFort )(?<!\bCamp )(?<!\bQueen )(?<!\bKing )(?<!\bPrince )(?<!\bPrincess )"
    rb"[A-Z\xc3-\xc5]"
)
_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SMALL = re.compile(rb"[a-z]{2,20} [a-z]{2,20}(?![\w'\-@\x80-\xff])(?! [a-z])")
_JOINED = re.compile(r"(?:al|el|as|ad|ar|an|ap|ul|ur|ud|bin|d|o)['\-][^\W\d_a-z]")  # al-Khatib
_CELL = re.compile(
    rb"(?:^|(?<=[\t\n]))[^\W\d_][\w'\-.\x80-\xff]*(?:,? [\w'\-.\x80-\xff]+){1,4}(?=[\t\r\n]|\Z)"
)
_CELL_BYTES = 40  # before a known name that is only a part of its cell
_NEWLINE = ord("\n")
_MOST_WORDS = 5
_KEPT_NAMES = 1 << 15  # a document has the same names again and again
_TITLE_AFTER = re.compile(  # Hill, Jane (Mrs)
    r" ?\((?:mr|mrs|ms|miss|mx|dr|prof|rev|revd|cllr|sir|dame|fr|hon)\.?\)\Z", re.IGNORECASE
)
_VCARD = re.compile(  # two names in a cell have a space on both sides
    r"(?:(?:[a-zôó]{1,4}|Van|De|Da|Del|Dela|Dos|El|Al|Mac|Mc|Bin|Ben|Ó|Ní) ){0,2}[^;,\s]+;[^;,\s]+"
)
_NEVER = NEVER_NAMES - PARTICLES
_TITLES_BEGIN = (b"Mr ", b"Mr.", b"Mrs", b"Ms ", b"Mis", b"Dr ", b"Dr.")
_BEFORE_LABEL = r"\W{0,3}(?:</\w{1,30}>)?[\s,;\"\]]{0,8}<?[\"']?(?<!</)"
_AFTER_LABEL = r"(?: ?\([^()\n]{1,30}\))?\W{1,60}"  # dots lead to it, or a wide gap
SURNAME_LABEL = re.compile(
    _BEFORE_LABEL
    + r"(?:(?:(?:last|sur|family)[ _]?name|cyfenw)[\"']?|\b(?:family|last)[\"']?(?=[:>]))"
    + _AFTER_LABEL,
    re.IGNORECASE,
)
GIVEN_LABEL = re.compile(
    _BEFORE_LABEL + r"(?:(?:(?:first|given|fore)[ _]?names?|enw(?:au)? cyntaf)[\"']?"
    r"|\b(?:given|first)[\"']?(?=[:>]))" + _AFTER_LABEL,
    re.IGNORECASE,
)


def after_title(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name whose first byte is the last of the trigger "Mr S"."""
    if data[start : start + 3] == b"MS " and not data[end - 1 : end + 1].isupper():
        return None  # MS Word
    name = name_at(data, end - 1, lone=Lone.SURNAME, most_commas=0)
    return None if name is None or of_a_place(data, start, name) else name


def after_office(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name after an office that is an everyday word too: one of its words we know."""
    name = after_title(data, start, end)
    if name is None:
        return None
    words = folded(data[slice(*name)].decode("utf-8", "ignore")).split()
    known = words[-1] in surnames() or words[0] in first_names()
    return name if known and words[-1] not in PLACE_WORDS else None


def after_cue(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name whose first byte is the last of the trigger "Dear J" or "Name: J"."""
    del start
    if data[end - 1 : end + 2] in _TITLES_BEGIN:  # "Dear Mrs": the title's own form finds it
        return None
    return name_at(data, end - 1, lone=Lone.GIVEN_NAME)


def full_after_cue(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name of two words or more that begins at the last byte of the trigger.

    Small letters are a name where given name and surname are known.
    """
    del start
    if (small := _SMALL.match(data, end - 1)) and _both_known(small[0].decode("ascii").split()):
        return small.span()
    name = name_at(data, end - 1, lone=Lone.NOTHING)
    return None if name is None or is_mapped(data, name) else name


class Lone(Enum):
    """What a name of one word may be."""

    SURNAME = "surname"
    GIVEN_NAME = "given name"
    NOTHING = "nothing"


def opens_line(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the known name in capitals that a line begins with."""
    at = start + (data[start : start + 1] == b"\n")
    text = data[at : end + _BACK_BYTES].decode("utf-8", "ignore")
    if (whole := _CAPITAL_CELL.match(text)) and _people_know(whole[0]):
        return at, at + len(whole[0].encode())
    match = _CAPITAL_WORDS.match(text)
    if match is None or not _both_known(match[0].split()):
        return None
    return at, at + len(match[0].encode())


def begins_a_name(data: bytes, at: int) -> bool:
    """Return whether a capital word at ``at`` is no second half of another word or name."""
    return _BEGINS_A_NAME.match(data, at) is not None


def cell_around(data: bytes, start: int) -> tuple[int, int] | None:
    """Return the cell that holds more of a name than what was recognised in it, or None."""
    low = max(0, start - _CELL_BYTES)
    tab = data.rfind(b"\t", low, start + _CELL_BYTES)
    if tab < 0:
        return None
    first = max(data.rfind(b"\t", low, start), data.rfind(b"\n", low, start)) + 1
    cell = _CELL.match(data, first or low)
    if cell is None or cell.end() <= start:
        return None
    if tab > start and data[cell.end() : cell.end() + 1] != b"\t":
        return None
    text = cell[0].decode("utf-8", "ignore")
    return cell.span() if _people_know(text) and not _are_two(text) else None


def _are_two(text: str) -> bool:
    """Return whether a comma parts two whole names rather than a surname and given names.

    >>> _are_two("Jane Hill, Omar Thrale"), _are_two("De Souza, Maria Jose")
    (True, False)
    """
    first, _, second = text.partition(", ")
    if not second or (first.isupper() and not second.isupper()):
        return False
    words = [folded(name).split() for name in (first, second)]
    if min(map(len, words)) > 1 and words[0][-1] == words[1][-1]:  # Azad Amin, Dilan Amin
        return True
    return all(len(w) > 1 and w[0] in first_names() and w[0] not in PARTICLES for w in words)


@lru_cache(_KEPT_NAMES)
def _people_know(name: str) -> bool:
    """Return whether three words or more are one name, of which we know its ends or most."""
    last, comma, first = name.partition(", ")
    words = folded(f"{first} {last}" if comma else name).split()
    if len(words) < 3 or not name[:1].isupper() or canonical(name) is None:
        return False
    if any(w in PLACE_WORDS or w in AFTER_A_PLACE or w in MONTHS for w in words):
        return False
    known = [w in first_names() or w in surnames() or w in PARTICLES for w in words]
    return words[0] in first_names() and all(known)


def _both_known(words: list[str]) -> bool:
    """Return whether the first word is a given name and the last a surname that we know."""
    if not 2 <= len(words) <= 3:
        return False
    first, last = folded(words[0]), folded(words[-1])
    return first in first_names() and last in surnames() and first not in NEVER_NAMES


def name_at(data: bytes, at: int, lone: Lone, most_commas: int = 1) -> tuple[int, int] | None:
    """Return where the name that begins at ``at`` lies, or None."""
    if (quick := _QUICK.match(data, at)) and not LABEL_FOLLOWS.match(data, quick.end()):
        size = _quick_words(quick[0])
        if size > 1 or (size == 1 and lone is not Lone.NOTHING):
            return quick.span()
    text = data[at : at + _WINDOW_BYTES].decode("utf-8", "ignore")
    words, end = _words(text, lone, most_commas)
    if LABEL_NEXT.match(text, end):
        words, end = before_label(words, text, end)
    if not end or not _plausible(words) or (len(words) == 1 and lone is Lone.NOTHING):
        return None
    if not _begins_well(words, text[:end]):
        return None
    if len(words) > 2 and " ".join(map(folded, words[-2:])) in HOUSES_ON_BRYN:
        end = text.rindex(words[-2], 0, end) - 1  # Mr Power Bryn Awel, Falcon Close
    following = _WORD.match(text, end + 1)
    if following and text[end] == " " and folded(following[0]) in AFTER_A_PLACE:
        return None
    taken = text[:end]
    return at, at + (end if taken.isascii() else len(taken.encode()))


def _begins_well(words: list[str], name: str) -> bool:
    """Return whether a word that is rarely a name's first is one here: "Best, Joy", not "Best"."""
    first = folded(words[0])
    if first in DAYS_TOO:
        return _is_of_a_day(list(map(folded, words)))
    if first in SURNAMES_TOO:
        return "," in name and folded(words[1]) in first_names()
    return True


def _is_of_a_day(words: list[str]) -> bool:
    """Return whether "Sunday" begins a name: a surname that is no other word follows."""
    last = words[-1]
    return (
        len(words) > 1
        and last in surnames()
        and last not in everyday_words()
        and not any(last in each for each in (PLACE_WORDS, AFTER_A_PLACE, MONTHS, NEVER_NAMES))
    )


def _plausible(words: list[str]) -> bool:
    """Return whether words can be a name: more than initials, titles and months."""
    bare = [word for word in map(folded, words) if word not in TITLES]
    return any(len(word) > 1 for word in bare) and not (
        len(bare) > 1 and all(word in MONTHS for word in bare)
    )


def _words(text: str, lone: Lone, most_commas: int) -> tuple[list[str], int]:
    """Return the words of the name that ``text`` begins with, and where it ends."""
    words: list[str] = []
    end = at = 0
    comma = False
    while len(words) < _MOST_WORDS and (match := _WORD.match(text, at)):
        word = match[0]
        bare = folded(word)
        # "Ní Dhuibhir" and "Van Dyke", though not "NI number" in the place of a name.
        particle = bare in PARTICLES and (word[0].islower() or bool(words and not word.isupper()))
        if (words or lone is Lone.SURNAME) and _JOINED.match(word):
            word = word[0].upper() + word[1:]
        if not particle and not _may_follow(word, bare, words, lone):
            break
        if word.endswith("'s"):
            words.append(word[:-2])
            end = match.end() - 2
            break
        if word.endswith(".") and len(word) > 4 and bare not in TITLES:  # ends the sentence
            words.append(word[:-1])
            end = match.end() - 1
            break
        words.append(word)
        if not particle:
            end = match.end()
        gap = _GAP.match(text, match.end())
        if gap is None:
            break
        if gap[0].startswith(","):
            if comma or not most_commas or len(words) > 2:
                break
            comma = True
        at = gap.end()
    if comma and "," in text[:end] and not _turned(text[:end], text[end : end + 1]):
        end = text.index(",")
        words = text[:end].split()
    return words, end


def _may_follow(word: str, bare: str, words: list[str], lone: Lone) -> bool:
    """Return whether ``word`` can be the next of a name that holds ``words``."""
    if len(bare) == 1:  # an initial, though "A" and "I" are words
        return word[0].isupper() and (bool(words) or lone is Lone.SURNAME)
    if not word[0].isupper():
        return False
    if bare in NEVER_NAMES:
        if not words:
            return bare in DAYS_TOO or bare in SURNAMES_TOO
        return bare in SURNAMES_TOO and folded(words[0]) in first_names()
    if bare not in PLACE_WORDS:
        return True
    if len(words) == 1 and _SYLLABLES.fullmatch(words[0]):  # Ji-hoon Park
        return bare in surnames()
    if lone is Lone.SURNAME:  # Mrs Hill, Mr Peter Park; not Dr Smith Surgery
        return bare in surnames() and (not words or folded(words[-1]) in first_names())
    return len(words) == 1 and bare in surnames() and folded(words[0]) in first_names()


def _turned(name: str, following: str) -> bool:
    """Return whether a name with a comma reads "Last, First" rather than begins a list."""
    last, _, first = name.partition(", ")
    lasts, firsts = last.split(), first.split()
    if len(lasts) == 1 or folded(lasts[0]) in PARTICLES:
        return 1 <= len(firsts) <= 2
    # Two surnames: where the line ends after one given name.
    return len(firsts) == 1 and folded(first) in first_names() and following in "\r\n\t<"


@lru_cache(_KEPT_NAMES)
def _plain_word(word: str) -> bool:
    """Return whether a word in small letters can be part of a name and asks for no more care."""
    special = word in TITLES or word in NEVER_NAMES or word in MONTHS or word in AFTER_A_PLACE
    return len(word) > 1 and _NAME_WORD.fullmatch(word) is not None and not special


@lru_cache(_KEPT_NAMES)
def _quick_words(name: bytes) -> int:
    """Return how many words a name has, and 0 where one of them may be another word too."""
    words = name.decode("ascii").lower().split()
    return len(words) if all(map(_quick_word, words)) else 0


@lru_cache(_KEPT_NAMES)
def _quick_word(word: str) -> bool:
    """Return whether a word is no other word than a name's, wherever it stands."""
    return _plain_word(word) and word not in PLACE_WORDS and word not in PARTICLES


@lru_cache(_KEPT_NAMES)
def canonical(text: str) -> str | None:
    """Return the name folded, its titles dropped, "Last, First" and "LAST First" turned, or None.

    >>> canonical("Mrs ADEYEMI, Margaret")
    'margaret adeyemi'
    """
    text = given_name_first(text)
    plain = (text.lower() if text.isascii() else folded(text)).split()
    if 1 <= len(plain) <= _MOST_WORDS and all(map(_plain_word, plain)):
        return " ".join(plain)
    if label := SURNAME_LABEL.search(text):
        text = f"{text[: label.start()]} {text[label.end() :]}"
    elif label := GIVEN_LABEL.search(text):
        text = f"{text[label.end() :]} {text[: label.start()]}"
    if text.endswith(")") and (titled := _TITLE_AFTER.search(text)):
        text = text[: titled.start()]
    last, comma, first = text.partition(",")
    if comma and first.strip():
        text = "" if _are_two(text) else f"{first} {last}"
    if "<<" in text:  # a passport's machine readable zone
        last, _, first = text.partition("<<")
        text = f"{first} {last}".replace("<", " ")
    elif _VCARD.fullmatch(text):
        last, _, first = text.partition(";")
        text = f"{first} {last}"
    words = folded(text).split()
    words = _without_titles(words)
    if not 1 <= len(words) <= _MOST_WORDS or not _plausible(words):
        return None
    if _holds_no_name(words) or any(_NAME_WORD.fullmatch(word) is None for word in words):
        return None
    if words[-1] in AFTER_A_PLACE and (words[-1] not in surnames() or len(words) > 2):
        return None
    return " ".join(words)


def _without_titles(words: list[str]) -> list[str]:
    """Return folded words less titles: "di" within a name is a part of it, "Judge" can be its last.

    >>> _without_titles(["mrs", "joy", "judge"]), _without_titles(["district", "judge"])
    (['joy', 'judge'], ['district'])
    """
    kept = [w for at, w in enumerate(words) if w not in TITLES or (at and w in PARTICLES)]
    last = words[-1] if words else ""
    if last in TITLES_TOO and len(words) > 1 and (not kept or kept[0] in first_names()):
        kept.append(last)
    return kept


def _holds_no_name(words: list[str]) -> bool:
    """Return whether one of the folded words is no part of a name where it stands."""
    last = len(words) - 1
    named = words[0] in first_names() or words[0] in DAYS_TOO or len(words[0]) == 1
    return any(
        len(word) > 1
        and word in _NEVER
        and not (word in SURNAMES_TOO and at == last and at and named)
        and not (word in DAYS_TOO and not at and (_is_of_a_day(words) or words[-1] in SURNAMES_TOO))
        for at, word in enumerate(words)
    )
