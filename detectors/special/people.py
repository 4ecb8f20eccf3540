"""Whether a sentence speaks of one person, or of people in general as leaflets and policies do."""

from __future__ import annotations

import re

from detectors.names.lexicon import (
    NEVER_NAMES,
    PLACE_WORDS,
    everyday_words,
    first_names,
    folded,
    places,
    surnames,
)
from detectors.special.lexicon import words

_TITLED = re.compile(
    rb"\b(?:Mr|Mrs|Ms|Miss|Mx|Master|MR|MRS|MISS)\.? "
    rb"(?:ul-|al-|el-|de |da |van |von |ap |ab )?[A-Z\xc3-\xc6]"
    rb"|\bmrs? [a-z]{3}"
)
_CAPITALISED = re.compile(rb"\b([A-Z][a-z]+)\b(?! (?:Road|Street|Lane|House|Close|Ward|UK)\b)")
_SURNAME = re.compile(rb"(?:'s)?[ \t]((?:O'|Mc|Mac)?[A-Z](?:[a-z]+|[A-Z'\-]{2,20}))\b")
_ACTS = re.compile(
    rb"(?:'s\b| _| (?:and [A-Z]|has|had|is|was|says|said|told|does|did|takes|took|lives|lived"
    rb"|attends|attended|reports|reported|wants|went|made|uses|used|can|cannot|will|would|got"
    rb"|gets|feels|felt|came|needs|remains|became|disclosed|received|suffers|moved|started|stays|been|also"
    rb"|re|who|from|who is|on|at ct|at court|stood|spoke|[a-z]{3,12}ed|identifies"
    rb"|describes|considers|struggles"
    rb"|lost|fell|rang|thinks|loves|smokes|drinks|misses|walks|sleeps|eats|votes|canvasses|campaigns"
    rb"|supports|belongs|prays|fasts|observes|converted|left|presents|recently|still|now|never"
    rb"|yn|wedi|sydd|ar y)\b|'n\b|[,:;).\t]|  |\Z| ?[-\x80-\xff(|])"
)
_INITIALS = re.compile(
    rb"\b(?!UK|EU|GP|IT|HR|OT|MP|US|TV|PC)(?:[A-Z]{2}|[A-Z]\.? ?[A-Z]\.|[A-Z])(?:'s\b"
    rb"| (?:has|had|is|was|says|said|told|did|does|takes|attends|lives|reports|made|went|feels)\b)"
    rb"|\b[Ss]aw [A-Z]{1,2}\b"
)
_LAST_FIRST = re.compile(
    rb"(?:NAME |[Ss]ubject |minor |child |\A|[\n\t|(*=]|[-:] | {2})[ ]{0,8}"
    rb"((?:O'|Mc|Mac)?[A-Z][A-Za-z'\-]+)(?:, ?|(?<=[A-Z]{2}) )([A-Z][A-Za-z]+)\b"
)
_CAPITAL = rb"(?:[A-Z]|\xc3[\x80-\x9e]|[\xc4\xc5][\x80-\xbf]|\xe1[\xb8-\xbb][\x80-\xbf])"
_NAME = _CAPITAL + rb"[a-z\x80-\xff'\-]+(?:[A-Z][a-z]+)?"
_PARTICLE = (
    rb"(?:[Uu]l-|[Aa]l-|[Ee]l-|[Dd]e (?:la )?|[Dd]a |[Vv]an (?:der? )?|[Vv]on |bin |[Aa]p |[Aa]b )?"
)
_WHOLE = rb"(" + _NAME + rb")(?: " + _NAME + rb"){0,2} " + _PARTICLE + rb"(" + _NAME + rb")"
_UNKNOWN = re.compile(
    rb"\b(?:for|re|regarding|concerning|about|on|of|against|from|to)[ \n]"
    + _WHOLE
    + rb"(?![\w]| [A-Z])"
    rb"|(?:\A|(?<=[\n\t(*|>,.:;]) ?|(?<=- )|(?<=\d )|(?<=that ))"
    + _WHOLE
    + rb"(?=(?: and [A-Z]\w+)? (?:is|was|has|had|have|did|says|said|told|disclosed|declared|spoke"
    rb"|reports|reported|attends|attended|takes|suffers|lives|rang|needs|identifies|describes"
    rb"|asked|came|went|became|left|stood|wants|feels|yn|wedi|[a-z]{3,12}ed)\b)"
)
"""A whole name that we need not know: "enquiry opened for Perran Tregunna", "Dagny Ro said"."""
_ROOMS = words("room suite building wing block annexe")  # called after somebody
_SAINT_BEFORE = re.compile(rb"\b(?:St|Saint|Our|Lady|Queen|King|Prince|Princess|HMS)\.? $")
_BODY_AFTER = re.compile(
    rb" (?:(?:RC|CE|VA|High|Primary|Junior|Infants?|Secondary|Community|Medical|Health|Day) )*"
    rb"(?:School|Academy|College|Nursery|Surgery|Hospital|Practice|Centre|Park|Gardens?|House|Lodge"
    rb"|Court|Hall|Library|Road|Street|Lane|Ward|Trust|Foundation|Ltd|LLP|plc)\b"
)
"""What makes a name that of a school, a park or a firm: "Thomas Arkwright Academy"."""
_FAMILY = re.compile(
    rb"\bthe [A-Z][a-z\x80-\xff'\-]+ (?:children|family|boys|girls|siblings|twins|household)\b"
)
_MYSELF = re.compile(rb"\bI(?:'m|'ve)?\b(?=[ '])(?! ?\d)|\b[Mm]y\b")
_TOLD_OF_ONE = re.compile(
    rb"\W{0,4}(?:Diagnosed (?:with|as)|Admitted (?:to|with)|Discharged from|Prescribed|Started on"
    rb"|Signed off|Sectioned under|Referred (?:to|for)|Tested positive) "
)
"""How an entry of a record begins that leaves out whom it is about: "Diagnosed with asthma"."""
_AGED = re.compile(rb"\bage[d:]?[ ]{1,3}\d{1,2}\b(?! ?(?:to|and|or|-|\xe2\x80[\x93\x94]|plus)|\+)")
"""An age of one person, though not "aged 16 to 24"."""
_OUR_FAMILY = re.compile(
    rb"\b(?:[Ww]e|[Tt]hey)(?:'re| are) an? (?:[\w ]{0,20} )?_ (?:family|couple|household)\b"
)
_EITHER = re.compile(rb"\b(?:s?he ?(?:/|or) ?s?he|his ?(?:/|or) ?her|s/he|\(s\)he)\b", re.I)
_ROLES = (
    rb"child|pupil|student|learner|service user|client|patient|pt|tenant|resident|claimant"
    rb"|appellant|applicant|employee|colleague|carer|parent|mother|mum|mam|father|dad"
    rb"|son|daughter|nan|gran|grandmother|grandfather|wife|husband|sister|brother|partner|boy|girl"
    rb"|suspect|assailant|passenger"
    rb"|baby|young person|YP|SU|victim|perpetrator|subject|driver|offender|customer|adult at risk"
    rb"|individual|person|man|woman|lady|gentleman|family|minor|detainee|detained person"
    rb"|complainant|constituent|stepdad|stepfather|stepmother|grandson|granddaughter|grandad"
    rb"|nephew|niece|uncle|aunt"
)
# A "child protection plan" speaks of no child, a "patient group" of no patient.
_COMPOUND = (
    rb"(?! (?:protection|in need|sexual|criminal|care|benefit|poverty|development|health|safety"
    rb"|premium|referral|governor|council|agenc|organis|support|services?|specification"
    rb"|assistance|relations|participation|loan|finance|to|group|engagement|experience|voice)\b)"
)
_MANY = (
    rb"people|persons|children|adults|pupils|students|learners|patients|tenants|residents|clients"
    rb"|employees|staff|colleagues|carers|parents|members|applicants|individuals|those|anyone"
    rb"|anybody|someone|somebody|everyone|nobody|users|victims|survivors|families|men|women"
    rb"|schools|teachers|managers|officers|you|your|we|our"
)
_WHO = re.compile(
    rb"(?P<one>\b(?:he|she|his|her|him|(?:our|my) (?:" + _ROLES + rb")"
    rb"|your (?:client|patient|tenant|constituent|customer|employee))\b)"
    rb"|(?P<any>\b(?:an?|any|each|every|no|some|one|another|your|all)"
    rb" (?:[a-z]+ ){0,2}?(?:" + _ROLES + rb")\b)"
    rb"|(?P<both>\b(?:both|her|his|all three|all four|the two) (?:children|boys|girls|parents)\b)"
    rb"|(?P<many>\b(?:" + _MANY + rb")\b)"
    rb"|(?P<role>\b(?:" + _ROLES + rb")\b" + _COMPOUND + rb")",
    re.IGNORECASE,
)
_MODAL = re.compile(
    rb"\b(?:may|might|could|should|must|shall|can|will be|whether|[Ww]here|[Ww]hen|unless)\b"
)
_MODAL_OF_ONE = re.compile(
    rb"\b(?:may|might|could|should|must|shall|can|will be|whether|Where|When|unless)\b"
)
"""The same of him or her, of whom it may be told when something happened."""
_GENERAL = re.compile(
    rb"\b(?:if (?:you|your|an?|any|the|they|someone|he|she)|anyone who|people (?:with|who)|such as"
    rb"|for example|e\.g|including|(?:learn|advice|tips|information|guide|on|about) how to"
    rb"|\A\W*how to|hazards|topics|risk of (?:burns|injury)|may cause|do you"
    rb"|have you|are you|(?-i:Does the)|awareness|leaflet|helplines?|hotlines?|call 999|samaritans"
    rb"|learn (?:about|to)|symptoms of|signs of|rates? of|number of|per cent|we may|you may"
    rb"|you can|regardless|welcome"
    rb"|(?:should|must) be (?:sent|made|reported|raised|referred|passed|completed|told)|backlog"
    rb"|(?:books?|leaflets?|films?|sessions?|class|club|choir|group) (?:on|about|for)"
    rb"|meets (?:every|each|monthly|weekly|fortnightly|quarterly)"
    rb"|will (?:normally|usually|generally|ordinarily)"
    rb"|(?:an|any|each|no) (?:applicant|licence holder)"
    rb"|talks? (?:on|about)|spoke (?:on|about)|leads? on|read out|launch of|(?:has|have|had) risen"
    rb"|rose by|fell by|increased by|of the (?:act|contract|agreement|lease)"
    rb"|training (?:was|is|on|in|for|by|led|covers?|covered)|manages (?:the|our) \w+ \w+ team"
    rb"|(?:this|our|the) (?:[a-z]+ )?(?:policy|procedure|guidance|guide|leaflet|strategy|document"
    rb"|booklet|course|module|section|report) (?:covers?|sets?|explains?|applies|describes?"
    rb"|includes?|is|aims?|gives?|tells?|looks?))\b|"
    rb"\d ?% (?:of|were|are|said|had|have|in|who|more|less|higher|lower)\b|self[._]",
    re.I,
)
_TAUGHT = re.compile(
    rb"\b(?:case stud(?:y|ies)|scenarios?|vignettes?|role[ -]play|quiz|slide \d+"
    rb"|fictional|made[- ]up"
    rb"|legal updates?|case ?law|case digest|law reports?|EW(?:CA|HC|COP)|UKSC|UKUT"
    rb"|fictitious|hypothetical|worked example|astudiaeth achos|the narrator|mark scheme"
    rb"|model release|stock (?:image|photo)(?:graph)?s?"
    rb"|(?:group |training )?exercise \d{1,2} ?[:.\-]|discussion (?:points?|exercise)"
    rb"|(?-i:(?:Resident|Tenant|Mr|Mrs|Ms|Miss|Child|Adult|Person|Client|Patient|Pupil|Family) "
    rb"[XYZ]))(?![\w\x80-\xff])",
    re.IGNORECASE,
)
_DEFINING = re.compile(
    rb"\b(?:(?:is|are) (?:an?|the|our)|means|refers? to|appl(?:y|ies)|aims?|ensures?"
    rb"|includes?|requires?|duty|duties)\b"
)
_OFFICE_BEFORE = re.compile(
    rb"\b(?:Cllr|Councillor|Inspector|Director|Head|Manager|Leader|Secretary|Chair|[Ll]ead"
    rb"|[Oo]fficer|Tutor|Trainer|Nurse|Contact|[Cc]all|[Rr]ing|Ask|[Ii]n|[Aa]t|[Nn]ear|[Ee]ditor"
    rb"|[Oo]wner|[Ww]ritten by|[Ss]peakers?|[Rr]eviewed by|[Aa]pproved by|[Ll]ed by"
    rb"|[Dd]elivered by|[Pp]resented by|[Hh]osted by|[Rr]un by|Supplier|Headteacher"
    rb"|Teacher|Principal|SENC[oO]|Governor|Author|Dr|Prof|Rev|Revd|LADO"
    rb"|DPO),? ?:? ?$"
)
_OFFICE_AFTER = re.compile(
    rb"[A-Z][a-z]+(?: [A-Z][a-z'\-]+){0,2},? ?[(\-]?[ ]?(?:[A-Z][A-Za-z]+ ){0,3}"
    rb"(?:Member|Liaison|Specialist|Trainer|Tutor|Consultant|Secretary|Head|Director|Chief|Manager|Leader|Chair|Officer|Lead|Coordinator|Teacher|SENC[oO]"
    rb"|in HR)\b"
)
_DEAR = re.compile(rb"\bDear (?:Mr|Mrs|Ms|Miss|Mx|Dr|[A-Z][a-z]+)\b")
_DEAR_ALL = re.compile(
    rb"\bDear (?:Sir|Madam|All|Colleague|Resident|Parent|Occupier|Tenant|Householder)"
)
_LETTER_BYTES = 3_000
_NO_GIVEN_NAMES = (
    NEVER_NAMES
    | PLACE_WORDS
    | words(
        "christian christians faith grace hope joy temple church union unite asian gay white black"
        " brown april may june august will mark bill rose pride star victoria england wales ireland"
        " scotland london roma romany lead manager policy note form north south east west case care"
        " child data"
    )
)
_YOU = re.compile(rb"\b[Yy]our?\b")
_PRONOUN = re.compile(rb"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_FILLED = re.compile(
    rb"\b(?:name|client|child|pupil|victim|adult at risk|service user|subject|applicant|tenant"
    rb"|young person|claimant|patient|dob|d\.o\.b\.?|date of birth|re|driver|employee|for"
    rb"|mother|father"
    rb"|staff|suspect|student|learner|passenger|resident|person|enw|surname|forenames?|defendant"
    rb"|interviewee|detained person|nominal|survivor|perpetrator|carers?|claimants?|appellant"
    rb"|complainant|elector|member|holder|keeper|householder|customer|about|nhs(?: no\.?| number)?"
    rb"|nino|chi|payroll(?: no)?|ni no|injured person|deceased|occupant|participant|mum|mam|dad)"
    rb"(?:'s)?(?: name)?[\])]?(?: ?[:=\t]| ?\.{3,60}|\]| {2,40}"
    rb"| (?=\d{1,2}(?:st|nd|rd|th)?[ ./\-]))"
    rb"[ \t\n:]{0,6}\w",
    re.IGNORECASE,
)
_SMALL_PAIR = re.compile(rb"\b(?=([a-z]{3,20}) ([a-z]{3,20})\b)")


