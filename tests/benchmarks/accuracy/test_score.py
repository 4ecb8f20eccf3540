import pytest

from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.score import Finding, calibration, score

FILES: list[Row] = [
    {"path": "a", "layout": "letter", "kind": "planted"},
    {"path": "b", "layout": "orders", "kind": "look-alike"},
    {"path": "c", "layout": "leaflet", "kind": "clean"},
]
ENTITIES = {"UK_NINO", "PERSON", "UK_NHS"}


def _truth(entity: str, canonical: str, *, required: bool = True, form: str = "pairs") -> Row:
    return {
        "path": "a", "entity": entity, "canonical": canonical, "form": form, "context": "label",
        "required": required,
    }  # fmt: skip


def test_a_value_written_twice_must_be_found_twice() -> None:
    truths = [_truth("UK_NINO", "QQ123456"), _truth("UK_NINO", "QQ123456", form="closed up")]
    result = score(truths, FILES, [Finding("a", "UK_NINO", "QQ123456")], ENTITIES)
    assert (result.recall["UK_NINO"].hits, result.recall["UK_NINO"].trials) == (1, 2)
    assert result.forms["UK_NINO", "pairs"].hits == 1
    assert result.forms["UK_NINO", "closed up"].hits == 0


def test_another_value_that_is_as_right_counts_as_the_one_written() -> None:
    truth = _truth("PERSON", "jo day") | {"also": ["jo ann day"]}
    for found in ("jo day", "Jo Ann Day"):
        result = score([truth], FILES, [Finding("a", "PERSON", found)], ENTITIES)
        assert result.recall["PERSON"].hits == result.precision["PERSON"].hits == 1
    both = [Finding("a", "PERSON", "jo day"), Finding("a", "PERSON", "jo ann day")]
    result = score([truth], FILES, both, ENTITIES)
    assert (result.precision["PERSON"].hits, result.precision["PERSON"].trials) == (1, 2)


def test_what_is_found_once_too_often_is_false() -> None:
    found = [Finding("a", "UK_NINO", "QQ123456C"), Finding("a", "UK_NINO", "QQ123456", 0.5)]
    result = score([_truth("UK_NINO", "QQ123456")], FILES, found, ENTITIES)
    assert (result.precision["UK_NINO"].hits, result.precision["UK_NINO"].trials) == (1, 2)
    assert sorted(result.chances) == [(0.5, False), (1.0, True)]


def test_what_is_not_required_counts_neither_way() -> None:
    truths = [_truth("PERSON", "jo", required=False)]
    for found in ([], [Finding("a", "PERSON", "Jo")]):
        result = score(truths, FILES, found, ENTITIES)
        assert result.recall["PERSON"].trials == result.precision["PERSON"].trials == 0


def test_part_of_a_planted_name_is_a_miss_but_nothing_false() -> None:
    truths = [_truth("PERSON", "jo de vries")]
    result = score(truths, FILES, [Finding("a", "PERSON", "jo vries")], ENTITIES)
    assert (result.recall["PERSON"].hits, result.recall["PERSON"].trials) == (0, 1)
    assert result.precision["PERSON"].trials == 0


def test_a_lookalike_with_a_finding_is_flagged_and_says_where() -> None:
    result = score([], FILES, [Finding("b", "UK_NHS", "4000000004", 0.7)], ENTITIES)
    assert (result.flagged["look-alike"].hits, result.flagged["clean"].hits) == (1, 0)
    assert [finding.path for finding in result.false["UK_NHS", "orders"]] == ["b"]


def test_an_entity_that_is_not_looked_for_is_left_out() -> None:
    result = score([_truth("UK_ADDRESS", "1 mill lane")], FILES, [], ENTITIES)
    assert "UK_ADDRESS" not in result.recall


def test_calibration_is_the_mean_gap_between_confidence_and_share_right() -> None:
    bins, error = calibration([(0.95, True), (0.95, True), (0.55, True), (0.55, False)])
    assert [(round(mean, 2), rate.hits, rate.trials) for mean, rate in bins] == [
        (0.55, 1, 2),
        (0.95, 2, 2),
    ]
    assert error == pytest.approx(0.05)


def test_a_special_category_is_counted_once_in_a_file_however_often_it_is_found() -> None:
    told = [_truth("HEALTH_DATA", "")]
    found = [Finding("a", "HEALTH_DATA", "asthma"), Finding("a", "HEALTH_DATA", "eczema")]
    wrong = [Finding("c", "HEALTH_DATA", "asthma"), Finding("c", "HEALTH_DATA", "flu")]
    result = score(told, FILES, [*found, *wrong], {"HEALTH_DATA"})
    assert (result.recall["HEALTH_DATA"].hits, result.recall["HEALTH_DATA"].trials) == (1, 1)
    assert (result.precision["HEALTH_DATA"].hits, result.precision["HEALTH_DATA"].trials) == (1, 2)
    assert (result.flagged["clean"].hits, result.flagged["clean"].trials) == (1, 1)
