"""Criminal offence data: convictions, offences and alleged ones of a person (UK GDPR, article 10).

Shape     a term of art (convicted, cautioned, on bail, released on licence), an offence after
          "charged with", or an offence in a field or a column headed so.
Check     the term is in our lists.
Chance    high for an offence alone: reports on crime and policies hold it.
Category  criminal offence.
Source    Data Protection Act 2018, section 11(2); lists in detectors/data/NOTICE (Home Office
          offence codes), 2026-11-25; everyday and Welsh terms compiled, 2026-11-26.

>>> canonical("Common assault 1999")
'common assault'
"""

from __future__ import annotations

import re
from dataclasses import replace

from detectors.base import Category, Detector, Form, Shown
from detectors.special.attribution import after_link, in_a_record, led_by, record_forms
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form, value_of_field
from detectors.special.lexicon import (
    TermStrength,
    alternations,
    folded,
    term_in,
    terms,
    words,
)
from detectors.special.notes import noted
from detectors.special.people import opened_by_one

_TERMS = terms("criminal_offence", "offences.csv")
_DEALT_WITH = re.compile(
    r"\b(?:caution\w*|convict\w*|fined?|charged?|arrest\w*|sentenc\w+|bail\w*|banned|disclos\w+"
    r"|discl|DBS|prison|custody|court|guilty|pleaded|(?:un)?spent|probation|offen[cd]\w*|RA done"
    r"|fit ?(?:&|and) ?proper|on licence|tagged|on tag|MAPPA|order|disqualified"
    r"|(?:19|20)\d\d|euogfarn\w*)\b",
    re.IGNORECASE,
)
"""What is done about an offence, or when it was: a note that has it tells of who did it."""
_LINE_BYTES = 120
_NEAR_BYTES = 80
_DONE_BEFORE = re.compile(
    rb"\b(?:convict\w*|caution\w*|charge[ds]?|fine[ds]?|arrest\w*|sentence[ds]?|guilty|plea|pleads?"
    rb"|pleaded|pled|(?:on|to) bail|bailed|remand\w*|custody|prison|jail\w*|imprison\w*|prosecut\w*"
    rb"|summons\w*|wanted|disclos\w+|DBS|PNC|offen[cd]\w*|previous(?:ly)?|prevs?|index|served|serving"
    rb"|done|tagged|probation|recalled|released|at c(?:our)?t|before the court|indict\w*|suspected"
    rb"|unpaid work|community (?:service|order|payback|punishment)|jailed|curfew"
    rb"|admit\w*|alleg\w+|banned|disqualified|points|form|euogfarn\w*|cyhudd\w*"
    rb"|(?:in|due in|up in|magistrates'?|crown|sheriff|youth) court|court (?:on|for|date)|trial"
    rb"|up for)\b"
    rb"[^.!?\t]{0,60}\Z|\bplea g, \Z",
    re.IGNORECASE,
)
"""What was done about an offence, in the clause before it."""
_DONE_AFTER = re.compile(
    rb"[ .,(:\-]{1,3}(?:(?:and|in|on|x ?\d|conviction|offence|was|were)[ ,]{1,2}){0,2}"
    rb"(?:(?:19|20)\d\d\b|\d\d/\d\d|fined?\b|caution|charge|NFA\b|discharg|(?:un)?spent\b|convict"
    rb"|sentenc|\d{1,3} ?(?:m|mths?|months?|wks?|weeks?|yrs?|years?|hrs?|hours|points|pts)\b|bail\b"
    rb"|pending\b|custody\b|remand|pros(?:ecut\w*|:)|\xc2\xa3)",
    re.IGNORECASE,
)
_SUFFERED = re.compile(
    rb"\b(?:victims?|witness\w*|reported|reports?|complainant|survivor|crime (?:stats|figures)"
    rb"|against (?:him|her|me)|suffered|insured|insurance|prevent\w*|rates?|levels?|number)\b"
    rb"[^.;\t]{0,40}\Z",
    re.IGNORECASE,
)
"""What makes somebody the one whom it was done to, or tells of crime in general."""
_LAST_CELL = re.compile(
    rb"(?:^|[\t|\n]| {2}|- )([A-Za-z][A-Za-z ()'\-]{3,60}?)(?: {2,}|[\t|,:]| - )[ \t]*\Z"
)
_SHORT = words(
    "ro dto handling knife weapon violent violence speeding battery caution custody fined recall"
    " disqualified dishonesty imprisonment iom ppo iso rso hdc escaper begging soliciting littering"
)
_LINKS = (
    r"\b(?:convicted of|convictions? for|charged with|arrested for|arrested on suspicion of"
    r"|cautioned for|caution for|prosecuted for"
    r"|convicted (?:(?:in )?(?:19|20)\d\d )?for|(?:found|pleaded) guilty (?:of|to)"
    r"|caution (?:(?:you|he|she|they|i|was|were|had|has|been|received|given|accepted|got) ){1,3}for"
    r"|sentence for|investigated for|prison for|wanted for|suspected of|offence of) "
)


