"""The grammar that ties a term to a person: who it is said of, and by which link.

Each function makes an ``Expand``: it is given a term that was found and gives its span back where
the words around it say it of one person, else None. The cheapest question comes first.
"""

from __future__ import annotations

import re

from detectors.base import Expand, Form
from detectors.special.definitions import is_defined
from detectors.special.lexicon import TermStrength, alternations, folded
from detectors.special.links import is_answered_no, is_linked
from detectors.special.people import (
    is_taught,
    opened_by_one,
    speaks_in_general,
    speaks_of_one,
    writes_to_one,
)
from detectors.special.sentences import Sentence, sentence_around
from detectors.special.titles import heads_a_record

_LINK_BYTES = 56
_AFTER_BYTES = 40
_CLAUSE_ENDS = (b".", b";", b":", b"?", b"!", b"\t")
_MOST_WORDS = 6
_PHRASE_BYTES = 80
_WORD = re.compile(rb"[A-Za-z0-9\x80-\xff'][\w\x80-\xff'\-/]*")
_MOST_SKIPPED = 4  # "with a severe form of"
_PLAIN = bytes(byte if chr(byte).isalnum() else 32 for byte in range(256)).lower()

# What holds a term and is none, by the words right before and after it.
_BLOCKED_AFTER = re.compile(
    rb" (?:of (?:luck|genius|midnight|the pen|England)|glass|Street|Road|Lane|Close|Way|Court"
    rb"|Meadow|Hill|Terrace|Name|name|Aid|Research|[Ss]creening|[Aa]wareness|UK\b|Pride|Men's|[Ss]chool"
    rb"|[Cc]af|[Ff]riendly|[Ss]trategy|[Ss]ervices?\b|[Ss]erver|[Tt]raining|[Pp]olicy|[Rr]eader"
    rb"|[Ss]canner|[Cc]hurch|[Hh]all\b|Society|Association|Action\b|[Cc]lub|[Cc]hoir|[Gg]roup|[Ss]ession|[Cc]lass\b|Trust|Foundation|Alliance|Network|[Cc]hampion|[Pp]riest"
    rb"|[Tt]eam|[Cc]entre|[Aa]cademy|[Cc]ollege"
    rb"|[Cc]offee|[Rr]ates?\b|[Ss]tudies|in trade|[Ff]orms?\b|[Pp]rotocol|[Cc]ookbook|[Hh]andbook"
    rb"|[Gg]uide\b|[Ll]eaflet|[Hh]elpline|[Tt]oolkit|[Vv]accin|[Jj]ab\b|[Aa]ppeal\b)"
    rb"| (?:(?:Roman Catholic|RC|CE|VA|Junior|Infants?'?|Primary|Secondary|High|Girls'|Boys') )+"
    rb"(?:[Ss]chool|[Aa]cademy)|-style| elephant"
    rb"| (?:[a-z]+ )?(?:[Nn]urse|[Ll]ead|[Aa]dvis[eo]r|[Ss]pecialist|[Cc]oordinator"
    rb"|[Ww]orker|[Cc]onsultant|[Pp]ractitioner|[Tt]herapist|[Cc]ounsellor|[Oo]fficer|[Uu]nit)\b"
)
_SERVICE = re.compile(rb" (?:[Ss]ervices?|[Cc]entre|[Tt]eam|[Cc]linic|[Uu]nit)\b")
_SENT_THERE = re.compile(
    rb"\b(?:referred|referral|open|known|under|attend(?:s|ed|ing)?|discharged|admitted|seen)"
    rb"(?: \w+){0,3} $"
    rb"|(?:\A|\n)[ \t]{0,8}(?:[Tt]o|FAO|[Aa]ttn|[Ff]or the attention of):?(?: the)? $"
)
"""What makes the name of a service say something of who is sent there."""
_SENT_BYTES = 40
_IDIOM = re.compile(
    rb"(?:[_.]\w+|\b(?:the|economic) (?:depression|stroke|cold|stress)"
    rb"|\bbreach(?:ed|ing)?(?: of)?(?: an?| the| his| her)? non-mol\w*(?: order)?)\Z",
    re.IGNORECASE,
)
"""Idioms, and an offence that is found as one."""
_OFFICE = re.compile(rb"(?:LADO|IDVA): ")  # somebody's, whom to ring
_IDIOM_BYTES = 20
_TITLE = re.compile(
    rb"\b(?:Living|Coping|Understanding|Managing|Overcoming|Surviving|Dealing|Caring|Parenting"
    rb"|Talking|[Gg]uide|[Ii]ntroduction|[Aa]ll)(?: well)? (?:with |for |to |about )?\Z"
    rb"|\b(?:[Ww]ard|[Hh]ospital|home|centre|charity|fund|funds|cure|appeal|vaccine|money|raised)"
    rb" for (?:the )?\Z"
)
"""How books and courses on a condition are called: "Coping with dementia"."""
_TITLE_BYTES = 28
_NAMED_BYTES = 48  # of what is called after a faith or a condition
_OF_ALL = re.compile(
    rb"(?:looked[ -]after |adopted )?(?:children|adults|young people|families)(?!')\b"
    rb"|(?:\w+ )?(?:catholic|muslim|jew|hindu|sikh|christian|methodist|baptist|quaker|buddhist)s\Z",
    re.IGNORECASE,
)
"""Terms for all of a kind."""
_THEY = re.compile(rb"\W*(?:they|their|them|both|all of them)\b", re.IGNORECASE)
_LINE_END = re.compile(rb"\n(?![A-Z][\w ]{1,20}:)")  # which words run across, but no next field
_ASKED = re.compile(rb"\A[^:\n]{0,80}\b(?:you|your|we|our)\b[^:\n]{0,40}[:\t]\s*", re.IGNORECASE)
"""A label that asks: "Anything we should know?: has asthma"."""


