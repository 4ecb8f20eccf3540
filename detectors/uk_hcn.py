"""Health and Care number (H&C number): identifies a patient in Northern Ireland.

Shape     ten digits from 320 000 0001 to 399 999 9999, written 3-3-4 or closed up.
Check     modulus 11, the same as in the NHS number, with which it shares one series.
Chance    1 in 11 of that range passes: believed after a label, in a column headed so, or in one
          that holds no other. A bare one is left to the NHS number, which it looks like.
Category  data concerning health (UK GDPR, recital 35).
Source    NHS Data Dictionary, NHS NUMBER; Wikipedia, NHS number (ranges); read 2026-11-25.

>>> canonical("320 000 0015")
'3200000015'
>>> canonical("999 000 0018") is None  # an NHS number
True
"""

from __future__ import annotations

from detectors import uk_nhs
from detectors.base import Category, Detector, Form, Strength


def canonical(text: str) -> str | None:
    """Return the ten digits of ``text`` if range and check digit are right, else None."""
    digits, (first, last) = uk_nhs.canonical(text), uk_nhs.HEALTH_AND_CARE
    return digits if digits is not None and first <= digits <= last else None


DETECTOR = Detector(
    entity="UK_HCN",
    category=Category.HEALTH,
    title="Health and Care number",
    source="NHS Data Dictionary, NHS NUMBER",
    forms=(),
    near=(
        # The label is surer of its own number than the NHS number can be: of both, this one stays.
        Form("closed up", r"3[2-9][0-9]{8}\b", 0.70),
        Form("3-3-4", r"3[2-9][0-9][ .\-]{1,2}[0-9]{3}[ .\-]{1,2}[0-9]{4}\b", 0.75),
    ),
    check=canonical,
    check_name="range and check digit right (modulus 11)",
    pass_rate=1 / 11,
    # Of what the NHS number has too no longer phrase: it would be another's label to it.
    supporting=(
        "h&c", "h & c", "hcn", "hc number", "health and care no", "health and care number",
        "health & care no", "health & care number", "hsc number", "h c no", "h c number", "h/c no",
        "h/c number", "h and c no", "h and c number", "hsc no", "hc no", "hscni no",
    ),
    typed_by=uk_nhs.of_northern_ireland,
    beside_remarks=True,
    headers=(
        "h&c", "h&c no", "h&c number", "h & c no", "h & c number", "hcn", "hcn no", "hcn number",
        "hc number", "health and care no", "health and care number", "health & care no",
        "health & care number", "hsc number", "h c", "h c no", "h c number", "h and c",
        "h and c no", "h and c number", "hsc no", "hc no", "hscni no", "health care number",
    ),
    strength=Strength.ONE_PERSON,
    uses=("UK_NHS",),
    version=2,
)  # fmt: skip
