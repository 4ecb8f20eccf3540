"""Links between a person and what is said of them, read from the words around a term."""

from __future__ import annotations

import re

_QUALIFIED = (
    rb"(?:(?:an?|the|his|her|some|very|quite|well|poorly|badly|diet|insulin|severe|mild|moderate"
    rb"|acute|chronic|early|advanced|end|late|young|stage|onset|controlled|unstable|recurrent"
    rb"|historic|previous|past|known|suspected|possible|poss|probable|prob|query|complex|mixed"
    rb"|paranoid|resistant|standing|left|right|bilateral|new|old|bad|underlying|long|untreated"
    rb"|recent|ongoing|undiagnosed|diagnosed|two|three|four|several|multiple|\d)[ \-]|\?){0,4}"
)
"""What stands between a link and a term: "a severe", "?"."""

STATED = re.compile(
    rb"\b(?:ha[sd]|have|having|[hw]as been|is|was|were|are|am|been|being|with|w/?"
    rb"|suffer(?:s|ed|ing)?|diagnos(?:ed|is)|treated|tak(?:es|e|ing|en)|took|on|prescribed"
    rb"|started|due to|because of|because your|owing to|result of|caused by|his|her|my"
    rb"|history of|developed"
    rb"|under|us(?:es|ing)|injecting|addicted to|awaiting|reports|your"
    rb"|became|include[sd]?|lives|caring for|cares for|got|living|struggl(?:es?|ed|ing)"
    rb"|battl(?:es?|ed|ing)|manag(?:es|ing)"
    rb"|coping|present(?:s|ed|ing)|complain(?:s|ed|ing)|admitted|recovering|suspect(?:s|ed)?|query"
    rb"|confirmed|following|since|secondary to|needs|attends|referred|fears|relapse of|known"
    rb"|reason|off|unfit|dioddef|diagnosis|gan|ganddi|ganddo|gennych|gyda|efo|oherwydd"
    rb"|(?:seen|reviewed|meds|medication|tablets|treatment|surgery|clinic|appt|appointment|tests?"
    rb"|waiting|assessed|assessment|sick|absent|coming|visit(?:ing)?|called|rang) (?:for|re)"
    rb"|(?:risk|episodes?|bouts?|signs?|symptoms|fear|case|onset|flare[ -]?up|died|dying) of)\b"
    rb"|\b(?:GP|doctor|nurse|OOH|paramedics?)"
    rb"(?: (?:visit|seen|appt|call(?:ed)?|out|review))?[ :-]{1,3}\Z"
    rb"|\bsick ?[,:(\-] ?\Z"
    rb"|I'm|'ve|'s (?:[a-z\-]+ ){0,3}\Z|[\w)\]] ?(?:-|\xe2\x80[\x93\x94]) ?\Z|\b[chw]/[oh]\b"
    rb"|\b(?:[PD]MHx?|[PHD]x|[PD]?MH)\b[:\-]?|\? ?\Z"
    rb"|\b(?:mum|mam|mother|dad|father|gran|nan|son|daughter|wife|husband|partner|baby) \Z"
    rb"|(?:\|| {2,}) ?\Z",  # after others in a list
    re.IGNORECASE,
)
"""A link between a person and a condition or medicine, in the clause before it."""

LISTED_BEFORE = re.compile(
    rb"(?:\A[.;:\t][ \t|]{0,3}[\[(\x22]?|,(?: and| &)? |[(/+&;] ?| and )" + _QUALIFIED + rb"\Z",
    re.IGNORECASE,
)
"""What stands before one of several things that are told of somebody, as case notes do."""

LISTED_AFTER = re.compile(rb" ?(?:[,;.)/+&|\t\r\n\]\x22]|\Z| (?:and|-) )| {2}")
"""And what after it."""

TOLD_AFTER = re.compile(
    rb" (?:(?:pathway|assessment|diagnosis|referral|review|meds|medication|query|symptoms|tests?"
    rb"|clinic|appt|appointment) )?(?:for|of) (?:[A-Z]|his\b|her\b|my\b|mum\b|dad\b)"
    rb"|(?: has| is|'s)?(?: been)?(?: now| much| well)? "
    rb"(?:diagnosed|confirmed|suspected|queried|worse"
    rb"|worsening|better|controlled|flared|treated|positive|reactive|detected)\b"
    rb"| since\b| (?:behind|on|around|over|in) (?:both|his|her|left|right)\b"
    rb"| (?:behind|on|around|over) the\b"
    rb"| (?:meds|medication|tablets|inhaler|injection|cream) "
    rb"(?:given|taken|refused|due|changed|increased|reduced|stopped|reviewed|administered|missed)\b"
)
"""A link that follows its term: "the ADHD pathway for Jane Hill", "dementia worse"."""

