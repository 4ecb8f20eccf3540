"""Asks presidio-analyzer: default registry, the UK recognisers switched on, no language model.

Run by Presidio's own Python: ``python ask_presidio.py TEXTS FOUND``. No threshold is set, as by
default. Its recognisers of other countries are not asked, so that they cannot be wrong.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import spacy
from presidio_analyzer import AnalyzerEngine, predefined_recognizers
from presidio_analyzer.nlp_engine import NlpEngineProvider

_UK = (
    "UkNinoRecognizer", "UkPostcodeRecognizer", "UkPassportRecognizer",
    "UkVehicleRegistrationRecognizer", "UkDrivingLicenceRecognizer",
)  # fmt: skip
_ENTITIES = [
    "CREDIT_CARD", "EMAIL_ADDRESS", "IBAN_CODE", "IP_ADDRESS", "PHONE_NUMBER", "UK_DRIVING_LICENCE",
    "UK_NHS", "UK_NINO", "UK_PASSPORT", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION",
]  # fmt: skip


def main() -> None:
    """Ask about each text."""
    with tempfile.TemporaryDirectory() as blank:
        spacy.blank("en").to_disk(blank)
        models = [{"lang_code": "en", "model_name": blank}]
        provider = NlpEngineProvider(
            nlp_configuration={"nlp_engine_name": "spacy", "models": models}
        )
        analyzer = AnalyzerEngine(nlp_engine=provider.create_engine())
    for name in _UK:
        analyzer.registry.add_recognizer(getattr(predefined_recognizers, name)())
    known = set(analyzer.get_supported_entities("en"))
    entities = [entity for entity in _ENTITIES if entity in known]
    with Path(sys.argv[1]).open() as given, Path(sys.argv[2]).open("w") as found:
        for line in given:
            row = json.loads(line)
            for hit in analyzer.analyze(row["text"], language="en", entities=entities):
                text = row["text"][hit.start : hit.end]
                answer = {"path": row["path"], "entity": hit.entity_type, "text": text}
                found.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
