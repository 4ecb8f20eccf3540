"""Names from a file system, made safe to show: what cannot be seen is written out.

A name may hold line breaks, controls, or signs that turn the direction of reading, so that
"gpj.exe" looks like "exe.jpg". Each such character is shown by its number instead.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from reports.visible import is_unseen


def visible(name: str) -> Markup:
    r"""Return ``name`` as markup, escaped, in isolation from the text around it.

    >>> visible("a & b.txt")
    Markup('<bdi>a &amp; b.txt</bdi>')
    >>> visible("fdp\u202e.exe")
    Markup('<bdi>fdp<span class="unseen">U+202E</span>.exe</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(Markup("").join(map(_character, name)))


def _character(character: str) -> Markup:
    if is_unseen(character):
        return Markup('<span class="unseen">U+{:04X}</span>').format(ord(character))
    return escape(character)
