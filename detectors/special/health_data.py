"""Health: a condition, disability, medicine or treatment of a person (UK GDPR, article 9).

Shape     a term for a condition or medicine, said of a person by a link ("she has", "diagnosed
          with", "his"), in a field ("Medication:"), in a column headed so or, among people, in
          one that holds little else; a medicine with its dose; a code after "ICD-10".
Check     the term is in our lists.
Chance    high for the term alone, which leaflets and policies hold too: never believed without
          a person.
Category  health (UK GDPR, article 4(15); recital 35).
Source    lists in detectors/data/NOTICE, 2026-11-25; ICO's list of special categories, read
          2026-11-25; names of conditions, Welsh ones too, and headings compiled, 2026-11-26;
          chapters of ICD-10 (letter, two digits, a decimal).

"No known allergies", written out or as NKDA in a record of somebody, is said of that person's
health and is found. A bare "no", "none" or "not applicable" is not: it cannot be told from a
question that nobody asked, and stands in most forms. "No asthma" and "denies chest pain" are not
found either: whoever wrote them most often wrote what somebody has beside them.

>>> canonical("Yes - mild asthma")
'asthma'
>>> canonical("None") is None
True
"""

from __future__ import annotations

import re
from functools import lru_cache

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import (
    after_link,
    in_a_record,
    led_by,
    record_forms,
    said_forms,
    said_of_one,
)
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, everyday_field_form, field_form
from detectors.special.injuries import INJURY, OPERATION
from detectors.special.lexicon import (
    TermStrength,
    folded,
    listed,
    opens_with,
    term_in,
    terms,
    words,
    written,
)
from detectors.special.links import STATED
from detectors.special.notes import noted

_KEPT_VALUES = 1 << 14  # cells of a column recur
_LISTS = ("conditions.csv", "medicines.csv")
_TERMS = terms("health", *_LISTS)
_EVERYDAY = frozenset(map(folded, written("health", TermStrength.WEAK)))
_STRONG = _TERMS - _EVERYDAY
_IN_NOTES = _STRONG | words(
    "anxiety stroke deaf wheelchair inhaler migraine allergic operation surgery stress disabled"
    " penicillin latex autistic hoist frailty dall alergedd #nof"
)
_IMPAIRED = words(
    "vision hearing mobility dexterity memory stamina breathing learning physical sight"
)
"""What the harmonised question on impairments offers: whole answers, and everyday words."""
_MEDICINES = listed("medicines.csv") | frozenset(
    map(folded, written("health", TermStrength.OF_ART))
)
_LINKS = (
    r"\b(?:diagnosed (?:with|as)|diagnosed w/|diagnosis of|suffer(?:s|ed|ing)? (?:from|with)"
    r"|treat(?:ed|ment) for|allergic to|prescribed|history of|admitted with|recovering from"
    r"|signed off (?:work )?(?:with|due to)|off (?:work |sick )(?:with|due to)"
    r"|register(?:ed)? (?:as )?(?:blind|disabled)|medication for|living with|struggl(?:es|ing) with"
    r"|presented with|presents with|complain(?:s|ed|ing) of|surgery for|operation (?:on|for)"
    r"|has got|have got|down with"
    r"|absent with|awaiting assessment for|assessed for|tested positive for|under investigation for"
    r"|(?:ill|unwell|poorly) with"
    r"|dioddef o|diagnosis o) "
)
_ON = r"\b(?:(?:is|was) (?:now |currently )?on|takes|started on|course of) "
_SHORT = (
    r"\b(?:has|have|had|with|of|got)"
    r" (?:(?:advanced|early|severe|mild|moderate|progressive|relapsing|secondary|primary|suspected)"
    r"[ \-]){0,2}"
    r"(?:MS|ME|TB|ADD|PDA|TIAs|DVT|AF|RA|UTI|CP|DS|SMA)\b"
)
_CODE = re.compile(r"[A-TV-Z]\d{2}(?:\.\d{1,2})?")  # ICD-10
_CODES = r"\b(?:ICD[ \-]?1[01]|[Dd]iagnos[ei]s(?: code)?|Dx)[ :]{1,3}[A-TV-Z]\d\d\b"
_SNOMED = r"\bSNOMED(?:[ \-]?CT)?(?: code| concept)?[ :]{1,3}\d{6,18}\b"
SCORE = (
    r"\b(?:BMI|PHQ-?9|GAD-?7|MMSE|MoCA|HbA1c|EPDS|[Ee]dinburgh|[Ww]aterlow|AUDIT|MUST|CORE-10)"
    r"(?: [Ss]core)?(?: (?:of|is|was|now)|:)? [1-9][0-9]?\b"
)
_MESSAGE_BYTES = 4_000
_MESSAGE = r"\bDG1\|[0-9]{0,3}\|[A-Z0-9]{0,8}\|[A-TV-Z][0-9]{2}(?:\.[0-9]{1,2})?"
_GENE = (
    r"\b(?:[A-Z][A-Z0-9]{2,6}|[0-9]{1,2}[pq][0-9]{1,2}(?:\.[0-9]{1,2})?) (?:gene )?(?:full |pre)?"
    r"(?:mutation|deletion|duplication|microdeletion)\b|\b[A-Z][A-Z0-9]{2,6} [A-Z][0-9]{2,4}del\b"
)
_TO_HOSPITAL = r"\bto (?:casualty|A&E|A and E|(?:the )?hospital|ED|minor injuries)\b"
_DOSE = r"mc?g\b|\bmicrograms?\b|\bunits\b"
_MEDICINE_BEFORE = re.compile(rb"([A-Za-z\-]{4,}(?: [A-Za-z]{4,})?)[ ,(]{0,3}\d[\d.]{0,5} ?$")
_MEDICINE_BYTES = 48


