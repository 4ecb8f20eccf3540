"""Each detector as a Presidio recogniser, for those who run their own AnalyzerEngine.

The only module that imports presidio; nothing imports it during a scan. All recognisers share
one engine, since what stands around a value (another entity's label, other personal data) weighs
in: the spans and scores are those of ``Session.text``.
"""

from __future__ import annotations

from collections.abc import Sequence

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from detectors.base import Detection, Detector
from detectors.engine import Engine
from detectors.registry import detectors


class _LastText:
    """What the engine finds in a text; the last text is kept, for Presidio asks once an entity."""

    def __init__(self, declared: Sequence[Detector]) -> None:
        self._engine = Engine(declared)
        self._text: str | None = None
        self._found: list[Detection] = []

    def detections(self, text: str) -> list[Detection]:
        """Return all detections in ``text``."""
        if text != self._text:
            self._found = self._engine.session().text(text)
            self._text = text
        return self._found


class StocktakeRecognizer(EntityRecognizer):
    """One detector, as Presidio wants it."""

    def __init__(self, detector: Detector, shared: _LastText, language: str) -> None:
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
            RecognizerResult(found.entity, found.start, found.end, found.confidence)
            for found in self._shared.detections(text)
            if found.entity in wanted
        ]


def recognizers(
    declared: Sequence[Detector] | None = None, language: str = "en"
) -> list[StocktakeRecognizer]:
    """Return one recogniser a detector, all detectors unless some are given."""
    chosen = detectors() if declared is None else declared
    shared = _LastText(chosen)
    return [StocktakeRecognizer(detector, shared, language) for detector in chosen]
