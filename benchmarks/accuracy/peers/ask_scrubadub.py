"""Asks scrubadub with the detectors that it has for en_GB by default.

Run by scrubadub's own Python: ``python ask_scrubadub.py TEXTS FOUND``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import scrubadub  # type: ignore[import-not-found]  # installed in its own environment

_KINDS = {
    "credit_card": "CREDIT_CARD",
    "drivers_licence": "UK_DRIVING_LICENCE",
    "email": "EMAIL_ADDRESS",
    "national_insurance_number": "UK_NINO",
    "phone": "PHONE_NUMBER",
    "postalcode": "UK_POSTCODE",
    "tax_reference_number": "UK_TRN",
    "vehicle_licence_plate": "UK_VEHICLE_REGISTRATION",
}


def main() -> None:
    """Ask about each text; of findings that overlap each is taken by itself."""
    scrubber = scrubadub.Scrubber(locale="en_GB")
    with Path(sys.argv[1]).open() as given, Path(sys.argv[2]).open("w") as found:
        for line in given:
            row = json.loads(line)
            for merged in scrubber.iter_filth(row["text"]):
                for filth in getattr(merged, "filths", [merged]):
                    if filth.type in _KINDS:
                        entity = _KINDS[filth.type]
                        answer = {"path": row["path"], "entity": entity, "text": filth.text}
                        found.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
