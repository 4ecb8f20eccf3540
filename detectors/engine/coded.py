"""Headings of old systems: words run together ("ACCNO") or written without vowels ("SRTCD").

Many databases allowed a column's name eight or ten letters, so people left out spaces, then vowels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_LEAST_LETTERS = 4  # shorter ones are short for too many things
_LEAST_WORD = 3  # of a known word after what says whose it is: "custdob"
_WHOSE = (
    "applicant", "beneficiary", "child", "claimant", "client", "clmt", "cust", "customer", "dd",
    "emp", "employee", "member", "parent", "partner", "patient", "payee", "person", "pupil",
    "staff", "student", "tenant",
)  # fmt: skip
"""What systems put before a column's name without a space, to say whose it is."""
_VOWELS = frozenset("aeiou")


def bones(word: str) -> str:
    """Return a word's first letter and its other consonants.

    >>> bones("sort code"), bones("srtcd")
    ('srtcd', 'srtcd')
    """
    letters = [char for char in word if char.isalpha()]
    return "".join(letters[:1] + [char for char in letters[1:] if char not in _VOWELS])


def index(meanings: Mapping[str, object]) -> dict[str, str]:
    """Return known phrases by how they are written together and by their bones, in capitals.

    What two phrases of different meaning have in common tells neither.
    """
    found: dict[str, str | None] = {}
    for phrase, meaning in sorted(meanings.items()):
        for short in {phrase.replace(" ", ""), bones(phrase).upper()}:
            if len(short) < _LEAST_LETTERS or short in meanings:
                continue
            before = found.setdefault(short, phrase)
            if before is not None and meanings[before] != meaning:
                found[short] = None
    found |= {word: word for word in meanings if len(word) >= _LEAST_WORD and " " not in word}
    return {short: phrase for short, phrase in found.items() if phrase is not None}


def spelt_out(heading: str, words: Iterable[str], short: Mapping[str, str]) -> list[str]:
    """Return the words of a heading with those spelt out that are short for a known phrase.

    Vowels are missing only where the heading is in capitals, as a column's name in a database is.
    """
    spelt: list[str] = []
    capitals = heading.isupper()
    for word in words:
        phrase = short.get(word)
        if phrase is None and capitals and word == bones(word):
            phrase = short.get(word.upper())
        if phrase is None:
            phrase = _after_whose(word, short)
        spelt += [word] if phrase is None else phrase.split()
    return spelt


def _after_whose(word: str, short: Mapping[str, str]) -> str | None:
    """Return the known phrase that a word ends with after saying whose it is, and that, parted.

    >>> _after_whose("ddsortcode", {"sortcode": "sort code"})
    'dd sort code'
    """
    for whose in _WHOSE:
        if word.startswith(whose) and (phrase := short.get(word[len(whose) :])):
            return f"{whose} {phrase}"
    return None
