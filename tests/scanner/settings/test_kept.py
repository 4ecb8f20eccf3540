from __future__ import annotations

from detectors.engine import Engine, detections
from detectors.registry import detectors
from scanner.settings import Settings
from scanner.settings.kept import kept
from scanner.settings.tuned import tuned

_TEXT = (
    "Call 0161 496 0999 or mail info@anytown.example, ann@anytown.example or bob@other.example."
    " NHS number: 999 000 0018. Council tax account: CT123456 and council tax account CT654321."
    " Then 9990000026."
)
_OWN = {
    "entity": "LOCAL_CT",
    "title": "council tax account",
    "category": "financial",
    "patterns": ["CT-?[0-9]{6}"],
    "labels": ["council tax account"],
}


def _kept(**keys: object) -> set[tuple[str, str]]:
    settings = Settings.model_validate({"detector": [_OWN], **keys})
    found = Engine(tuned(detectors(), settings)).session().text_columns(_TEXT)
    return {(each.entity, each.canonical) for each in detections(kept(settings)(found))}


def _allowing(entity: str, *values: str) -> set[tuple[str, str]]:
    allowed = _kept(allow=[{"entity": entity, "values": list(values), "why": "ours"}])
    return _kept() - allowed


def test_an_allowed_value_is_no_finding_however_it_is_written_and_all_others_are() -> None:
    assert _allowing("PHONE_NUMBER", "+44 (0)161 4960999") == {("PHONE_NUMBER", "+441614960999")}
    assert _allowing("LOCAL_CT", "ct-123456") == {("LOCAL_CT", "CT123456")}


def test_a_star_allows_all_of_a_domain() -> None:
    gone = {("EMAIL_ADDRESS", f"{name}@anytown.example") for name in ("info", "ann")}
    assert _allowing("EMAIL_ADDRESS", "*@Anytown.example") == gone


def test_values_are_allowed_of_their_own_entity_only() -> None:
    assert _allowing("UK_NINO", "QQ123456C") == set()


def test_what_is_less_sure_than_its_threshold_is_no_finding() -> None:
    labelled, bare = ("UK_NHS", "9990000018"), ("UK_NHS", "9990000026")
    assert {labelled, bare} <= _kept()
    tightened = _kept(threshold={"UK_NHS": 0.9})
    assert labelled in tightened
    assert bare not in tightened
