"""Which contents a change can concern: never too few, and few where it is small."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from benchmarks.share.build import build
from benchmarks.share.permissions import Guarding
from detectors.base import Category, Detector, Form, Strength
from detectors.engine.touched import TABLES, TEXT
from detectors.registry import Part, detectors
from scanner.declared import declared_with
from scanner.examine import Detecting, Examined, examine_content
from scanner.extractors.base import Budget, Source
from scanner.extractors.registry import extractors
from scanner.keys import TokenKey
from scanner.sets import Sets, concerned, sets_of
from scanner.settings import Settings

KEY = TokenKey(bytes(range(32)))
ONE = Part("ONE", "text 1", "tables 1", "whole 1", ("order",))
TWO = Part("TWO", "text 2", "", "whole 2", ())
SETS = Sets("rules", "engine", (ONE, TWO), (("text/x", "1"), ("text/y", "1")))


def _with(*parts: Part) -> Sets:
    return replace(SETS, detectors=parts)


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (SETS, set()),
        (_with(ONE, TWO._replace(whole="other")), {"TWO"}),
        (_with(ONE._replace(in_tables="other", whole="other"), TWO), {"ONE", TABLES}),
        (_with(ONE._replace(in_text="other", whole="other"), TWO), {"ONE", TEXT}),
        (_with(ONE, Part("NEW", "", "", "", ()), TWO), {TEXT}),
        (_with(ONE), {"TWO"}),
        (_with(TWO), {"ONE", TABLES, TEXT}),  # a word against values is known to none any more
        (_with(TWO._replace(opposing=("order",))), {"ONE", TABLES}),
        (_with(TWO, ONE), {TEXT}),
        (replace(SETS, engine="other"), {TEXT}),
        (replace(SETS, readers=(("text/x", "2"), ("text/y", "1"))), {"text/x"}),
        (replace(SETS, readers=(("text/x", "1"),)), {"text/y"}),
        (replace(SETS, kept=(("ONE", "less"),)), {"ONE"}),
        (replace(SETS, alike="other"), None),
        (replace(SETS, readers=(*SETS.readers, ("text/z", "1"))), None),
    ],
)
def test_what_a_change_concerns(today: Sets, names: set[str] | None) -> None:
    assert concerned(SETS, today) == (None if names is None else frozenset(names))


def test_a_set_is_kept_as_its_parts_and_told_by_its_digest() -> None:
    today = sets_of(detectors())
    assert Sets.of_parts(today.parts) == today
    assert Sets.of_parts(today.parts).digest == today.digest
    assert len(today.digest) == 16
    assert len({today.digest, SETS.digest, replace(SETS, alike="other").digest}) == 3
    assert len(json.dumps(today.parts)) < 20_000


@pytest.mark.parametrize("names", [set(), {TEXT}, {"ONE", "text/y"}, {TEXT, TABLES, "ONE", "TWO"}])
def test_what_was_touched_is_kept_in_a_few_bits(names: set[str]) -> None:
    packed = SETS.packed(names)
    assert SETS.unpacked(packed) == names
    assert len(packed) <= 1


def test_a_detector_is_another_where_one_whose_code_it_uses_is() -> None:
    changed = [_newer(each) if each.entity == "UK_NHS" else each for each in detectors()]
    assert concerned(sets_of(detectors()), sets_of(changed)) == frozenset(
        {"UK_NHS", "UK_CHI", "UK_HCN"}
    )


Change = Callable[[Detector], Detector]


def _newer(detector: Detector) -> Detector:
    return replace(detector, version=detector.version + 1)


def _refuses_all(detector: Detector) -> Detector:
    checks = {"check_expanded": None, "check_many": None}
    return _newer(replace(detector, check=lambda _: None, **checks))  # type: ignore[arg-type]  # fields of it


def _takes_all(detector: Detector) -> Detector:
    checks = {"check_expanded": None, "check_many": None, "favoured": None, "note": None}
    taking = replace(detector, check=lambda _: "TAKEN", pass_rate=0.001, **checks)  # type: ignore[arg-type]  # fields of it
    return _newer(taking)


def _is_sure(detector: Detector) -> Detector:
    sure = [
        tuple(replace(form, bare=0.97) for form in forms)
        for forms in (detector.forms, detector.near)
    ]
    return _newer(replace(detector, forms=sure[0], near=sure[1], title="another", beside=""))


def _is_of_one_person(detector: Detector) -> Detector:
    return replace(detector, strength=Strength.ONE_PERSON, category=Category.CONTACT)


def _has_weak_forms(detector: Detector) -> Detector:
    return replace(detector, near=(Form("any", r"[0-9A-Za-z]{4,12}\b", 0.6), *detector.near))


def _examined(declared: Sequence[Detector], documents: Sequence[bytes]) -> list[Examined]:
    detecting = Detecting.by(declared, KEY)
    return [examine_content(Source.of_bytes(each), Budget(), detecting) for each in documents]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A small invented share: text, tables, mail, archives, Office files and PDFs."""
    tree = tmp_path_factory.mktemp("invented") / "share"
    build(tree, 50, 11, Guarding.NONE, 0)
    return [path.read_bytes() for path in sorted(tree.rglob("*")) if path.is_file()]