_APPOSED = re.compile(rb"\b[A-Z][\w'\-\x80-\xff]+ [A-Z][\w'\-\x80-\xff]+(?: \(\d{1,2}\))?, ?\Z")
"""A name right before a condition: "for Jane Hill, asthma", but not "Jane Hill, Cancer"."""

IS = re.compile(
    rb"(?:\b(?:is|was|are|am|as|being|both|raised|became|become|come out|came out|convert(?:ed)? to"
    rb"|practi[sc]ing|devout|baptised|origin|ethnicity)|'s|'m|,(?= an? )),? "
    rb"(?:both |openly |now |also )?(?:an? )?(?:of )?"
    rb"(?:practi[sc]ing |devout |openly |lapsed |committed |strict |young |lifelong |\w+-born )?$"
    rb"|(?-i:\b[A-Z][\w'\-\x80-\xff]+ [A-Z][\w'\-\x80-\xff]+) \($"  # "Jane Hill (White Irish)"
    rb"|\b(?:his|her|their|my) (?:faith|religion|beliefs?|ethnicity) (?:\(|as |of |- ?)$",
    re.IGNORECASE,
)
"""A link that says what somebody is, right before the term."""

_DENIED_LAST = re.compile(
    rb"\b(?:no|nil|without|den(?:y|ies|ied)|never had|(?:not|n't) ha(?:ve|d)|rul(?:ed?|ing) out"
    rb"|negative for|not|isn't|wasn't|free (?:of|from)|nid oes|heb)(?: (?:any|an?|the|known|longer"
    rb"|history|of|evidence|signs?|diagnosis|formal|current|previous|past|recent|symptoms|from"
    rb"|suffer(?:ing)?|be(?:en)?|diagnosed|with|have|having))* ?$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rb"\b(?:no|nil|not|without|den(?:y|ies|ied)|never|nid oes|heb)\b", re.IGNORECASE
)
_ANSWERED_NO = re.compile(
    rb"[ \w()/,'\-]{0,40}?(?:[?:\t|=]|\.{3,60})[ \t:|]{0,8}"
    rb"(?:no(?:ne)?|nil|n/?a|not (?:known|applicant|applicable|aware)|unknown|nac oes|dim)\b"
    rb"|[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*(?:no(?:ne)?|nil|n/?a|dim)"  # on a line of its own
    rb"(?: (?:declared|disclosed|recorded|known))?[ .]*(?:\r?\n|\Z)",
    re.IGNORECASE,
)


_NAMED_BEFORE = re.compile(
    rb"\b[A-Z\xc3-\xc5][\w'\-\x80-\xff]+ (?:[\w'\-\x80-\xff]+ ){0,2}?[A-Z\xc3-\xc5]"
    rb"[\w'\-\x80-\xff]+(?: -|,| \xe2\x80[\x93\x94]) \Z"
)
"""A name and a dash right before what somebody is: "Jane Hill - Muslim, fasting"."""


def is_linked(link: re.Pattern[bytes], clause: bytes, term: bytes, after: bytes) -> bool:
    """Return whether ``clause``, or what follows the term, says it of somebody and none denies it.

    >>> is_linked(STATED, b"She has ", b"asthma", b"")
    True
    >>> is_linked(STATED, b"She has no ", b"asthma", b"")
    False
    """
    if link.search(clause):
        return _DENIED_LAST.search(clause) is None
    if link is not STATED:
        named = link is IS and _NAMED_BEFORE.search(clause) and LISTED_AFTER.match(after)
        return bool(named)
    told = _is_listed(clause, term, after) or TOLD_AFTER.match(after)
    if not told and not _is_apposed(clause, term):
        return False
    return _DENIED.search(clause) is None


def _is_listed(clause: bytes, term: bytes, after: bytes) -> bool:
    """Return whether a term is one of several things that are told of somebody, or the only one.

    What is written as a name after others is a body: "Jane Hill, Cancer Fund".
    """
    before = LISTED_BEFORE.search(clause)
    if before is None or LISTED_AFTER.match(after) is None:
        return False
    return before.start() == 0 or term.isupper() or not term.istitle()


def _is_apposed(clause: bytes, term: bytes) -> bool:
    """Return whether a term that is not written as a name follows one."""
    return not term.istitle() and _APPOSED.search(clause) is not None


def is_answered_no(data: bytes, end: int) -> bool:
    """Return whether what ends at ``end`` is part of a question of a form that is answered "no".

    >>> is_answered_no(b"Unspent convictions: No", len("Unspent convictions"))
    True
    """
    return _ANSWERED_NO.match(data, end) is not None
