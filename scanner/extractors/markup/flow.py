"""Running text of one document, gathered line by line into passages, one flow per kind."""

from __future__ import annotations

from scanner.extractors.base import Kind, Locator, Passage

PASSAGE_CHARS = 65_536  # large enough that detectors run at full speed, small beside the limits
_LINE_CHARS = 262_144  # a longer line is parted, or one line could fill the memory


class Flows:
    """Gathers lines with their locators; gives passages when there is enough, in order."""

    def __init__(self) -> None:
        self._flows: dict[Kind, _Flow] = {}
        self._ready: list[Passage] = []

    def add(self, kind: Kind, text: str, locator: Locator) -> None:
        """Add one line (or several that share a locator); blank ones are dropped."""
        if not text or text.isspace():
            return
        flow = self._flows.get(kind)
        if flow is None:
            flow = self._flows[kind] = _Flow()
        for start in range(0, len(text), _LINE_CHARS):
            flow.add(text[start : start + _LINE_CHARS], locator)
            if flow.chars >= PASSAGE_CHARS:
                self._ready.append(flow.passage(kind))
                del self._flows[kind]
                flow = self._flows[kind] = _Flow()

    def full(self) -> list[Passage]:
        """Take the passages that are full."""
        ready, self._ready = self._ready, []
        return ready

    def rest(self) -> list[Passage]:
        """Take all that is there: at the end, or before something that must come after it."""
        flows, self._flows = self._flows, {}
        return self.full() + [flow.passage(kind) for kind, flow in flows.items() if flow.chars]


class _Flow:
    def __init__(self) -> None:
        self.chars = 0
        self._lines: list[str] = []
        self._marks: list[tuple[int, Locator]] = []

    def add(self, line: str, locator: Locator) -> None:
        if not self._marks or self._marks[-1][1] != locator:
            self._marks.append((self.chars, locator))
        self._lines.append(line)
        self.chars += len(line) + 1

    def passage(self, kind: Kind) -> Passage:
        return Passage("\n".join(self._lines), tuple(self._marks), kind)
