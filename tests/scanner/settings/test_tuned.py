from __future__ import annotations

from detectors.base import Detection
from detectors.engine import Engine
from detectors.registry import detectors, parts
from scanner.settings import Settings
from scanner.settings.tuned import tuned

OWN = {
    "entity": "LOCAL_CT",
    "title": "council tax account",
    "category": "financial",
    "patterns": ["CT[0-9]{6}", "[0-9]{8}"],
    "labels": ["council tax account"],
    "headers": ["ctax ref"],
}


def _engine(**keys: object) -> Engine:
    return Engine(tuned(detectors(), Settings.model_validate(keys)))


def _values(found: list[Detection], entity: str) -> list[str]:
    return [each.canonical for each in found if each.entity == entity]


def test_without_settings_the_detectors_are_as_declared() -> None:
    assert tuned(detectors(), Settings()) == detectors()


def test_an_own_kind_of_data_is_found_by_each_pattern_after_its_label_and_nowhere_else() -> None:
    session = _engine(detector=[OWN]).session()
    text = "Council tax account: ct123456. Council Tax Account 70012345. Order 70012346, CT123457."
    found = session.text(text)
    assert _values(found, "LOCAL_CT") == ["CT123456", "70012345"]
    explained = next(each.explanation for each in found if each.entity == "LOCAL_CT")
    assert "council tax account, own pattern" in explained
    assert "own label before it" in explained
    assert "123456" not in explained


def test_an_own_kind_of_data_types_its_column() -> None:
    session = _engine(detector=[OWN]).session()
    found = session.table("70012345\tNorth\n70012346\tSouth\n", 1, ("ctax ref", "ward"))
    assert _values(found, "LOCAL_CT") == ["70012345", "70012346"]


def test_what_is_looked_for_everywhere_needs_no_label_but_stands_by_itself() -> None:
    everywhere = {**OWN, "patterns": ["CT[0-9]{6}"], "where": "everywhere"}
    session = _engine(detector=[everywhere]).session()
    assert _values(session.text("Paid in full by CT123456 and by XCT1234567."), "LOCAL_CT") == [
        "CT123456"
    ]


def test_own_words_speak_for_and_against_what_is_known() -> None:
    text = "Tenant key: 100062410143"
    assert not _values(_engine().session().text(text), "UK_UPRN")
    labelled = _engine(words={"UK_UPRN": {"labels": ["tenant key"]}})
    assert _values(labelled.session().text(text), "UK_UPRN") == ["100062410143"]
    headed = _engine(words={"UK_UPRN": {"headers": ["tenant key"]}})
    rows = "100062410143\n100062410144\n"
    assert len(_values(headed.session().table(rows, 1, ("tenant key",)), "UK_UPRN")) == 2
    nhs = "Gromble 999 000 0018"
    opposed = _engine(words={"UK_NHS": {"opposing": ["gromble"]}})
    least = {
        name: max((each.confidence for each in found if each.entity == "UK_NHS"), default=0)
        for name, found in {
            "before": _engine().session().text(nhs),
            "after": opposed.session().text(nhs),
        }.items()
    }
    assert least["after"] < least["before"]


def test_every_change_of_settings_is_another_set_of_detectors() -> None:
    made = [
        {},
        {"detector": [OWN]},
        {"detector": [{**OWN, "patterns": ["CT[0-9]{7}"]}]},
        {"words": {"UK_UPRN": {"labels": ["tenant key"]}}},
    ]
    sets = {parts(tuned(detectors(), Settings.model_validate(each))) for each in made}
    assert len(sets) == len(made)
