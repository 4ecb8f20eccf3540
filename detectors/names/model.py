"""A name model: any spaCy pipeline that finds people, asked through Presidio's AnalyzerEngine.

Nothing is loaded before the first question: both libraries take a second and 100 MB.
"""

from __future__ import annotations

import hashlib
import warnings
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

OFF = "off"
SHIPPED = "shipped"
_SHIPPED_AT = Path(__file__).parent / "model"
_DIGEST_DIGITS = 16
_LABELS = {"PERSON": "PERSON", "PER": "PERSON"}  # of models in English, and of those in others
_PIPES = ("tok2vec", "transformer", "ner", "entity_ruler")


class ModelMissing(ValueError):
    """There is no spaCy model of that name or at that path."""


class NameModel:
    """A spaCy model by name or path, or the one that comes with Stocktake: "shipped".

    Raises ModelMissing where there is none.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._at = str(_SHIPPED_AT) if name == SHIPPED else name
        self.digest = _digest(self._at)

    def __reduce__(self) -> tuple[type[NameModel], tuple[str]]:
        """Travel to a worker by name: what was loaded stays."""
        return NameModel, (self.name,)

    def people(self, text: str) -> list[tuple[int, int]]:
        """Return where the model sees names of people, in characters, in order."""
        results = self._analyzer.analyze(text, language="en", entities=["PERSON"])
        return sorted((each.start, each.end) for each in results)

    @cached_property
    def _analyzer(self) -> AnalyzerEngine:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of libraries that these bring with them
            import spacy
            from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
            from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
            from presidio_analyzer.predefined_recognizers import SpacyRecognizer

            pipeline = spacy.load(self._at)
        pipeline.select_pipes(enable=[pipe for pipe in pipeline.pipe_names if pipe in _PIPES])
        engine = SpacyNlpEngine(
            ner_model_configuration=NerModelConfiguration(
                model_to_presidio_entity_mapping=_LABELS,
                labels_to_ignore=list(set(_labels(pipeline)) - _LABELS.keys()),
            )
        )
        vars(engine)["nlp"] = {"en": pipeline}  # its own load would fetch what is not there
        registry = RecognizerRegistry(supported_languages=["en"])
        registry.add_recognizer(SpacyRecognizer(supported_entities=["PERSON"]))
        return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])


def _labels(pipeline: object) -> list[str]:
    labels: dict[str, list[str]] = getattr(pipeline, "pipe_labels", {})
    return [label for pipe in _PIPES for label in labels.get(pipe, [])]


def _digest(name: str) -> str:
    """Return what tells one model from another: of a folder its bytes, of a package its version."""
    folder = Path(name)
    if (folder / "config.cfg").is_file():
        digest = hashlib.sha256()
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            digest.update(str(path.relative_to(folder)).encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:_DIGEST_DIGITS]
    try:
        return f"{name} {version(name)}"
    except (PackageNotFoundError, ValueError) as error:
        message = f"there is no spaCy model {name!r}: neither a package nor a folder of that name"
        raise ModelMissing(message) from error
