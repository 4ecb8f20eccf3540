import numpy as np
import pytest

from detectors.base import Category, Detector, Form
from detectors.engine.beside_words import naming_evidence
from detectors.engine.candidates import Candidates
from detectors.engine.shadow import shadow
from detectors.engine.weigh import Evidence


def after_order(data: bytes, start: int, _end: int) -> bool:
    return data[:start].endswith(b"order ")


DETECTOR = Detector(
    entity="X",
    category=Category.IDENTITY,
    title="x",
    source="x",
    forms=(Form("plain", "[0-9]+", 0.5),),
    check=str,
    check_name="x",
    pass_rate=1.0,
    named_otherwise=after_order,
)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (Evidence(0), [0, Evidence.NAMED_OTHERWISE]),
        (Evidence.OTHER_LABEL, [0, Evidence.NAMED_OTHERWISE]),
        (Evidence.LABEL, [0, 0]),
        (Evidence.LABEL_ABOVE, [0, 0]),
    ],
)
def test_a_word_beside_counts_where_no_own_label_stands(
    label: Evidence, expected: list[int]
) -> None:
    found = shadow("ref 123 and order 456")
    spans = np.array([4, 18]), np.array([7, 21])
    none = np.zeros(2, dtype=np.int64)
    own = Candidates(DETECTOR, *spans, none, none, ["123", "456"])
    evidence = np.array([0, int(label)])
    assert naming_evidence(own, evidence, found).tolist() == expected
