"""What could have had a part in what a document gave: noted while it is examined.

A detector that had none would leave the document as it is, however its check, weights or words for
people changed. Nothing is computed for this: what is noted is what the engine works out anyway.
"""

from __future__ import annotations

from collections.abc import Iterable

from detectors.engine.plan import Plan

TEXT = "text"
"""Any text was looked at, so that every detector may have found something."""

TABLES = "tables"
"""Rows of a table were, so that the headings which detectors know may have decided."""


class Touched:
    """Gathers it for one document with all its members.

    A detector had a part where a form of it was hit, whatever its check said; where a label of its
    own stood; and in rows of a table of whose columns it might have been. One that looks by itself,
    or looks again, had one wherever there was text.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._detectors: set[int] = set()
        self.text = False
        self.tables = False

    def note(self, detectors: Iterable[int]) -> None:
        """Note detectors by their numbers in the plan."""
        self._detectors.update(detectors)

    def names(self) -> frozenset[str]:
        """Return TEXT, TABLES and the entities that were touched."""
        kinds = [name for name, had in ((TEXT, self.text), (TABLES, self.tables)) if had]
        always = self._plan.always if self.text else ()
        detectors = self._plan.detectors
        entities = (detectors[number].entity for number in (*self._detectors, *always))
        return frozenset((*kinds, *entities))