_STATUTE = re.compile(
    r"\bs(?:ec(?:tion)?|\.)?\.? ?\d{1,3}[A-Z]{0,2}(?: ?\(\w{1,3}\))* (?:of the )?"
    r"(?:RTRA|RTOA|RTA|OAPA|CJA|POA|PCA|CDA|MDA|SOA|EPA|AWA|PHA|SSAA|PSHFA|TCPA|CrimLA|FSMA"
    r"|(?:Theft|Fraud|Forgery and Counterfeiting|Public Order|Road Traffic|Criminal Damage"
    r"|Misuse of Drugs|Sexual Offences|Social Security Administration|Animal Welfare"
    r"|Environmental Protection|Protection from Harassment) Act)\b"
)
"""An offence told by the section that makes it one: "Blue Badge misuse s117 RTRA"."""
_ANY_STATUTE = re.compile(
    r"s(?:ec(?:tion)?|\.)?\.? ?\d{1,3}[A-Z]{0,2}(?: ?\(\w{1,3}\))*,? (?:of )?(?:the )?"
    r"[A-Z][\w ,&()'\-]{3,60} Act(?: (?:19|20)\d\d)?"
)
"""The same by any act, of an answer that is nothing else: "s444(1) Education Act 1996"."""
_SUSPECTED = re.compile(
    rb"[ \t]{0,60}[:=>.|\t\x22' ]{0,80}(?:\r?\n){0,2}[ \t|>\x22'-]{0,6}"
    rb"(?!(?:None|Not|Un|Nil|Name|No|The|Any|Yes|All|Of|For|Date)\b)"
    rb"(?:(?:Mr|Mrs|Ms|Miss) [A-Z]|[A-Z\xc3-\xc5][\w'\-\x80-\xff]+,? "
    rb"(?:(?:[Aa]l|bin|[Dd]e|[Dd]a|[Dd]os|[Vv]an|[Vv]on|der|den|[Aa]p)[ \-]){0,2}"
    rb"[A-Z\xc3-\xc5][\w'\-\x80-\xff]+[ \x22']{0,2}"
    rb"(?:[\r\n\t,;:<|(]| {2}|\Z|,? (?:dob|DOB|born)\b))"
)
_ACCUSED = re.compile(
    r"suspects?|accused|perpetrators?|alleged (?:offender|perpetrator)|offender", re.IGNORECASE
)