def speaks_of_one(sentence: bytes) -> bool:
    """Return whether a sentence speaks of one person by name, pronoun, initials or role."""
    if _GENERAL.search(sentence):
        return False
    if _OUR_FAMILY.search(sentence):
        return True
    if names_someone(sentence) or _INITIALS.search(sentence) or _MYSELF.search(sentence):
        return True
    if _EITHER.search(sentence):
        return False
    if _TOLD_OF_ONE.match(sentence):
        return True
    who = _WHO.search(sentence)
    if who is None:
        return _AGED.search(sentence) is not None
    if who.lastgroup in ("any", "many"):
        return False
    modal = _MODAL if who.lastgroup == "role" else _MODAL_OF_ONE
    return not modal.search(sentence)


def is_taught(text: bytes) -> bool:
    """Return whether ``text`` is of a course: its people are made up."""
    return _TAUGHT.search(text) is not None


def speaks_in_general(sentence: bytes) -> bool:
    """Return whether a sentence speaks of people as leaflets, policies and statistics do."""
    if any(each.search(sentence) for each in (_GENERAL, _DEFINING, _EITHER, _MODAL)):
        return True
    who = _WHO.search(sentence)
    return who is not None and who.lastgroup in ("any", "many")


def names_someone(text: bytes) -> bool:
    """Return whether ``text`` names a person who is not named for an office held."""
    if text.isupper():
        text = text.title()
    for titled in _TITLED.finditer(text):
        if not _in_office(text, titled.start()):
            return True
    if _FAMILY.search(text) or _listed_by_surname(text) or _names_a_stranger(text):
        return True
    first_cell = text.partition(b"\t")[0]
    if first_cell.islower() and _names_in_small_letters(first_cell):
        return True
    until = 0
    for match in _CAPITALISED.finditer(text):
        word = match[1].decode("ascii").lower()
        if match.start() < until or word in _NO_GIVEN_NAMES or word not in first_names():
            continue
        surname = _SURNAME.match(text, match.end())
        if _in_office(text, match.start()):
            until = surname.end() if surname else 0
        elif surname is not None and _BODY_AFTER.match(text, surname.end()):
            until = surname.end()
        elif _is_person(text, match, surname):
            return True
    return False


