"""Name of a person: after a title, salutation, label or sign-off, or in a column of names.

Shape     one to five words with capitals, particles among them; "Last, First".
Check     none of the words is a month, a greeting, an office, a street or a firm.
Chance    high: capitals alone are no evidence, so something must say that a name begins.
Category  identity.
Source    design.md, section 6; lists in detectors/data/NOTICE, 2026-11-25.

>>> canonical("Dr Zoë O'Brien")
"zoe o'brien"
"""

from __future__ import annotations

from functools import lru_cache

from detectors.base import Category, Detector, Form, Scan, Shown, Strength
from detectors.names.again import NamedBefore
from detectors.names.before_birth import before_cue
from detectors.names.called import labelled, titled
from detectors.names.capitals_first import capitals_then_given
from detectors.names.fields import given_and_surname, surname_and_given
from detectors.names.headings import HEADERS, OPPOSED_BESIDE, OPPOSING_HEADERS
from detectors.names.lexicon import PARTICLES, first_names, surnames
from detectors.names.lists import (
    bulleted,
    in_zone,
    item_before,
    listed,
    on_card,
    payee,
    speaker,
    timed,
)
from detectors.names.lone import OWNED, RELATION, SPEAKS, given_after_cue, given_before_cue
from detectors.names.name_columns import (
    column_of_names,
    column_of_things,
    name_parts,
    names_in_cell,
)
from detectors.names.nobody import somebody
from detectors.names.pairs import JOINED_PARTICLES
from detectors.names.running import SHORT_BYTES, in_running_text
from detectors.names.written import (
    after_cue,
    after_office,
    after_title,
    canonical,
    full_after_cue,
    opens_line,
)

__all__ = ["DETECTOR", "canonical"]

_CAPITAL = r"[A-Z\xc3-\xc5\xc8]"
_LETTERS = r"[A-Za-z'\-\x80-\xc8]{1,20}"
_TITLE = (
    "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Reverend|Cllr|Councillor|Sir|Dame|Lord|Lady"
    "|Master|MR|MRS|MS|MISS|DR|CLLR)"
)
_ROLE = (
    "(?:name|client|tenant|patient|applicant|claimant|pupil|child|parent|carer|employee|resident"
    "|customer|complainant|signed|attn|fao|author|caller|contact|landlord|witness|next of kin"
    "|service user|case worker|caseworker|social worker|gp|from|to|cc|spoke to|enw|student"
    "|learner|guardian|member|partner|spouse|owner|interviewer|officer|(?:account|joint|card|policy)"
    "[ _]?holder|debtor|liable party|borrower|assessor|householder|occupier|nominee|appellant"
    "|respondent|defendant|executor|informant|agent|trainee|trainer|link worker|key ?worker"
    "|support worker|referrer|referee|interpreter|advocate|organiser|proposer"
    "|seconder|trustee|mentor|emergency contact|officer attending|contact to trace|gweithiwr"
    "|cyswllt|rhiant|gofalwr)"
)
_FULL_NAME = (
    r"(?:(?:person|pupil|patient|client|child|learner)?[ _\-]?full|customer|client|patient|pupil"
    r"|tenant|applicant|employee|contact|child|staff|parent|person|resident|learner|claimant"
    r"|display|account|carer)[ _\-]?name"
)
_FIELD = r"(?: ?\([^()\n]{1,30}\))?(?: ?[:=>]|[ \t]?\r?\n| {2,30}| ?\.{3,60} )"
_HEADS = (
    r"(?:[Pp]resent|[Aa]ttendees|[Ii]n [Aa]ttendance|[Aa]pologies|[Aa]pologies for [Aa]bsence"
    r"|[Aa]bsent|[Pp]articipants|PRESENT|ATTENDEES|APOLOGIES|IN ATTENDANCE|[Nn]ames"
    r"|[Hh]ousehold(?: members)?|[Cc]hildren|[Ff]amily(?: members| present)?|[Pp]anel|[Oo]fficers"
    r"|[Ii]nterviewers?|[Tt]aking part|[Ee]xecutors?|[Ss]oloists|[Ss]tewards|[Ww]itnesses"
    r"|[Jj]udges|[Tt]rustees|[Rr]eferees|[Ss]peakers|[Vv]olunteers|[Cc]ore group|[Pp]arents"
    r"|[Cc]opies to|[Cc]opy to|[Ii]nvited|[Pp]resent and voting)"
)
_ROLES = (
    r"(?:applicant|joint applicant|tenant|claimant|client|patient|pupil|parent|mother|father|son"
    r"|daughter|carer|partner|wife|husband|complainant|witness|chair|vice[ \-]chair|clerk|secretary"
    r"|treasurer|minutes|minute taker|social worker|head ?teacher|senco|finance|legal|housing)"
)