def _names_a_suspect(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the label of a suspect that a name follows: somebody is said to have done it."""
    label = len(data[start:end].rstrip(b" :=\t\n\r|>\x22'."))
    if data[start - 1 : start].isalnum() or not _SUSPECTED.match(data, start + label):
        return None
    return start, start + label


_SENTENCED = re.compile(r"^(?:serving |fined |magistrates |the (?:court|bench|sheriff) )")
_HELD = re.compile(r"\b(?:in (?:prison|jail|custody|hmp|hmyoi)|at hmp)\b")
_ENDORSED = re.compile(r"(?:points|pts)\b.{0,6}(?:[A-Z]{2}\d\d|speeding)\b", re.IGNORECASE)


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; "yes" stays, for it answers a field that asks."""
    value = folded(text)
    if value in ("yes", "y"):
        return "yes"
    if found := term_in(value, _TERMS) or ("endorsement" if _ENDORSED.search(text) else None):
        return found
    if _STATUTE.search(text) or _ANY_STATUTE.fullmatch(text.strip()):
        return "offence by its section"
    if _ACCUSED.fullmatch(text):
        return "suspect"
    if _SENTENCED.search(value):
        return "sentence"
    return "prison" if _HELD.search(value) else None


def _dealt_with(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the offence of which what was done about it, or when it was, stands beside it."""
    before = data[max(0, start - _NEAR_BYTES) : start]
    if not _DONE_BEFORE.search(before) and not _DONE_AFTER.match(data, end, end + _NEAR_BYTES):
        return None
    return None if _SUFFERED.search(before) else in_a_record(data, start, end)


_BY_A_COURT = re.compile(
    rb"[^.!?\n]{0,60}\b(?:by (?:the )?(?:magistrates|court|justices|sheriff|bench|district judge)"
    rb"|(?:magistrates'?|crown|sheriff|youth) court)\b",
    re.IGNORECASE,
)


def _fined_by_a_court(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return what somebody was fined, where a court did it: libraries and unions fine too."""
    return in_a_record(data, start, end) if _BY_A_COURT.match(data, end) else None


_OFFENCE_LABELS = r"index offence|nature of offence|offences?(?: charged)?"
_OFFENCE = value_of_field(canonical)
_TARIFF = re.compile(
    rb"\b(?:penalty|penalties|fine|fpn|fee|charge)\b[^\n]{0,40}(?:\xc2\xa3|\d)", re.IGNORECASE
)
_RECORD_BYTES = 500


def _not_of_a_tariff(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the offence in a field, unless a penalty stands below it and nobody above."""
    found = _OFFENCE(data, start, end)
    if found and _TARIFF.search(data, found[1], found[1] + _NEAR_BYTES):
        return found if opened_by_one(data[max(0, start - _RECORD_BYTES) : start]) else None
    return found


def _offence_before(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the offence that stands before what the court did, on the same line."""
    del end
    low = max(data.rfind(b"\n", 0, start) + 1, start - _LINE_BYTES)
    found = _LAST_CELL.search(data, low, start)
    if found is None or folded(found[1].decode("utf-8", "replace")) not in _TERMS:
        return None
    return in_a_record(data, *found.span(1))


DETECTOR = Detector(
    entity="CRIMINAL_OFFENCE_DATA",
    category=Category.CRIMINAL_OFFENCE,
    shown=Shown.NOTHING,
    title="criminal offence, conviction or proceedings",
    source="UK GDPR, article 10; Data Protection Act 2018, section 11",
    forms=(
        *record_forms("criminal_offence"),
        *(
            Form("offence with what was done about it", regex, 0.80, scan, _dealt_with)
            for regex, scan in alternations("criminal_offence", TermStrength.NAMED)
        ),
        Form("fined by a court, in a record of one person", r"\bfined (?:\xc2\xa3|GBP )[0-9]", 0.75,
             expand=_fined_by_a_court),
        Form(
            "sentence, in a record of one person",
            r"\bserving (?:(?:a|an|his|her) )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight"
            r"|nine|ten|twelve|fifteen|eighteen)(?: and a half)?[ \-]"
            r"(?:days?|weeks?|months?|years?)\b"
            r"|\b(?:magistrates|the court|the bench|the sheriff) (?:fined|jailed|banned) ",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "in prison, in a record of one person",
            r"\bin (?:prison|jail|custody|HMP|HMYOI)\b",
            0.75,
            expand=led_by(
                "(?:is|was|been|went|now|currently|back|still|dad|father|mum|mother|partner|ex"
                "|brother|son|husband|held|detained|him|her|remanded)"
                "(?: (?:now|currently|still|back))?"
            ),
        ),
        Form(
            "in prison, in a record of one person",
            r"\bin (?:prison|jail|custody) (?:for|since|until|at HMP)\b|\bat HMP [A-Z]",
            0.75,
            expand=in_a_record,
        ),
        Form("after a word that says it of a person", _LINKS, 0.80, expand=after_link(_TERMS)),
        Form(
            "endorsement of a licence, in a record of one person",
            r"\b(?:[1-9]|1[0-2]) (?:penalty )?(?:points|pts)(?: for)?[ ,(]{1,2}"
            r"(?:(?:AC|BA|CD|CU|DD|DG|DR|IN|LC|MS|MW|PC|SP|TS|TT|UT)[1-9]\d|speeding)\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "offence with what the court did, in a record of one person",
            r"\b(?:FINED? \S{1,2}\d+|COMMUNITY ORDER|\d{1,2} (?:wks|weeks|mths|months|yrs|years) "
            r"(?:imprisonment|custody|prison)|conditional discharge|CAUTION(?:ED)?|SUSPENDED)\b",
            0.75,
            expand=_offence_before,
        ),
        Form(
            "a suspect who is named",
            r"\b(?:suspect|accused|perpetrator|alleged offender|offender)"
            r"(?:[:?=\t\n\r|>\x22'.]|  | \.)",
            0.75,
            expand=_names_a_suspect,
        ),
        replace(
            field_form(_OFFENCE_LABELS, canonical), expand=_not_of_a_tariff
        ),
        field_form(
            r"convictions?(?: declared)?|(?:un)?spent convictions?|warning markers?"
            r"|dbs (?:result|disclosure|outcome)|disposal"
            r"|cautions?|criminal record|charges?|previous convictions|euogfarnau|trosedd(?:au)?",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "offence", "offences", "index offence", "offence type", "conviction", "convictions",
        "cautions", "criminal record", "offence description", "previous convictions",
        "dbs disclosure", "dbs result", "dbs disclosures", "charge", "charges", "offending",
        "offending history", "disposal", "disposals", "sentence", "order", "court order",
        "order type", "discl", "dbs discl", "convictions cautions pending", "endorsements",
        "criminal convictions", "convictions declared", "unspent convictions",
        "risk flag", "warning", "warnings", "warning marker", "warning markers", "alerts", "flags",
        "arrested for", "reason for arrest", "charged with", "alleged offence", "alleged offences",
        "plea", "pleas", "verdict",
        "euogfarnau", "trosedd", "troseddau",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    noted=noted(_TERMS - _SHORT, _DEALT_WITH),
    version=7,
)  # fmt: skip