def _names_in_small_letters(text: bytes) -> bool:
    """Return whether a given name and a surname stand in a note typed without capitals."""
    for match in _SMALL_PAIR.finditer(text):
        first, last = match[1].decode("ascii"), match[2].decode("ascii")
        if (
            first in first_names()
            and last in surnames()
            and not (_is_word(first) or _is_word(last))
        ):
            return True
    return False


def _is_person(text: bytes, given: re.Match[bytes], surname: re.Match[bytes] | None) -> bool:
    """Return whether a given name is followed by a surname we know, or by what people do."""
    if _SAINT_BEFORE.search(text, max(0, given.start() - 9), given.start()):
        return False
    if surname is None:
        acts = _ACTS.match(text, given.end())
        alone = acts is not None and acts[0][:1] not in (b" ", b"'")
        return acts is not None and not (alone and _is_word(given[1].decode("ascii").lower()))
    last = surname[1].decode("ascii").lower()
    if last in _ROOMS:
        return False
    known = last.replace("'", "") in surnames() and last not in PLACE_WORDS
    return known or bool(_ACTS.match(text, surname.end()))


def _listed_by_surname(text: bytes) -> bool:
    """Return whether an entry of a list begins "Smith, John" or "SMITH, John"."""
    for match in _LAST_FIRST.finditer(text):
        last, given = (each.decode("ascii").lower() for each in match.groups())
        if given in first_names() and given not in _NO_GIVEN_NAMES and last not in PLACE_WORDS:
            return True
    return False


