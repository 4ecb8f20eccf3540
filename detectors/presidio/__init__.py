"""Each detector as a Presidio recogniser, for those who run their own AnalyzerEngine.

The only package that imports presidio; nothing imports it during a scan. All recognisers share
one engine, since what stands around a value (another entity's label, other personal data) weighs
in: the spans and scores are those of ``Session.text``. Words around a value are weighed already,
so every result is marked as enhanced and Presidio's own enhancer leaves its score alone.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from detectors.base import Detection, Detector
from detectors.engine import Engine
from detectors.registry import detectors


class _Last(threading.local):
    """The text that a thread asked about last, and what was found in it."""

    text: str | None = None
    found: Sequence[Detection] = ()


class _OnePass:
    """What the engine finds in a text, looked for once though Presidio asks once an entity.

    Each thread keeps its own last text. One thread scans at a time: a compiled database has one
    working space.
    """

    def __init__(self, declared: Sequence[Detector]) -> None:
        self._engine = Engine(declared)
        self._scanning = threading.Lock()
        self._last = _Last()

    def detections(self, text: str) -> Sequence[Detection]:
        """Return all detections in ``text``."""
        last = self._last
        if text != last.text:
            with self._scanning:
                found = self._engine.session().text(text)
            last.text, last.found = text, found
        return last.found


class StocktakeRecognizer(EntityRecognizer):
    """One detector, as Presidio wants it."""

    def __init__(self, detector: Detector, shared: _OnePass, language: str) -> None:
        self._shared = shared
        super().__init__(
            supported_entities=[detector.entity],
            name=f"Stocktake {detector.entity}",
            supported_language=language,
            version=str(detector.version),
            context=list(detector.supporting),
        )

    def load(self) -> None:
        """Do nothing: the engine is compiled already."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return the detections of this recogniser's entity in ``text``."""
        del nlp_artifacts  # a name model is asked by the engine itself, if it was given one
        wanted = set(self.supported_entities) & set(entities)
        return [
            self._result(found) for found in self._shared.detections(text) if found.entity in wanted
        ]

    def _result(self, found: Detection) -> RecognizerResult:
        explanation = AnalysisExplanation(
            recognizer=f"Stocktake {found.entity}",
            original_score=found.confidence,
            textual_explanation=found.explanation,
        )
        weighed = {RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY: True}
        return RecognizerResult(
            found.entity, found.start, found.end, found.confidence, explanation, weighed
        )


def recognizers(
    declared: Sequence[Detector] | None = None, language: str = "en"
) -> list[StocktakeRecognizer]:
    """Return one recogniser a detector, all detectors unless some are given."""
    chosen = detectors() if declared is None else declared
    shared = _OnePass(chosen)
    return [StocktakeRecognizer(detector, shared, language) for detector in chosen]