def said_of_one(link: re.Pattern[bytes]) -> Expand:
    """Return what keeps a term of a record of one person, if a link stands in its clause."""

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        clause = _clause_before(data, start)
        after = data[end : end + _AFTER_BYTES]
        if not is_linked(link, clause, data[start:end], after):
            return None
        return in_a_record(data, start, end)

    return expand


def _clause_before(data: bytes, start: int) -> bytes:
    """Return the words before a term, from the last mark that ends a clause."""
    window = data[max(0, start - _LINK_BYTES) : start]
    return window[max(0, *map(window.rfind, _CLAUSE_ENDS)) :]


def in_a_record(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return a term of art whose sentence, or the text before it, speaks of one person."""
    if blocked(data, start, end):
        return None
    sentence = sentence_around(data, start, end)
    if sentence.asks or not _is_about_one(data, start, end, sentence):
        return None
    if is_answered_no(data, end) or is_defined(data, start, end):
        return None
    # Asked last, since most terms are of nobody.
    return None if is_taught(sentence.earlier + sentence.whole) else (start, end)


def led_by(before: str) -> Expand:
    """Return what keeps a term of a record of one person that the words ``before`` lead to.

    The value takes them in. Rare words are looked for and what leads to them read back from there:
    the other way about, a scan stops at every "is".
    """
    leads = re.compile(rf"\b(?:{before}) \Z".encode("ascii"), re.IGNORECASE)

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        led = leads.search(data, max(0, start - _LINK_BYTES), start)
        return None if led is None else in_a_record(data, led.start(), end)

    return expand


def _is_about_one(data: bytes, start: int, end: int, sentence: Sentence) -> bool:
    """Return whether a sentence, what stands before it or a record below speaks of one person."""
    said = _ASKED.sub(b"", sentence.whole)
    if speaks_of_one(said) or writes_to_one(data, start, said):
        return True
    # "3. Baptised Catholics living in the parish" goes on with nobody, "They are Muslims" does.
    goes_on = _THEY.match(said) or not _OF_ALL.match(data, start, end)
    if goes_on and not speaks_in_general(said) and opened_by_one(sentence.earlier):
        return True
    return heads_a_record(data, start, end)


def after_link(known: frozenset[str]) -> Expand:
    """Return what finds the longest known term in the words right after "diagnosed with"."""
    openings = {term.split()[0] for term in known}
    spelt = {part for word in openings for part in word.encode().translate(_PLAIN).split()[:1]}

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        del start
        after = data[end : end + _PHRASE_BYTES]
        # Most links lead to nothing known, which words in plain letters tell at once.
        plain = after.isascii() and b"'" not in after
        if plain and spelt.isdisjoint(after.translate(_PLAIN).split()):
            return None
        found = _first_words(data, end)
        for first, word in enumerate(found[:_MOST_SKIPPED]):
            if openings.isdisjoint(folded(word[0].decode("utf-8", "replace")).split()[:1]):
                continue
            for last in range(len(found), first, -1):
                low, high = word.start(), found[last - 1].end()
                if folded(data[low:high].decode("utf-8", "replace")) in known:
                    return in_a_record(data, low, high)
        return None

    return expand


def _first_words(data: bytes, at: int) -> list[re.Match[bytes]]:
    """Return the first words of the sentence that goes on at ``at``."""
    found: list[re.Match[bytes]] = []
    for match in _WORD.finditer(data, at, at + _PHRASE_BYTES):
        between = data[found[-1].end() : match.start()] if found else b""
        if len(found) == _MOST_WORDS or b"." in between or b"\t" in between:
            break
        found.append(match)
    return found


def blocked(data: bytes, start: int, end: int) -> bool:
    """Return whether the words right around a term make it a street, a charity or an idiom."""
    if _SERVICE.match(data, end) and _SENT_THERE.search(data, max(0, start - _SENT_BYTES), start):
        return False
    after = _LINE_END.sub(b" ", data[end : end + _NAMED_BYTES])
    return bool(
        _BLOCKED_AFTER.match(after.title() if after.isupper() else after)
        or _OFFICE.match(data, start)
        or _IDIOM.search(data[max(0, start - _IDIOM_BYTES) : end])
        or _TITLE.search(data[max(0, start - _TITLE_BYTES) : start])
    )


def said_forms(category: str, link: re.Pattern[bytes]) -> tuple[Form, ...]:
    """Return the forms of a category's named terms, each said of a person through ``link``."""
    return tuple(
        Form("said of a person by a link", regex, 0.80, scan, said_of_one(link))
        for regex, scan in alternations(category, TermStrength.NAMED)
    )


def record_forms(category: str) -> tuple[Form, ...]:
    """Return the forms of a category's terms of art in a record of one person."""
    return tuple(
        Form("term of art in a record of one person", regex, 0.75, scan, in_a_record)
        for regex, scan in alternations(category, TermStrength.OF_ART)
    )