_SOME_TEXT = rf"^[\x00-\xff]{{{SHORT_BYTES}}}"
_BEGINNING = rf"^[\x00-\xff]{{0,{SHORT_BYTES - 1}}}"
_SHORT_TEXT = rf"{_BEGINNING}{_CAPITAL}[A-Za-z'\-\x80-\xc8]{{0,20}}[.,]? {_CAPITAL}"
# Apart, since together they take hyperscan through the whole of every text: 3 ms a megabyte.
_SHORT_TEXT_WITH_PARTICLE = (
    rf"{_BEGINNING} (?:(?:{'|'.join(sorted(PARTICLES))}) |{'|'.join(JOINED_PARTICLES)})"
)


@lru_cache(1 << 15)
def known(value: str) -> bool:
    """Return whether a word of the name is a given name, or its last one a surname, we know."""
    words = value.split()
    return words[-1] in surnames() or any(word in first_names() for word in words)


DETECTOR = Detector(
    entity="PERSON",
    category=Category.IDENTITY,
    shown=Shown.LAST_TWO_FIXED,
    title="name of a person",
    source="design.md, section 6",
    forms=(
        Form("title", rf"\b{_TITLE}\.? {{1,2}}[A-Z\xc3-\xc5\xc8abdltuv]", 0.88, Scan.CASE,
             titled),
        Form(
            "salutation",
            rf"\b(?:Dear|Hi|Hello|Annwyl|Hey) {{1,2}}{_CAPITAL}",
            0.72,
            Scan.CASE,
            after_cue,
        ),
        Form(
            "sign-off",
            r"(?:egards|incerely|aithfully|ishes|hanks|hank you|heers|ywir),?\s{1,6}" + _CAPITAL,
            0.62,
            Scan.CASE,
            after_cue,
        ),
        Form(
            "first-name field",
            r"(?:(?:(?:first|given|fore)[ _\-]?names?|enw(?:au)? cyntaf)[\x22']?"
            r"|\b(?:given|first)\x22?)"
            rf"{_FIELD}"
            r"[ \t\x22'\[]{0,3}"
            r"[a-z\xc3-\xc5\xc8]",
            0.80,
            expand=given_and_surname,
        ),
        Form(
            "surname field",
            r"(?:(?:(?:last|sur|family)[ _\-]?name|cyfenw)[\x22']?"
            r"|\b(?:family|last)\x22?)"
            rf"{_FIELD}"
            r"[ \t\x22'\[]{0,3}"
            r"[a-z\xc3-\xc5\xc8]",
            0.80,
            expand=surname_and_given,
        ),
        Form(
            "label",
            rf"(?:\b|_){_ROLE}[\x22']?(?: ?[:=>][ \t]{{0,4}}|\t)[\x22']?[a-z\xc3-\xc5\xc8]",
            0.66,
            expand=labelled,
        ),
        Form(
            "label",
            rf"(?:\b|_)(?:{_FULL_NAME}|name)[\x22']?"
            r"(?: ?[:=>][ \x22']{0,3}| {2,30}| ?\.{2,60} ?|\t|\s{0,2}\r?\n\s?)"
            r"[a-z\xc3-\xc5\xc8]",
            0.70,
            expand=labelled,
        ),
        Form(
            "name of",
            r"\b[Nn]ame of (?:the )?(?:service user|child|pupil|patient|client|tenant|applicant"
            r"|claimant|parent|carer|person|employee|student|learner)(?: ?:[ \t]{0,8}| {2,30}|\t)"
            + _CAPITAL,
            0.70,
            Scan.CASE,
            full_after_cue,
        ),
        Form(
            "known given name and surname",
            _SOME_TEXT,
            0.80,
            Scan.CASE,
            expand_all=in_running_text,
            also=(_SHORT_TEXT, _SHORT_TEXT_WITH_PARTICLE),
        ),
        Form(
            "done by",
            r"\b(?:[Cc]ompleted|[Pp]repared|[Ww]ritten|[Ss]igned|[Aa]pproved|[Rr]eported"
            r"|[Aa]ssessed"
            r"|[Aa]uthorised|[Ss]ubmitted|[Rr]eviewed|[Rr]eferred|[Aa]llocated|[Ss]poke)"
            rf" (?:by|for|from|to|with)(?: ?: {{0,30}}|\t| {{2,30}}){_CAPITAL}",
            0.62,
            Scan.CASE,
            full_after_cue,
        ),
        Form("in a list of people", rf"\b{_HEADS}:[ \t]{{1,4}}{_CAPITAL}", 0.72, Scan.CASE,
             expand_all=listed),
        Form("in a list of people",
             rf"(?:\n[ \t]{{0,8}}[-*]|\xe2\x80\xa2) {_CAPITAL}{_LETTERS} {_CAPITAL}", 0.72,
             Scan.CASE, bulleted),
        Form("before a role", rf" [(]{_ROLES}[)]", 0.72, expand=item_before),
        Form("before what was written", r" ?(?:<[^<>\n ]{3,80}> ?)?\bwrote:", 0.74,
             expand=item_before),
        Form("speaker", rf"(?:^|\n)\[[0-9][0-9/.,: apmAPM\-]{{3,24}}\] {{1,2}}{_CAPITAL}", 0.66,
             Scan.CASE, speaker),
        Form("after an office", rf"\b(?:PC|PS|DC|DS|DI|PCSO|Sgt) [0-9]{{2,5}} {_CAPITAL}",
             0.86, Scan.CASE, after_title),
        Form("after an office", r"\b(?:Sister|Imam|Rabbi|Pastor|Father|Sgt|Sergeant|Inspector"
             rf"|Constable|Sheikh|Nurse) {{1,2}}{_CAPITAL}", 0.70, Scan.CASE, after_office),
        Form("machine readable zone",
             r"\bP<[A-Z]{4}",
             0.95, Scan.CASE, in_zone),
        Form("contact card", rf"(?:^|\n)FN(?:;[A-Za-z0-9=\-]{{1,40}})?:{_CAPITAL}", 0.85, Scan.CASE,
             full_after_cue),
        Form("contact card", r"\nN(?:;[A-Za-z0-9=\-]{1,40})?:[A-Za-z\xc3-\xc5]", 0.85, Scan.CASE,
             on_card),
        Form("speaker",
             rf"(?:^|\n){_CAPITAL}{_LETTERS} (?:[a-z]{{1,3}} )?{_CAPITAL}{_LETTERS}"
             r" [0-2]?[0-9]:[0-5][0-9]\b", 0.72, Scan.CASE, timed),
        Form("in a directory", rf"\b(?:dn: ?)?cn[=:] {{0,2}}{_CAPITAL}", 0.80,
             expand=full_after_cue),
        Form("surname in capitals before a given name",
             r"\b[A-Z][A-Z'\-]{2,20} [A-Z][a-z]{1,20} {2}", 0.75, Scan.CASE, capitals_then_given),
        Form("payee of a payment file", r"\b[0-9]{6} [0-9]{8} [0-9]{2,3} [0-9 ]{3,12} [A-Z]", 0.85,
             Scan.CASE, payee),
        Form("in a calendar", rf";CN=\x22?{_CAPITAL}", 0.80, Scan.CASE, full_after_cue),
        Form("before a birth", r",? \(?(?:born|dob|d\.o\.b)\b", 0.75, expand=before_cue),
        Form("given name that speaks", rf"\b{_CAPITAL}[a-z\-\x80-\xc8]{{1,20}} {SPEAKS}\b", 0.68,
             Scan.CASE, given_before_cue),
        Form("given name that owns", rf"\b{_CAPITAL}[a-z\-\x80-\xc8]{{1,20}}'s {OWNED}\b", 0.68,
             Scan.CASE, given_before_cue),
        Form("given name of a relation", rf"\b{RELATION},? {_CAPITAL}[a-z\x80-\xc8]", 0.68,
             Scan.CASE, given_after_cue),
        Form(
            "in capitals at the start of a line",
            rf"(?:^|\n){_CAPITAL}[A-Z'\-\x80-\xc8]{{1,20}} {_CAPITAL}[A-Z]",
            0.40,
            Scan.CASE,
            opens_line,
        ),
    ),
    check=somebody,
    check_name="no word that stands in names of places, bodies or months",
    pass_rate=0.5,
    supporting=("full name", "first name", "last name", "surname", "forename"),
    headers=HEADERS,
    part_headers=(
        (
            "first name", "first names", "forename", "forenames", "given name", "given names",
            "firstname", "christian name", "enw cyntaf", "preferred name", "first", "given",
            "fore",
            "name", "names", "enw",  # beside a surname: detectors/engine/columns.py
        ),
        ("surname", "last name", "lastname", "family name", "cyfenw", "last", "family", "sur"),
    ),
    several=names_in_cell,
    typed_by=column_of_names,
    denied_by=column_of_things,
    parts_typed_by=name_parts,
    opposing_headers=OPPOSING_HEADERS,
    opposed_beside=OPPOSED_BESIDE,
    favoured=known,
    favour_says=("known given name or surname", "no known given name or surname"),
    further=NamedBefore,
    strength=Strength.USUALLY_ONE,
    version=13,
)  # fmt: skip