@lru_cache(_KEPT_VALUES)
def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; "yes" stays, for it answers a field that asks."""
    value = folded(text)
    if value in ("yes", "y", "ydw", "oes", "x"):
        return "yes"
    if value in _IMPAIRED or _CODE.fullmatch(text):
        return value
    found = term_in(value, _TERMS)
    if found is not None:
        return found
    return next((name for name, form in _OTHERS if form.search(text)), None)


def _strong(text: str) -> str | None:
    """Return a term after a label that others use too: whole, or one that is no everyday word."""
    value = folded(text)
    return value if value in _TERMS else term_in(value, _STRONG)


_OTHERS = (
    ("injury", re.compile(INJURY, re.IGNORECASE)),
    ("operation", re.compile(OPERATION, re.IGNORECASE)),
    ("diagnosis code", re.compile(f"{_CODES}|{_SNOMED}")),
    ("clinical score", re.compile(SCORE)),
    ("gene", re.compile(_GENE)),
    ("hospital", re.compile(_TO_HOSPITAL)),
    ("blood sugar", re.compile(r"\bBMs? (?:was |of |at )?[0-9]{1,2}\.[0-9]\b")),
    ("disability benefit", re.compile(r"\b(?:PIP|DLA|ADP|CDP|LCWRA|disability premium)\b", re.I)),
)


def _in_a_message(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the code of a diagnosis in a message of HL7 about one patient."""
    patient = data.rfind(b"\nPID|", max(0, start - _MESSAGE_BYTES), start)
    return None if patient < 0 else (data.rfind(b"|", start, end) + 1, end)


