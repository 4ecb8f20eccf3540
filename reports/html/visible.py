"""Names from a file system, made safe to show: what cannot be seen is written out.

A name may hold line breaks, controls, or signs that turn the direction of reading, so that
"gpj.exe" looks like "exe.jpg". Each such character is shown by its number instead.
"""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

# Unicode 16, general categories: control, format (direction marks among them), surrogate, private
# use, unassigned, line and paragraph separators. None has a shape of its own.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(name: str) -> Markup:
    r"""Return ``name`` as markup, escaped, in isolation from the text around it.

    >>> visible("a & b.txt")
    Markup('<bdi>a &amp; b.txt</bdi>')
    >>> visible("fdp\u202e.exe")
    Markup('<bdi>fdp<span class="unseen">U+202E</span>.exe</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(Markup("").join(map(_character, name)))


def plain(name: str) -> str:
    r"""Return ``name`` without markup, for attributes and titles; whoever uses it escapes it.

    >>> plain("fdp\u202e.exe")
    'fdp[U+202E].exe'
    """
    return "".join(
        f"[U+{ord(each):04X}]" if unicodedata.category(each) in _UNSEEN else each for each in name
    )


def _character(character: str) -> Markup:
    if unicodedata.category(character) in _UNSEEN:
        return Markup('<span class="unseen">U+{:04X}</span>').format(ord(character))
    return escape(character)
