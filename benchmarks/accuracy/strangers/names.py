"""The ways in which people's names are written: the text, what is compared, and if it is whole."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.accuracy.strangers.people import Somebody

Named = tuple[str, str, bool]


def _with(pattern: str, canonical: str, *, whole: bool = True) -> Callable[[Somebody], Named]:
    def write(who: Somebody) -> Named:
        parts = {
            "t": who.title, "f": who.first, "m": who.middle, "l": who.last, "i": who.first[0],
            "j": who.middle[0], "F": who.first.upper(), "L": who.last.upper(),
            "sf": who.first.lower(), "sl": who.last.lower(),
        }  # fmt: skip
        return pattern.format(**parts), canonical.format(**parts), whole

    return write


FORMS: dict[str, Callable[[Somebody], Named]] = {
    "full": _with("{f} {l}", "{f} {l}"),
    "tfull": _with("{t} {f} {l}", "{f} {l}"),
    "tl": _with("{t} {l}", "{l}"),
    "til": _with("{t} {i} {l}", "{i} {l}"),
    "tidl": _with("{t}. {i}. {l}", "{i} {l}"),
    "tijl": _with("{t} {i} {j} {l}", "{i} {j} {l}"),
    "lf": _with("{l}, {f}", "{f} {l}"),
    "LF": _with("{L}, {f}", "{f} {l}"),
    "lft": _with("{l}, {f} ({t})", "{f} {l}"),
    "ltf": _with("{l}, {t} {f}", "{f} {l}"),
    "gF": _with("{f} {L}", "{f} {l}"),
    "Fg": _with("{L} {f}", "{f} {l}"),
    "UP": _with("{F} {L}", "{f} {l}"),
    "LASTFIRST": _with("{L}, {F}", "{f} {l}"),
    "low": _with("{sf} {sl}", "{f} {l}"),
    "mid": _with("{f} {m} {l}", "{f} {m} {l}"),
    "midi": _with("{f} {j}. {l}", "{f} {j} {l}"),
    "given": _with("{f}", "{f} {l}"),  # of a name in two columns the given name is noted
    "family": _with("{l}", ""),
    "GIVEN": _with("{F}", "{f} {l}"),
    "FAMILY": _with("{L}", ""),
    "first": _with("{f}", "{f}", whole=False),
    "last": _with("{l}", "{l}", whole=False),
    "init": _with("{i} {l}", "{i} {l}", whole=False),
    "idl": _with("{i}. {l}", "{i} {l}", whole=False),
    "initials": _with("{f[0]}{l[0]}", "{f[0]}{l[0]}", whole=False),
}
HABITS = ["full", "full", "full", "full", "tfull", "tfull", "mid", "midi", "gF"]
"""What a file may have for its habit; the others stand where a writer asks for them."""
