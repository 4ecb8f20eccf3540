"""How sure a run of words with capitals is a name, by what is known of its words alone."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

import numpy as np

from detectors.names.lexicon import FIRMS, beside_names, places
from detectors.names.of_renown import is_renowned
from detectors.names.words import ALL_KINDS, Known, known

_MOST_WORDS = 5
_LEAST_CAPITALS = 3  # letters of a surname in capitals; one more after a name that is not
_KEPT_RUNS = 1 << 15  # a document has the same names again and again


class Sure(IntEnum):
    """How sure the words by themselves make a name."""

    NO = 0
    SPOKEN_OF = 1  # a name where somebody speaks, or is somebody's
    WITH_CUE = 2
    YES = 3


@lru_cache(_KEPT_RUNS)
def judged(run: bytes) -> tuple[int, Sure]:
    """Return how many bytes of a run of capital words are a name, and how sure that is.

    Where it is a thing's, as in "Jane Austen Tea Rooms", so many bytes are no name.
    """
    words = run.decode("utf-8", "ignore").split(" ")
    size = _words_of_a_name(words)
    words[abs(size) - 1] = _owner(words[abs(size) - 1])
    if size < 0:
        return len(" ".join(words[:-size]).encode()), Sure.NO
    if size < 2 or (sure := _sure(words[:size])) is Sure.NO:
        return 0, Sure.NO
    return len(" ".join(words[:size]).encode()), sure


def _owner(word: str) -> str:
    return word.removesuffix("'s")


def _words_of_a_name(words: list[str]) -> int:
    """Return how many of ``words`` are a name's; less than 0 where so many are a thing's."""
    size, thing = 1, False
    for at, word in enumerate(words[1 : _MOST_WORDS + 1], 2):
        bare = _owner(word.rstrip("."))
        # A particle, or initials such as "J." and "D.O.": a word must follow.
        if word.islower() or len(bare) == 1 or "." in bare:
            continue
        if not bare.isalpha() and any(map(str.isdigit, bare)):  # a postcode
            break
        kind = known(bare)
        if kind & Known.THING and (not kind & Known.SURNAME or bare.lower() in _NO_SURNAMES):
            return -at
        if kind & Known.NEVER or kind & _ANY_NAME == Known.EVERYDAY:
            break
        if thing:  # Florence Street Playground
            return -at
        thing = bool(kind & Known.THING)
        size = at
        if word != _owner(word):
            break
    return size if size <= _MOST_WORDS else 1


def _is_word(last: str) -> bool:
    return len(last) > 1 and not last[-1].isdigit()


_ANY_NAME = Known.EVERYDAY | Known.SURNAME | Known.GIVEN
_NO_SURNAMES = beside_names("thing")
_WORDS_TOO = beside_names("word and given name")


def _sure(words: list[str]) -> Sure:
    """Return how sure two words or more are a name."""
    given, last = words[0], words[-1]
    first, second = known(given.rstrip(".")), known(last)
    surname = bool(second & Known.SURNAME)
    whole = " ".join(words).lower()
    if whole in FIRMS or whole in places() or second & Known.NEVER or not _is_word(last):
        return Sure.NO
    if is_renowned(whole):
        return Sure.NO
    if not surname and second & (Known.PLACE | Known.EVERYDAY):  # Eileen Thwaite, Eileen Tired
        town = second & (Known.PLACE | Known.EVERYDAY) == Known.PLACE
        return Sure.SPOKEN_OF if town and first & Known.COMMON else Sure.NO
    plain = surname and not second & _OTHER_WORD
    word_too = given.lower() in _WORDS_TOO
    if second & Known.THING:  # Jane Hill, Mark Ward
        return Sure.SPOKEN_OF if first & Known.COMMON or word_too else Sure.NO
    if last.isupper() or (given.isupper() and len(given) > len("J.")):
        return _sure_in_capitals(given, last, first, second)
    if len(given.rstrip(".")) == 1:
        return Sure.WITH_CUE if plain and given.endswith(".") else Sure.NO
    if first & Known.COMMON or (word_too and plain):
        return Sure.YES
    if first & (Known.EVERYDAY | Known.PLACE):  # Joy Black, Mark Stone
        return Sure.SPOKEN_OF if word_too and surname else Sure.NO
    if first & Known.GIVEN:
        return Sure.YES if plain else Sure.WITH_CUE
    return Sure.WITH_CUE if plain else Sure.NO


def _sure_in_capitals(given: str, last: str, first: int, second: int) -> Sure:
    """Return the same for JANE SMITH and Jane SMITH; AWS Athena and Meta YAML are none."""
    surname, other = bool(second & Known.SURNAME), bool(second & _OTHER_WORD)
    common = bool(first & Known.COMMON)
    if given.isupper():
        sure = last.isupper() and common and surname and not other
        return Sure.YES if sure and len(last) >= _LEAST_CAPITALS else Sure.NO
    sure = common or (bool(first & Known.GIVEN) and surname)
    return Sure.YES if sure and len(last) > _LEAST_CAPITALS else Sure.NO


_FIRST, _SECOND = np.ogrid[:ALL_KINDS, :ALL_KINDS]
_OTHER_WORD = Known.EVERYDAY | Known.PLACE | Known.THING
_SURNAME = _SECOND & Known.SURNAME > 0

MAY_BE = (_SECOND & Known.NEVER == 0) & (
    ((_FIRST & (Known.GIVEN | Known.UNREAD) > 0) & (_SURNAME | (_SECOND & Known.EVERYDAY == 0)))
    | (_SURNAME & (_SECOND & _OTHER_WORD == 0))
    | (_SECOND & Known.UNREAD > 0)
)
"""By what is known of two words: whether they can be a name's first."""

IS_PLAINLY = (_SECOND & (Known.NEVER | Known.THING | Known.UNREAD) == 0) & (
    ((_FIRST & Known.COMMON > 0) & (_SURNAME | (_SECOND & (Known.EVERYDAY | Known.PLACE) == 0)))
    | (
        (_FIRST & (Known.GIVEN | Known.EVERYDAY | Known.PLACE) == Known.GIVEN)
        & _SURNAME
        & (_SECOND & (Known.EVERYDAY | Known.PLACE) == 0)
    )
)
"""Whether they are one for sure, where they stand alone: what ``judged`` says of most names."""

_NO_SECOND = Known.NEVER | Known.THING | Known.UNREAD
_PLAIN = _SURNAME & (_SECOND & _OTHER_WORD == 0)
_ANY_OTHER = Known.EVERYDAY | Known.PLACE | Known.UNREAD | Known.COMMON | Known.NEVER
NEEDS_CUE = (
    (_SECOND & _NO_SECOND == 0)
    & (_SURNAME | (_SECOND & _OTHER_WORD == 0))
    & (_FIRST & _ANY_OTHER == 0)
    & np.where(_FIRST & Known.GIVEN > 0, ~_PLAIN, _PLAIN)
)
"""Whether they are one where something speaks for it, likewise; no word has a hyphen."""
