"""People found without and with a name model, on texts that neither was made from.

Of sets that a model is trained on, only the held-out part counts. Single sentences are joined into
documents of twenty, since that is what a model is asked about; whole texts stay as they are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.name_model.gold import Example, may_be_trained_on, parted, read, sources
from benchmarks.name_model.made import Templates, made
from benchmarks.name_model.measure import Span, Tally, tallied
from detectors.engine import Engine
from detectors.names.model import NameModel
from detectors.names.second import with_name_model
from detectors.registry import detectors

_MADE = 400
_JOINED = 20
_RUNNING = frozenset(
    {
        *("crossner-bysatext", "gum-wikinews", "litbank", "re3d"),
        *("re3d-wiki-bysa", "uner-ewt-bysa", "wikigold-bysatext"),
    }
)


def compared(gold: Path, model: str) -> Iterator[str]:
    """Yield a line for each set, then one for all sets of a kind: rules alone, model, both."""
    alone = people_by(Engine(detectors()))
    both = people_by(Engine(with_name_model(detectors(), model)))
    by_model = NameModel(model).people
    sums: dict[str, tuple[Tally, Tally]] = {}
    for kind, name, examples in _held_out(gold):
        began = time.process_time()
        off = tallied(examples, alone)
        between = time.process_time()
        on = tallied(examples, both)
        seconds = f"{between - began:.1f} s, {time.process_time() - between:.1f} s"
        yield f"{name}: rules {off}; with model {on}; model alone {tallied(examples, by_model)}"
        yield f"{name}: CPU {seconds}"
        for total, part in zip(sums.setdefault(kind, (Tally(), Tally())), (off, on), strict=True):
            total.add(part)
    for kind, (off, on) in sums.items():
        yield f"all {kind}: rules {off}; with model {on}"


def people_by(engine: Engine) -> Callable[[str], list[Span]]:
    """Return what finds the people of a text with ``engine``."""

    def people(text: str) -> list[Span]:
        found = engine.session().text(text)
        return [(one.start, one.end) for one in found if one.entity == "PERSON"]

    return people


def documents(examples: Sequence[Example], size: int = _JOINED) -> list[Example]:
    """Return examples joined, ``size`` at a time, with their marks where they now stand.

    >>> one = Example("Ask Zoë.", ((4, 7, "PERSON"),))
    >>> documents([one, one], 2)[0].people()
    [(4, 7), (13, 16)]
    """
    joined = []
    for first in range(0, len(examples), size):
        text, spans = "", []
        for each in examples[first : first + size]:
            text += " " if text else ""
            spans += [(s + len(text), e + len(text), label) for s, e, label in each.spans]
            text += each.text
        joined.append(Example(text, tuple(spans)))
    return joined


def _held_out(gold: Path) -> Iterator[tuple[str, str, list[Example]]]:
    """Yield kind, name and examples of each set."""
    yield "generated", "generated, other templates", made(Random("m"), Templates.HELD_OUT, _MADE)
    for source in sources(gold):
        examples = list(read(gold, source))
        trained_on = may_be_trained_on(source)
        kept = parted(examples)[2] if trained_on else examples
        running = source in _RUNNING
        kind = "held out of sets trained on" if trained_on else "sets not trained on"
        yield kind, source, documents(kept) if running else kept
