"""By which words a reader knows what a value is; what is not known by its look needs one.

These are for checking the papers of this corpus, and for saying of each value in running text
whether it stood beside a label. They were written from the words that the papers use.
"""

from __future__ import annotations

import re

_WORDS = {
    "UK_NINO": r"national ins\w*|\bn\.?i\.?\b|\bnino\b|\bni(?:no|number|_no)|yswiriant gwladol",
    "UK_NHS": r"\bnhs|\bgig\b",
    "UK_HCN": r"\bh ?(?:&|and) ?c\b|health (?:and|&) care|\bhcn\b",
    "UK_CHI": r"\bchi\b",
    "UK_UPN": r"\bupn\b|unique pupil",
    "UK_ULN": r"\buln\b|unique learner",
    "UK_UTR": r"\butr\b|unique tax\w*|tax reference|self assessment",
    "UK_DRIVING_LICENCE": r"licence|driver|\bdl\b|trwydded",
    "UK_PASSPORT": r"passport|pasbort",
    "UK_BRP": r"\bbrp\b|residence permit",
    "UK_SHARE_CODE": r"share ?_?code",
    "UK_HOME_OFFICE_REFERENCE": r"home office|\bho ref",
    "UK_PRISON_NUMBER": r"prison|\bnoms\b",
    "UK_CASE_URN": r"\burn\b",
    "UK_BLUE_BADGE": r"blue ?badge|badge (?:no|number|serial)|bathodyn glas",
    "UK_UPRN": r"\buprn\b",
    "UK_TRN": r"\btrn\b|temporary reference",
    "UK_PROFESSIONAL_REGISTRATION": r"\bnmc\b|\bgmc\b|\bhcpc\b|\bpin\b",
    "UK_PAYE_REFERENCE": r"\bpaye\b|employer'?s? ref",
    "UK_ACCOUNTS_OFFICE_REFERENCE": r"accounts office",
    "UK_PNC": r"\bpnc",
    "UK_CRO": r"\bcro\b",
    "UK_CCRN": r"court (?:case )?ref|\bccrn\b|case ref",
    "UK_SORT_CODE": r"\bsort|cod didoli|\bs/c\b",
    "UK_BANK_ACCOUNT": r"acc(?:oun)?t\b|\ba/c\b|rhif cyfrif|account",
    "IBAN_CODE": r"\biban\b",
    "CREDIT_CARD": r"\bcard\b|\bpan\b",
    "UK_POSTCODE": r"post ?_?code|cod post|address|\bpc\b",
    "EMAIL_ADDRESS": r"e-?mail|e-bost|contact",
    "PHONE_NUMBER": r"\btel\b|phone|mobile|\bmob\b|contact|\bcall|ring|ff[ôo]n|number",
    "DATE_OF_BIRTH": r"birth|\bdob\b|d\.o\.b|\bborn\b|\bb\.|geni|ganwyd|ganed|birthday",
    "UK_VEHICLE_REGISTRATION": r"\breg\b|registration|\bvrm\b|vehicle|plate|\bcar\b|cerbyd|\bvan\b",
    "IP_ADDRESS": r"\bip\b|address|client|from|host",
    "PERSON": r"name|enw",
    "UK_ADDRESS": r"address|cyfeiriad|lives at|living at",
    "AGE": r"\bage|\boed|years|\byrs|\by/?o\b",
    "SECRET": r"pass(?:word|wd|phrase|code)|\bpwd\b|secret|key|token|cyfrinair",
}
_SHAPED = {
    "UK_NINO", "UK_NHS", "UK_UPN", "UK_DRIVING_LICENCE", "IBAN_CODE", "CREDIT_CARD", "UK_POSTCODE",
    "EMAIL_ADDRESS", "PHONE_NUMBER", "UK_VEHICLE_REGISTRATION", "UK_PNC", "IP_ADDRESS", "UK_CCRN",
    "UK_ACCOUNTS_OFFICE_REFERENCE", "PERSON", "UK_ADDRESS",
}  # fmt: skip
"""What is known by its look, or by the company of other values, without a label."""

_BEFORE, _AFTER = 60, 16  # characters of text within which a label belongs to a value
_SPACED = re.compile(r"(?<=[a-z])(?=[A-Z])|_")


def is_labelled(entity: str, before: str, after: str = "") -> bool:
    """Return whether the text around a value says what it is.

    >>> is_labelled("UK_NINO", "her NI number is "), is_labelled("UK_NINO", "we saw ")
    (True, False)
    """
    near = _SPACED.sub(" ", f"{before[-_BEFORE:]} \0 {after[:_AFTER]}")
    if entity == "AGE" and (before.endswith("(") or re.search(r"\byo?\b|year|yr", after[:8])):
        return True
    return re.search(_WORDS[entity], near, re.IGNORECASE) is not None


def needs_label(entity: str) -> bool:
    """Return whether nobody could say what a value is without a label or heading."""
    return entity not in _SHAPED
