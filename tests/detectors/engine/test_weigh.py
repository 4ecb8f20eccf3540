import pytest

from detectors.base import Form
from detectors.engine.weigh import WEIGHTS, Evidence, confidence, explanation, log_odds
from detectors.registry import detectors

FORM = Form("plain", "x", 0.4)


def test_without_evidence_confidence_is_the_forms_own() -> None:
    assert confidence(FORM, 0) == 0.4


@pytest.mark.parametrize("flag", list(Evidence))
def test_each_piece_of_evidence_moves_confidence_its_way(flag: Evidence) -> None:
    assert (confidence(FORM, flag) - 0.4) * WEIGHTS[flag] > 0


def test_every_evidence_has_a_weight() -> None:
    assert set(WEIGHTS) == set(Evidence)


def test_nothing_is_certain() -> None:
    assert confidence(FORM, Evidence.LABEL | Evidence.COLUMN | Evidence.HEADED) == 0.99


@pytest.mark.parametrize(
    ("entity", "said"),
    [
        ("UK_NHS", "in an issued range"),
        ("UK_POSTCODE", "in use today"),
        ("PERSON", "known given name or surname"),
        ("SECRET", "characters of several kinds"),
    ],
)
def test_why_a_value_is_likelier_is_said_in_the_detectors_own_words(entity: str, said: str) -> None:
    detector = next(each for each in detectors() if each.entity == entity)
    told = explanation(detector, FORM, Evidence.LABEL | Evidence.FAVOURED, None).split("; ")
    assert told[2:] == ["own label before it", said]


def test_log_odds() -> None:
    assert log_odds(0.5) == 0
