"""What a detector declares, and what the engine gives back.

A detector is plain data: one module per entity, one constant ``DETECTOR``. It holds no loop over
text; the engine compiles all patterns into one database, scans once, and calls checks on
candidates only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Category(StrEnum):
    """What the law calls the data (UK GDPR, articles 4, 9 and 10)."""

    CONTACT = "contact"
    IDENTITY = "identity"
    FINANCIAL = "financial"
    HEALTH = "health"
    CHILDREN = "children"
    SPECIAL_CATEGORY = "special category"
    CRIMINAL_OFFENCE = "criminal offence"


@dataclass(frozen=True, slots=True)
class Detection:
    """One place where an entity was found, as character offsets into the passage, end exclusive.

    ``confidence`` is the calibrated chance that it is right, 0 to 1. ``explanation`` names the
    rules, checks, context and column that led to it and never quotes the text.
    """

    entity: str
    start: int
    end: int
    canonical: str = field(repr=False)  # personal data: kept out of logs and tracebacks
    confidence: float
    explanation: str