def _names_a_stranger(text: bytes) -> bool:
    """Return whether somebody whose name we may not know does something, or it is done for them."""
    for match in _UNKNOWN.finditer(text):
        number = 1 if match[1] else 3
        parts = [folded(match[number + n].decode("utf-8", "replace")) for n in (0, 1)]
        if not any(map(_is_word, parts)):
            return not _in_office(text, match.start(number))
    return False


def _is_word(part: str) -> bool:
    """Return whether part of a name may be an everyday word, a place or what names things."""
    return part in everyday_words() or part in places() or part in _NO_GIVEN_NAMES


def _in_office(text: bytes, at: int) -> bool:
    """Return whether the name at ``at`` is that of somebody who does a job."""
    return bool(_OFFICE_BEFORE.search(text[max(0, at - 24) : at]) or _OFFICE_AFTER.match(text, at))


def writes_to_one(data: bytes, at: int, sentence: bytes) -> bool:
    """Return whether a sentence says "you" in a letter to one person."""
    if not _YOU.search(sentence) or _GENERAL.search(sentence) or _MODAL.search(sentence):
        return False
    letter = data[max(0, at - _LETTER_BYTES) : at]
    return bool(_DEAR.search(letter)) and not _DEAR_ALL.search(letter)


def opened_by_one(earlier: bytes) -> bool:
    """Return whether the sentences or fields before speak of one person."""
    return bool(_FILLED.search(earlier)) or _speaks_of_one_lately(earlier)


def _speaks_of_one_lately(earlier: bytes) -> bool:
    """Return whether a name or a pronoun stands in text that is not general."""
    if _EITHER.search(earlier) or _GENERAL.search(earlier):
        return False
    return names_someone(earlier) or bool(_PRONOUN.search(earlier))
