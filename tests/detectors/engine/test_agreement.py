from dataclasses import replace

import pytest

from detectors.base import Detection
from detectors.engine import Engine
from detectors.modulus import table
from detectors.registry import detectors

TEN = table("200000 209999 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1")  # the sum of the account's digits
FITS, FITS_NOT = "73920162", "73920163"
SAID = {True: "fits the one beside it", False: "does not fit the one beside it"}


def _engine() -> Engine:
    fits = {"UK_SORT_CODE": TEN.agree, "UK_BANK_ACCOUNT": TEN.account_agrees}
    return Engine(
        [
            replace(each, fits_companion=fits[each.entity], fits_by="a table")
            for each in detectors()
            if each.entity in fits
        ]
    )


ENGINE = _engine()


def _accounts(found: list[Detection]) -> dict[str, Detection]:
    return {one.canonical: one for one in found if one.entity == "UK_BANK_ACCOUNT"}


@pytest.mark.parametrize(("number", "fits"), [(FITS, True), (FITS_NOT, False)])
@pytest.mark.parametrize(
    "text",
    [
        "Sort code: 20-45-77 Account number: {}",
        "Account number: {}\nSort code: 20-45-77\n",
        "Sort code: 20-45-77\nAccount number: {}\n",
    ],
)
def test_a_pair_is_checked_whichever_comes_first(text: str, number: str, *, fits: bool) -> None:
    found = ENGINE.session().text(text.format(number))
    assert [one.entity for one in found if SAID[fits] in one.explanation] == [
        one.entity for one in found
    ]
    assert len(found) == 2


def test_what_does_not_fit_and_has_no_label_is_nothing() -> None:
    assert not ENGINE.session().text(f"change it to 20-45-77 / {FITS_NOT}")
    assert len(ENGINE.session().text(f"change it to 20-45-77 / {FITS}")) == 2


def test_a_sort_code_that_is_in_no_table_says_nothing() -> None:
    found = ENGINE.session().text(f"Sort code: 30-45-77 Account number: {FITS_NOT}")
    assert len(found) == 2
    assert not any("beside it" in one.explanation for one in found)


def test_each_row_of_a_table_has_its_own_pair() -> None:
    rows = [("20-45-77", FITS), ("20-45-78", FITS_NOT), ("20-45-79", "10000009")]
    text = "\n".join("\t".join((*row, "x" * 40)) for row in rows)
    header = ("Sort code", "Account number", "Note")
    found = _accounts(ENGINE.session().table(text, 0, header))
    assert {value: SAID[True] in one.explanation for value, one in found.items()} == {
        FITS: True, FITS_NOT: False, "10000009": True,
    }  # fmt: skip


def test_a_pair_far_apart_is_none() -> None:
    text = f"Sort code: 20-45-77\n{'and so on ' * 30}\nBank account number: {FITS}"
    assert "beside it" not in _accounts(ENGINE.session().text(text))[FITS].explanation
