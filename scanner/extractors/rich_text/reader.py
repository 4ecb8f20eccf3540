r"""Rich text as a machine: groups that keep their state, characters, and what words do to them.

Blocks are read one after the other and groups are counted, never followed by recursion, so memory
is flat whatever a file holds. Source: Rich Text Format Specification 1.9.1, "Conventions of an RTF
Reader" and "Unicode RTF", read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto

from scanner.extractors.base import Budget, Kind, Part, Source
from scanner.extractors.rich_text import tokens
from scanner.extractors.rich_text.charsets import WIDE, character, shown
from scanner.extractors.rich_text.story import Document, Story
from scanner.extractors.rich_text.tokens import TOKEN
from scanner.extractors.rich_text.vocabulary import Vocabulary

_BLOCK_BYTES = 1 << 18
_DEEPEST = 1_000  # groups that keep a state of their own; those within share the last one
_OPEN_STORIES = 32  # notes and boxes within each other
_OPEN_HOLDS = 8
_HELD_CHARS = 262_144  # of what is held until its group ends; more goes out in pieces
_PENDING_BYTES = 65_536
_SPACES = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}


class Goes(Enum):
    """Where characters go."""

    TEXT = auto()
    LINK = auto()
    HELD = auto()
    NOWHERE = auto()


_Give = Callable[[str], None]
_End = Callable[[], None]
_Before = tuple[Goes, list[str] | None, _Give | None]
_Group = tuple[
    Story, list[str] | None, Goes, _Give | None, int, int, int, bool, bool, _End | None
]  # fmt: skip


class Reader:
    """Reads one document, by the words of a vocabulary that may change on the way.

    Attributes without an underscore are for the actions of words; the first of them are kept for
    each group.
    """

    def __init__(self, vocabulary: Vocabulary, budget: Budget) -> None:
        self.budget, self.document = budget, Document()
        self.story = Story(self.document, Kind.BODY)
        self.out: list[str] | None = self.story.shown
        self.goes = Goes.TEXT
        self.give: _Give | None = None  # takes what is held
        self.font, self.fallback_chars, self.level = -1, 1, 0
        self.hidden = self.deleted = False
        self.end: _End | None = None  # done when the group ends; not inherited

        self.fonts: dict[int, str] = {}
        self.encoding = "cp1252"
        self.default_font = -1
        self.defines = -1  # the font that the font table is about; -1 outside of it
        self.between: _End | None = None  # done when any inner group ends
        self.before: _Before = (self.goes, self.out, self.give)  # where characters went
        self.pass_over_next = False  # the next group within this one
        self.page: list[str] = []  # of a web page that was written as rich text
        self.said: set[str] = set()  # properties
        self.notes: dict[str, str] = {}  # what one group leaves for another
        self.moment: dict[str, int] = {}
        self.pictures = False
        self.raw: Callable[[bytes], None] | None = None  # takes bytes that are no text
        self._vocabulary, self._run = vocabulary, vocabulary.run
        self._groups: list[_Group] = []
        self._too_deep = self._skipping = 0
        self._starred = False
        self._stand_ins = 0  # characters left that stand for the one before
        self._bytes = bytearray()
        self._stories = self._holds = 0
        self._binary = 0  # bytes that are no text, beyond the block
        self._left = 0  # bytes beyond the block

    def parts(self, source: Source) -> Iterator[Part]:
        """Yield what is in ``source``. ``document`` says in the end what is missing of it."""
        stream = source.stream()
        held, self._left = "", source.size_bytes
        while block := stream.read(_BLOCK_BYTES):
            self._left -= len(block)
            if self._binary:
                block = self._past_binary(block)
            held = self._take(held + block.decode("latin-1"), last=self._left <= 0)
            self._bound()
            yield from self.document.take()
            self.budget.check_time()
        self.document.damaged |= bool(self._groups or held or self._binary)
        self._finish()
        yield from [*self.document.take(), *self.document.flows.rest()]

    # What words may do

    def speak(self, vocabulary: Vocabulary) -> None:
        """Go on with other words."""
        self._vocabulary, self._run = vocabulary, vocabulary.run

    def say(self, text: str) -> None:
        """Add characters where characters go."""
        self._flush()
        self._stand_ins = 0
        if self.out is not None:
            self.out.append(text)

    def set_font(self, font: int) -> None:
        """Read coded characters by another font."""
        if font != self.font:
            self._flush()
            self.font = font

    def look(self) -> None:
        """Let text go where its look (shown, hidden, deleted) sends it."""
        if self.goes is Goes.TEXT:
            self._flush()
            story = self.story
            self.out = (
                story.deleted if self.deleted else story.hidden if self.hidden else story.shown
            )

    def skip(self) -> None:
        """Pass over the rest of the group."""
        self._flush()
        self._skipping = 1

    def mute(self) -> None:
        """Let the group's own text go nowhere; groups within it may say something."""
        self._flush()
        self.goes, self.out, self.give = Goes.NOWHERE, None, None

    def to_links(self) -> None:
        """Let the group's text go to the links of its paragraph."""
        self._flush()
        self.goes, self.out = Goes.LINK, self.story.links
        self.out.append("\n")

    def tell(self) -> None:
        """Let the group's text be running text within one whose own is none."""
        if self.goes is Goes.NOWHERE:
            self.goes = Goes.TEXT
            self.look()

    def go_back(self) -> None:
        """Let characters go where they went before."""
        self._flush()
        self.goes, self.out, self.give = self.before

    def hold(self, give: _Give) -> None:
        """Hold the group's text and hand it over when the group ends, in pieces if it is long."""
        if self.end is not None or self._too_deep or self._holds >= _OPEN_HOLDS:
            return
        self._flush()
        held: list[str] = []
        self.goes, self.out, self.give = Goes.HELD, held, give
        self._holds += 1

        def end() -> None:
            self._holds -= 1
            give("".join(held))

        self.end = end

    def begin(self, kind: Kind, word: str) -> None:
        """Let the group be a story of its own, at the next place called ``word``."""
        if self.end is not None or self._too_deep or self._stories >= _OPEN_STORIES:
            return
        self._flush()
        self._stories += 1
        self.story = story = Story(self.document, kind, self.document.place(word))
        self.goes, self.level, self.hidden, self.deleted = Goes.TEXT, 0, False, False
        self.look()

        def end() -> None:
            self._stories -= 1
            story.finish()

        self.end = end

    # Tokens

    def _take(self, text: str, *, last: bool) -> str:
        """Read a block; return its end where that may be the beginning of something longer."""
        at, safe = 0, len(text) if last else len(text) - tokens.SAFE_CHARS
        while True:
            if self._skipping:
                at, self._skipping, binary = tokens.skipped(text, at, self._skipping, last=last)
                if binary:
                    at = self._pass(text, at, binary, None)
                if self._skipping:
                    if binary and at < len(text):
                        continue
                    return text[at:]
            for match in TOKEN.finditer(text, at):
                token = match.lastindex
                if token == tokens.TEXT:
                    self._text(match[tokens.TEXT])
                elif token == tokens.OPEN:
                    self._open(match.end() - match.start())
                    if self.pass_over_next:
                        self.pass_over_next = False
                        self.skip()
                        at = match.end()
                        break
                elif token == tokens.CLOSE:
                    self._close(match.end() - match.start())
                elif token is None:
                    continue
                elif match.end() > safe:
                    return text[match.start() :]
                elif token == tokens.WORDS:
                    stop = self._words(match[tokens.WORDS])
                    if stop:
                        take = None if self._skipping else self.raw
                        at = self._pass(text, match.start() + stop[0], stop[1], take)
                        break
                    if self._skipping:
                        at = match.end()
                        break
                elif token == tokens.SYMBOL:
                    self._symbol(match[tokens.SYMBOL])
                elif token == tokens.CODED:
                    self._coded(match[tokens.CODED])
                elif token == tokens.UNICODE:
                    self._unicode(match[tokens.UNICODE])
            else:
                return ""

    def _text(self, text: str) -> None:
        if self._stand_ins:
            left_out = min(self._stand_ins, len(text))
            self._stand_ins -= left_out
            text = text[left_out:]
        out = self.out
        if out is None:
            return
        if not self._bytes:
            if text.isascii():
                out.append(text)
                return
            try:  # some programs write UTF-8, which text of old encodings hardly ever is
                out.append(text.encode("latin-1").decode("utf-8"))
            except UnicodeDecodeError:
                self._bytes += text.encode("latin-1")
        elif self._encoding() in WIDE or not text.isascii():
            self._bytes += text.encode("latin-1")
        else:
            self._flush()
            out.append(text)

    def _coded(self, run: str) -> None:
        if self.out is None:
            return
        raw = bytes.fromhex(run.replace("\\'", ""))
        left_out = min(self._stand_ins, len(raw))
        self._stand_ins -= left_out
        self._bytes += raw[left_out:]

    def _unicode(self, run: str) -> None:
        self._flush()
        self._stand_ins = 0
        if self.fallback_chars == 1 and self.out is not None:  # as nearly always
            numbers = map(int, tokens.UNICODE_NUMBER.findall(run))
            self.out.append("".join(map(character, numbers)))
            return
        for match in tokens.UNICODE_CHAR.finditer(run):
            self.unicode(int(match[1]))
            if match[2].startswith("\\"):
                self._coded(match[2])
            else:
                self._text(match[2])

    def unicode(self, number: int) -> None:
        """Add a character by its number; what follows may stand for it in other programs."""
        self.say(character(number))
        self._stand_ins = self.fallback_chars

    def _words(self, run: str) -> tuple[int, int] | None:
        """Do what a run of words says; return where it ends and how many bytes follow ``bin``."""
        known = self._run(run)
        if self._starred:
            self._starred = False
            if not known.names_known_group:
                self.skip()
        for action, number in known.actions:
            if self._skipping:
                break
            action(self, number)
        return (known.end, known.binary) if known.binary else None

    def _symbol(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._vocabulary.actions["par"](self, None)
        elif sign in _SPACES:
            if self._stand_ins:
                self._stand_ins -= 1
            elif self._bytes and self._encoding() in WIDE:
                self._bytes += sign.encode("latin-1")  # the second byte of a character
            else:
                self.say(_SPACES[sign])

    # Bytes that are no text

    def _pass(self, text: str, at: int, count: int, take: Callable[[bytes], None] | None) -> int:
        """Return the place behind ``count`` bytes at ``at``; some may lie beyond the block."""
        if count > len(text) - at + self._left:
            self.document.damaged = True  # a number that lies: what follows is read as text
            return at
        if take is not None:
            take(text[at : at + count].encode("latin-1"))
        self._binary = max(count - (len(text) - at), 0)
        return min(at + count, len(text))

    def _past_binary(self, block: bytes) -> bytes:
        if self.raw is not None and not self._skipping:
            self.raw(block[: self._binary])
        count = min(self._binary, len(block))
        self._binary -= count
        return block[count:]

    # Groups

    def _open(self, count: int) -> None:
        self._flush()
        self._starred = False
        self._stand_ins = 0
        for number in range(count):
            if len(self._groups) >= _DEEPEST:
                self._too_deep += count - number
                return
            group = (
                self.story, self.out, self.goes, self.give, self.font, self.fallback_chars,
                self.level, self.hidden, self.deleted, self.end,
            )  # fmt: skip
            self._groups.append(group)
            self.end = self.between

    def _close(self, count: int) -> None:
        self._flush()
        self._stand_ins = 0
        shared = min(count, self._too_deep)
        self._too_deep -= shared
        for _ in range(count - shared):
            if self.end is not None:
                self.end()
            if not self._groups:
                return
            (
                self.story, self.out, self.goes, self.give, self.font, self.fallback_chars,
                self.level, self.hidden, self.deleted, self.end,
            ) = self._groups.pop()  # fmt: skip
            if not self._groups:
                self._go_on_after_end()

    def _go_on_after_end(self) -> None:
        """Read what follows the document, which no program shows."""
        self.story.finish()
        self.story = Story(self.document, Kind.HIDDEN)
        self.goes = Goes.TEXT
        self.look()

    def _finish(self) -> None:
        self._too_deep = 0
        self._close(len(self._groups))
        self.story.finish()

    def _bound(self) -> None:
        """Give out, after a block, what would otherwise grow with the file."""
        if len(self._bytes) > _PENDING_BYTES:
            self._flush()
        if self.goes is Goes.HELD and self.give is not None and self.out is not None:
            if self.raw is not None or sum(map(len, self.out)) > _HELD_CHARS:
                self.give("".join(self.out))
                self.out.clear()
        else:
            self.story.bound()

    def _encoding(self) -> str:
        font = self.font if self.font >= 0 else self.default_font
        return self.fonts.get(font, self.encoding)

    def _flush(self) -> None:
        """Turn the bytes that were gathered into characters."""
        if self._bytes:
            if self.out is not None:
                self.out.append(shown(bytes(self._bytes), self._encoding()))
            self._bytes.clear()
