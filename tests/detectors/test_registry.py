import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import detectors as room
from detectors.base import Detector, Form, Strength
from detectors.registry import collected, detectors, parts


def module(name: str, **names: object) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(names)
    return made


def test_the_first_floor_is_there() -> None:
    assert [one.entity for one in detectors()] == [
        "ADULT_SAFEGUARDING",
        "AGE",
        "BIOMETRIC_DATA",
        "CHILD_SAFEGUARDING",
        "CREDIT_CARD",
        "CRIMINAL_OFFENCE_DATA",
        "DATE_OF_BIRTH",
        "EMAIL_ADDRESS",
        "ETHNICITY_DATA",
        "HEALTH_DATA",
        "IBAN_CODE",
        "IP_ADDRESS",
        "PERSON",
        "PHONE_NUMBER",
        "POLITICAL_DATA",
        "RELIGION_DATA",
        "SECRET",
        "SEXUAL_LIFE_DATA",
        "UK_ACCOUNTS_OFFICE_REFERENCE",
        "UK_ADDRESS",
        "UK_BANK_ACCOUNT",
        "UK_BLUE_BADGE",
        "UK_BRP",
        "UK_CASE_URN",
        "UK_CCRN",
        "UK_CHARITY",
        "UK_CHI",
        "UK_COMPANY_NUMBER",
        "UK_CRO",
        "UK_DRIVING_LICENCE",
        "UK_HCN",
        "UK_HOME_OFFICE_REFERENCE",
        "UK_NHS",
        "UK_NINO",
        "UK_PASSPORT",
        "UK_PAYE_REFERENCE",
        "UK_PNC",
        "UK_POSTCODE",
        "UK_PRISON_NUMBER",
        "UK_PROFESSIONAL_REGISTRATION",
        "UK_SHARE_CODE",
        "UK_SORT_CODE",
        "UK_TRN",
        "UK_ULN",
        "UK_UPN",
        "UK_UPRN",
        "UK_UTR",
        "UK_VAT",
        "UK_VEHICLE_REGISTRATION",
        "UNION_DATA",
    ]
    assert [one.entity for one in detectors() if one.identifies_person] == [
        "UK_BRP",
        "UK_CHI",
        "UK_CRO",
        "UK_DRIVING_LICENCE",
        "UK_HCN",
        "UK_NHS",
        "UK_NINO",
        "UK_PASSPORT",
        "UK_PNC",
        "UK_PRISON_NUMBER",
        "UK_TRN",
        "UK_ULN",
        "UK_UPN",
    ]


def test_a_module_without_a_detector_is_refused() -> None:
    with pytest.raises(ValueError, match=r"uk_nothing declares no DETECTOR"):
        collected([module("uk_nothing")])


def test_two_modules_with_one_entity_are_refused() -> None:
    nhs = next(one for one in detectors() if one.entity == "UK_NHS")
    with pytest.raises(ValueError, match=r"second declares UK_NHS"):
        collected([module("first", DETECTOR=nhs), module("second", DETECTOR=nhs)])


def test_what_a_set_is_made_of_changes_with_a_declaration_and_not_between_processes() -> None:
    first, *others = detectors()
    changed = replace(first, version=first.version + 1)
    reworded = replace(first, forms=(*first.forms, Form("new", "x", 0.5)))
    sets = {parts(detectors()), parts((changed, *others)), parts((reworded, *others))}
    assert len(sets) == 3
    code = "from detectors.registry import detectors, parts; print(parts(detectors()))"
    (root,) = {Path(path).parent for path in room.__path__}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(parts(detectors()))


IN_TEXT = {
    "forms": (Form("new", "x", 0.5),),
    "supporting": ("new word",),
    "opposing": ("new word",),
    "further": lambda: None,
    "look": lambda _: (),
}
IN_TABLES = {
    "headers": ("new word",),
    "opposing": ("new word",),
    "opposing_headers": ("new word",),
    "opposed_beside": (("new word",), ("another",)),
    "part_headers": (("first",), ("last",)),
    "companion": "UK_SORT_CODE",
    "companion_headers": ("new word",),
    "doubtful_headers": ("new word",),
    "under_doubtful": lambda _: True,
    "summary_headers": ("new word",),
    "typed_by": lambda _: True,
    "typed_beside": lambda _: True,
    "among_people": lambda _: True,
    "denied_by": lambda _: True,
    "noted": lambda _: (),
    "among_relatives": lambda _: (),
    "parts_typed_by": lambda _: (0.0, 0.0),
    "strength": Strength.USUALLY_ONE,
}
WHERE_IT_IS_TOUCHED = {
    *("category", "title", "source", "check", "check_name", "pass_rate", "near", "check_expanded"),
    *(
        "check_many",
        "several",
        "named_otherwise",
        "label_of_another",
        "favoured",
        "favour_says",
        "encloses",
        "beside",
    ),
    *(
        "beside_remarks",
        "fits_companion",
        "fits_by",
        "further_by",
        "look_by",
        "note",
        "letters",
        "shown",
        "uses",
        "not_typed_by",
        "numbers_goods",
        "version",
    ),
}
"""Nothing of these matters to a document that its detector had nothing to do with."""


def test_each_field_of_a_detector_says_which_documents_its_change_concerns() -> None:
    known = {"entity"} | IN_TEXT.keys() | IN_TABLES.keys() | WHERE_IT_IS_TOUCHED
    assert set(Detector.__slots__) == known, "where does the new field matter? see scanner/sets.py"
    plain = next(one for one in detectors() if one.entity == "UK_CHARITY")
    (before,) = parts((plain,))
    for name, value in (*IN_TEXT.items(), *IN_TABLES.items()):
        (after,) = parts((replace(plain, **{name: value}),))  # type: ignore[arg-type]  # its field
        assert (after.in_text != before.in_text) == (name in IN_TEXT), name
        assert (after.in_tables != before.in_tables) == (name in IN_TABLES), name
        assert after.whole != before.whole, name


def test_detecting_imports_no_heavy_library() -> None:
    code = (
        "import sys; from detectors.engine import Engine; from detectors.registry import detectors;"
        "Engine(detectors()).session().text('Dear Mrs Hill');"
        "print(sorted({'presidio_analyzer', 'spacy', 'pandas', 'phonenumbers'} & set(sys.modules)))"
    )
    (root,) = {Path(path).parent for path in room.__path__}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_pattern_keeps_to_what_both_engines_read_alike() -> None:
    for detector in detectors():
        for form in (*detector.forms, *detector.near):
            assert form.pattern.isascii()
            assert "(?=" not in form.pattern, form
            assert "?<" not in form.pattern, form
            assert "*?" not in form.pattern, form
            assert 0 < form.bare < 1
