r"""The words of a web page that was written as rich text, as Outlook does.

Its tags stand in groups of their own; what only readers of rich text need stands between
``\htmlrtf`` and ``\htmlrtf0``. Source: [MS-OXRTFEX] 2.1.3 (control words), 2.2.3 (what a reader
does), read 2026-11-28.
"""

from __future__ import annotations

from scanner.extractors.rich_text.letters import LETTERS, character, skip
from scanner.extractors.rich_text.reader import Reader
from scanner.extractors.rich_text.vocabulary import Vocabulary

_TAGS = "htmltag"
_NOT_OF_THE_PAGE = ("colortbl", "stylesheet", "info", "pntext", "pict", "listtable", "object")


def _of_rich_text(reader: Reader, number: int | None) -> None:
    if number == 0:
        reader.go_back()
    else:
        reader.mute()


def _tag(_reader: Reader, _number: int | None) -> None:
    """Let what the group holds be of the page, like other text."""


PAGE = Vocabulary(
    {
        **LETTERS,
        **dict.fromkeys(("par", "line"), character("\r\n")),
        **dict.fromkeys(_NOT_OF_THE_PAGE, skip),
        "htmlrtf": _of_rich_text,
        _TAGS: _tag,
    },
    frozenset({_TAGS}),
)