@pytest.fixture(scope="module")
def before(documents: list[bytes]) -> list[Examined]:
    return _examined(detectors(), documents)


@pytest.mark.parametrize("entity", ["UK_TRN", "UK_NHS", "HEALTH_DATA"])
@pytest.mark.parametrize(
    "change", [_refuses_all, _takes_all, _is_sure, _is_of_one_person, _has_weak_forms, None]
)
def test_what_a_change_does_not_concern_is_found_as_before(
    documents: list[bytes], before: list[Examined], entity: str, change: Change | None
) -> None:
    """``change`` None: the detector is gone."""
    changed = [
        change(each) if change is not None and each.entity == entity else each
        for each in detectors()
        if change is not None or each.entity != entity
    ]
    names = concerned(sets_of(detectors()), sets_of(changed))
    assert names is not None
    stands = [at for at, one in enumerate(before) if one.touched.isdisjoint(names)]
    assert stands
    after = _examined(changed, [documents[at] for at in stands])
    for at, one in zip(stands, after, strict=True):
        assert replace(one, touched=before[at].touched) == before[at]


def test_a_small_change_concerns_few(before: list[Examined]) -> None:
    again = {}
    for entity in ("UK_PNC", "UK_NHS", "PERSON"):
        changed = [_newer(each) if each.entity == entity else each for each in detectors()]
        names = concerned(sets_of(detectors()), sets_of(changed)) or frozenset()
        again[entity] = sum(not one.touched.isdisjoint(names) for one in before)
    assert again["UK_PNC"] <= 2
    assert again["UK_NHS"] < len(before) / 2
    assert again["PERSON"] <= sum(TEXT in one.touched for one in before)


def test_words_of_a_council_concern_all_that_has_text_and_headings_all_that_has_tables() -> None:
    plain = sets_of(declared_with("off"))
    for words, names in (
        ({"labels": ["tenant key"]}, {TEXT, "UK_UPRN"}),
        ({"headers": ["tenant key"]}, {TABLES, "UK_UPRN"}),
    ):
        settings = Settings.model_validate({"words": {"UK_UPRN": words}})
        assert concerned(plain, sets_of(declared_with("off", settings))) == frozenset(names)


def test_an_extractor_concerns_what_it_read_and_mail_what_it_borrows(
    monkeypatch: pytest.MonkeyPatch, before: list[Examined]
) -> None:
    today = sets_of(detectors())
    known = dict(extractors())
    known["text/html"] = replace(known["text/html"], version=99)
    monkeypatch.setattr("scanner.sets.extractors", lambda: known)
    names = concerned(today, sets_of(detectors()))
    borrowers = {"message/rfc822", "application/mbox", "application/vnd.ms-outlook"}
    assert names == frozenset({"text/html", "application/rtf", *borrowers})
    for one in before:
        if one.members == 0:
            assert (one.media_type in names) == (not one.touched.isdisjoint(names))