def _dose_of_a_medicine(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the medicine right before a dose, in a record of one person."""
    del end
    low = max(0, start - _MEDICINE_BYTES)
    before = _MEDICINE_BEFORE.search(data[low:start])
    if before is None:
        return None
    for word in (before[1], before[1].split()[-1]):
        if folded(word.decode("ascii")) in _MEDICINES:
            at = low + before.end(1)
            return in_a_record(data, at - len(word), at)
    return None


_ALLERGENS = (
    "celery", "gluten", "crustaceans", "egg", "eggs", "lupin", "milk", "molluscs", "mustard",
    "nuts", "tree nuts", "peanut", "peanuts", "sesame", "soya", "sulphites",
)  # fmt: skip
"""Headings of the allergens that food is labelled with (Food Information Regulations 2014), over
ticks in a list of people."""

DETECTOR = Detector(
    entity="HEALTH_DATA",
    category=Category.HEALTH,
    shown=Shown.NOTHING,
    title="term for a health condition, medicine or treatment",
    source="UK GDPR, articles 4(15) and 9",
    forms=(
        *said_forms("health", STATED),
        *record_forms("health"),
        Form("after a word that says it of a person", _LINKS, 0.80, expand=after_link(_TERMS)),
        Form("medicine that somebody takes", _ON, 0.80, expand=after_link(_MEDICINES)),
        Form("said of a person by a link", _SHORT, 0.75, Scan.CASE, in_a_record),
        Form("diagnosis in a message about a patient", _MESSAGE, 0.90, Scan.CASE, _in_a_message),
        Form("finding in a gene, in a record of one person", _GENE, 0.75, Scan.CASE, in_a_record),
        Form(
            "taken to hospital, in a record of one person",
            _TO_HOSPITAL,
            0.75,
            expand=led_by(
                "(?:took|taken|taking|rushed|rushing|drove|driving|sent)"
                "(?: (?:my|his|her|our|the|him|them|me|us|[a-z]+|(?-i:[A-Z][a-z]+))){0,4}"
            ),
        ),
        Form("reading of blood sugar, in a record of one person",
             r"\bBMs? (?:was |of |at )?[0-9]{1,2}\.[0-9]\b", 0.75, Scan.CASE, in_a_record),
        Form("medicine with its dose, in a record of one person", _DOSE, 0.80,
             expand=_dose_of_a_medicine),
        Form("code of a diagnosis, in a record of one person", _CODES, 0.75, Scan.CASE,
             in_a_record, also=(_SNOMED,)),
        Form(
            "help that somebody uses",
            r"\b(?:inhaler|wheelchair|oxygen|hoist|hearing aids?|nebuliser|zimmer frame"
            r"|walking frame|catheter|colostomy bag|feeding tube)\b",
            0.75,
            expand=led_by(
                "(?:us(?:es|ed|ing)|needs?|carries|wears?|requires)"
                "(?: (?:his|her|their|my|an?|the))?(?: (?:blue|own|spare|rescue|electric|manual))?"
            ),
        ),
        Form(
            "operation, in a record of one person",
            r"\b(?:operation|surgery)\b",
            0.75,
            expand=led_by(
                "(?:for|having|had|has|awaiting|waiting for|after|recovering from)"
                "(?: an?| his| her| my| the)?"
                "(?: (?:knee|hip|heart|back|eye|major|minor|emergency))?"
            ),
        ),
        Form("score of a clinical test, in a record of one person", SCORE, 0.75, Scan.CASE,
             in_a_record),
        Form("said of a person by a link", INJURY, 0.75, expand=said_of_one(STATED)),
        Form("operation, in a record of one person", OPERATION, 0.75, expand=in_a_record),
        Form(
            "said of a person by a link",
            r"\b(?:blind|deaf|disabled|paralysed)(?: (?:in|from|since|and|but|so|with|due|because"
            r"|after|at|as)\b|[.,;)\n])",
            0.75,
            expand=led_by(
                "(?:is|was|am|are|'s|'m|been|born|gone|going|went|now|almost|nearly)"
                "(?: [a-z]+ly)?"
            ),
        ),
        Form(
            "help that somebody uses",
            r"\bwalks? (?:with|w) (?:the aid of )?(?:an? |her |his |2 |two )?"
            r"(?:sticks?|frame|zimmer|crutch(?:es)?|rollator|walker)\b"
            r"|\bon (?:an? |home )?(?:ventilator|feeding pump|oxygen|CPAP|nebuliser)\b"
            r"|\bfeeding pump\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "benefit for a disability, in a record of one person",
            r"\b(?:PIP|DLA|ADP) (?:at )?(?:the )?"
            r"(?:high(?:er)?|enhanced|standard|low(?:er)?|middle|mid)"
            r"[ \-](?:rate|care|daily|mob)"
            r"|\b(?:PIP|DLA|ADP|CDP) (?:DL|MOB|LIV|CARE|HRC|MRC|LRC|HRM|LRM|STD|ENH|daily living)\b"
            r"|\bLCWRA\b|\b(?:severe |enhanced )?disability premium\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "benefit for a disability, in a record of one person",
            r"\b(?:PIP|DLA|ADP|CDP|Attendance Allowance|Disability Living Allowance"
            r"|Personal Independence Payment)\b",
            0.75,
            expand=led_by(
                "gets|receives|claims|awarded|receipt of|entitled to|refused|appealing|on"
            ),
        ),
        field_form(
            r"medical conditions?|health conditions?|medical needs?|diagnosis|diagnoses|disability"
            r"|disabilities|medications?|medicines?|allerg(?:y|ies)|primary need"
            r"|reason for (?:absence|sickness|referral|admission)|sickness reason|absence reason"
            r"|nature of (?:illness|disability)|impairments?|dietary (?:needs|requirements)"
            r"|medical (?:history|information|info|details|notes|alerts?)"
            r"|pmhx?|(?:primary )?support (?:reason|need)|health (?:needs|issues|problems?|details)"
            r"|presenting problem|sen need|injur(?:y|ies)|nature of injury|symptoms|mental disorder"
            r"|my health|clinical history|co-?morbidities|significant past"
            r"|learning difficult(?:y|ies)"
            r"|reason for (?:leave|sick leave|managed payment|delay)|vulnerabilit(?:y|ies)"
            r"|cyflwr (?:meddygol|iechyd)|cyflyrau meddygol|anabledd|alergedd(?:au)?"
            r"|meddyginiaeth(?:au)?",
            canonical,
        ),
        field_form(
            r"medical|conditions?|illness(?:es)?|past history|mental health"
            r"|(?:special|additional|care|support) needs|needs",
            _strong,
        ),
        everyday_field_form("problems?|background|active|why|flags?|alerts?", _strong),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "disability", "disabilities", "disability type", "medical condition", "medical conditions",
        "health condition", "health conditions", "diagnosis", "medication", "medications",
        "medical needs", "medical notes", "allergies", "allergy", "reason for absence",
        "absence reason", "sickness reason", "reason for sickness", "illness", "nature of illness",
        "sen primary need", "primary need", "sen need", "sen type", "impairment", "disabled",
        "medical", "sen medical", "medical info", "medical information", "medical details",
        "medical history", "medical alert", "medical alerts", "medical issues", "health",
        "health issues", "health needs", "health info", "health problems", "health notes", "needs",
        "additional needs", "special needs", "care needs", "support needs", "dietary needs",
        "dietary requirements", "condition", "conditions", "long term condition",
        "long term conditions", "ltc", "presenting problem", "past medical history", "pmh", "dx",
        "meds", "medicine", "medicines", "prescription", "icd", "icd10", "icd 10", "icd10 code",
        "icd 10 code", "diagnosis code", "snomed", "snomed code", "snomed description",
        "read code", "reason off", "primary support reason", "need", "support reason",
        "primary support need", "support need",
        "sickness", "absence type", "type of absence", "fit note",
        "reason for referral", "reason for admission", "mental health", "warning", "warnings",
        "alert", "alerts", "flags", "vulnerability", "vulnerabilities", "disability y n",
        "treatment", "treatment given", "first aid", "first aid given", "cyflwr iechyd",
        "cyflwr meddygol", "cyflyrau meddygol", "anabledd", "alergedd", "alergeddau",
        "meddyginiaeth", "iechyd", "rheswm dros absenoldeb", "injury", "injuries", "symptoms",
        "mental disorder", "disability category", "impairment category", "problem", "problems",
        "clinical details", "comorbidities", "learning difficulty", "learning difficulties",
        *_ALLERGENS, "pregnant", "pregnancy", "smoking status", "smoker", "lab result",
        "laboratory result", "test result", "organism", "vaccine", "vaccination", "immunisation",
        "reason for delay", "delay reason", "waiting for", "test type",
        "mental impairment", "nature of injury", "reason for sickness absence",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    among_people=opens_with(_STRONG),
    noted=noted(_IN_NOTES),
    version=8,
)  # fmt: skip
