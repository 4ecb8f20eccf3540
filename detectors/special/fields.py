"""The value of a field of a form: "Religion: Muslim", in text, JSON, XML and cells beside it.

Between a label and its answer may stand words that belong to the label ("Ethnic group (please
state)"), dots or a line to write on, a bar, empty cells, a line's end. Where the answers are boxes,
the ticked ones are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from detectors.base import Expand, Form
from detectors.special.definitions import is_defined
from detectors.special.people import speaks_in_general
from detectors.special.ticks import ticked

_VALUE_BYTES = 120
_BELOW_WORDS = 7  # an answer on a line of its own is short; longer ones are sentences
_FIRST_WORDS = (1, 2, 3, 4, 5)  # of such an answer
_SHORT_ANSWER_WORDS = 3
_BLANK_BELOW = re.compile(rb"[ \t]*\r?\n[ \t]*\r?\n[ \t]*\S")  # and the form goes on
_LABEL_LINE_BYTES = 48  # before a label whose answer stands on the line below

# A label's further words, then what leads to the answer. XML: <Diagnosis code="F20">.
_LEADS = re.compile(
    rb"""(?P<words>(?:[ _\-/(,'][A-Za-z0-9'()/,_ \-]{0,56}?)??)[\x22'?)*]{0,3}[ ]{0,12}"""
    rb"""(?:(?P<below>:?[ \t]{0,40}\r?\n(?P<apart>[ \t]{0,8}\r?\n)?(?![ \t]*\r?\n))[ \t|]{0,24}"""
    rb"""|(?P<gap>[ ]{2,40})(?=\S)|(?:[:=]|\|+|\t+|\.{3,80}|_{3,}|(?<=\n)-)[ \t.:|_]{0,60}"""
    rb"""|(?:\s[^<>\n]{0,80})?>[ \t]{0,8}|(?P<asked>\?)[ ]{1,4})"""
)
_OPENS = re.compile(
    rb"""(?:[\[{(]\s{0,40})?(?:[\x22'](?:code|value|name|description|desc|display|text)[\x22']"""
    rb"""\s?:\s?)?[\x22'-]?[ ]?(?:(?:[Yy]es|YES) ?[:;,-] ?(?=[A-Za-z]{3}))?"""
)
_VALUE = re.compile(rb"[^\r\n\t<>\x22;|\[\]{}]{1,%d}" % _VALUE_BYTES)
_NEXT = re.compile(rb" {2,}|\. |\.$|[,.]? [A-Z][a-z]+(?: [a-z]+){0,2}:|,? ?\b\w+(?: \w+)?: |\?")
_CHOICES = re.compile(
    rb"\b(?:yes|y) ?/ ?(?:no|n)\b|_{2,}|please (?:tick|state)|/ .* / |\d ?%"
    rb"|\A(?:if|and|or|of|in|the|you|please|see|such as|e\.g)\b",
    re.IGNORECASE,
)
_CODED = re.compile(rb"\d{2} [A-Z][a-z]+ / ")
"""One of a list's answers, with its code and all that it takes in: "31 English / Welsh / ..."."""
_OTHER_THING = re.compile(
    rb"\b(?:cupboard|fridge|cabinet|trolley|stock|room|policy|procedure|training|team|service"
    rb"|strategy|awareness|forum|group|champion|lead|officer|day|week|codes?|allowance|benefit|grant"
    rb"|statistics|monitoring|events?|campaign|facilit(?:y|ies)|recognition|agreement|duties|rights|guidance|advice)\b",
    re.IGNORECASE,
)
"""Words after a label that make it another thing's: "Medicine cupboard", "Disability benefit"."""
_OF_MANY = re.compile(
    rb"\b(?:people|users|residents|tenants|staff|patients|children|pupils|adults|carers|women|men"
    rb"|customers|clients|applicants|employees|members|those|anyone|groups?|communities|families)"
    rb"(?: (?:with|who|of|aged|over|under|from|may|could|would|will|are|were|have)\b|\.?\Z)"
    rb"|\A(?:most|many|some|several|all|half|none|a few|the majority|a third)"
    rb" (?:of (?:them|these|those|our|the)|have|are|were|has|would|will|may|use|also)\b"
    rb"|\b(?:matters? to|affects?|affected by|under-?represented|no impact)\b",
    re.IGNORECASE,
)
"""What tells of people in general: "Disability: users with arthritis would be affected"."""
_RULES_ON = re.compile(
    rb"\b(?:relevance|treatment|disclosure|effects?|types|kinds|lists?|rules|policy|guidance"
    rb"|guidelines|advice) (?:of|on|about|for) (?:the |all )?\Z",
    re.IGNORECASE,
)
"""What makes a label a heading of rules: "Relevance of convictions"."""
_RULES_BYTES = 32
_YES = re.compile(rb"(?:yes|y|ydw|oes)\b(?! ?/)", re.IGNORECASE)  # after a question
_ENDS_A_LABEL = b":?=\t\r\n|>\x22'. "
_LOWER, _UPPER = frozenset(b"abcdefghijklmnopqrstuvwxyz"), frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_JOINED = _LOWER | _UPPER | frozenset(b"0123456789-")

SUMMARY_HEADERS = (
    "count", "headcount", "head count", "number", "numbers", "total", "percentage", "percent",
    "per cent", "share", "proportion", "population", "no of staff", "number of staff",
    "number of employees", "number of pupils", "number of people", "number of children",
    "number of cases", "cases", "fte", "of workforce", "workforce", "rate", "no of pupils",
    "no of children", "applications", "applicants", "shortlisted", "appointed", "leavers",
    "starters", "denominator", "numerator", "indicator", "lower ci", "upper ci", "prevalence",
    "responses", "respondents", "average", "nifer", "canran", "cyfanswm",
)  # fmt: skip
"""Headings of tables that count people by kind and so tell nothing of anybody."""

OF_WORK = (
    "course", "course title", "course name", "training", "training course", "module", "topic",
    "subject", "team", "service", "department", "specialty", "speciality", "specialism", "clinic",
    "project", "charity", "organisation", "title", "event", "role", "job title", "post",
    "expertise",
    "interest", "interests", "policy", "session", "workshop", "area", "category", "nationality",
    "genedligrwydd", "forename", "surname", "first name", "last name", "party", "ward", "venue",
    "location", "site", "workstream", "programme", "qualification", "equipment",
)  # fmt: skip
"""Headings under which a term says what somebody works on, teaches or comes to, or is a name."""


def field_form(labels: str, check: Callable[[str], str | None], bare: float = 0.80) -> Form:
    """Return the form of a value in a field called by one of ``labels``, in snake_case too."""
    called = labels.replace(" ", r"[ _\-]?")
    return Form("in a field of a form", f"(?:{called})", bare, expand=value_of_field(check))


def everyday_field_form(labels: str, check: Callable[[str], str | None]) -> Form:
    """Return the same for ``labels`` that are everyday words: what ends a label follows at once."""
    expand = value_of_field(check)

    def of_label(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        label = data[start:end].rstrip(_ENDS_A_LABEL)
        return expand(data, start, start + len(label))

    return Form(
        "in a field of a form", rf"\b(?:{labels})(?:[:?=\t\n\r|>\x22'.]|  )", 0.80, expand=of_label
    )


def value_of_field(check: Callable[[str], str | None]) -> Expand:
    """Return what reads the value after a label that stands at start..end."""

    def passes(value: bytes) -> bool:
        return check(value.decode("utf-8", "replace")) is not None

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        if not _begins_a_word(data, start):
            return None
        if _RULES_ON.search(data, max(0, start - _RULES_BYTES), start):
            return None
        leads = _LEADS.match(data, end)
        if leads is None or (leads["gap"] is not None and not _begins_a_line(data, start)):
            return None
        if leads[0].startswith(b"\t") and _is_answer(data, start, end, passes):
            return None
        choices = ticked(data, leads.end(), passes)
        if choices is not None:
            return choices or None
        if _OTHER_THING.search(leads["words"]):
            return None
        below = leads["below"] is not None
        if below and not _on_a_line_of_its_own(data, start):
            return None
        if leads["asked"] is not None and not _YES.match(data, leads.end()):
            return None
        opens = _OPENS.match(data, leads.end())
        found = _value(data, opens.end() if opens else leads.end(), passes, below=below)
        if found and leads["apart"] is not None and not _is_all_of_its_line(data, *found):
            return None
        if found is None or is_defined(data, start, end):
            return None
        return _narrowed(data, *found, check)

    return expand


def _is_answer(data: bytes, start: int, end: int, passes: Callable[[bytes], bool]) -> bool:
    """Return whether a label is the end of a cell that answers: "Learning disability"."""
    first = max(data.rfind(b"\n", 0, start), data.rfind(b"\t", 0, start)) + 1
    return first < start and passes(data[first:end])


def _value(
    data: bytes, at: int, passes: Callable[[bytes], bool], *, below: bool
) -> tuple[int, int] | None:
    """Return the answer at ``at``, if it is one."""
    match = _VALUE.match(data, at)
    if match is None or _OF_MANY.search(match[0]):
        return None
    if _CHOICES.search(match[0]) and not _CODED.match(match[0]):
        return None
    value = match[0]
    if stop := _NEXT.search(value):
        value = value[: stop.start()]
    value = value.rstrip(b" ,.'")
    if below and not _answers_below(value, passes):
        return None
    return (match.start(), match.start() + len(value)) if value and passes(value) else None


def _narrowed(
    data: bytes, start: int, end: int, check: Callable[[str], str | None]
) -> tuple[int, int]:
    """Return the words that answer: a long answer holds the names of people too."""
    words = list(re.finditer(rb"\S+", data[start:end]))
    if len(words) <= _SHORT_ANSWER_WORDS:
        return start, end
    said = check(data[start:end].decode("utf-8", "replace"))
    first, last = 0, len(words)
    while first + 1 < last and check(_text(data, start, words[first + 1 : last])) == said:
        first += 1
    while last - 1 > first and check(_text(data, start, words[first : last - 1])) == said:
        last -= 1
    return start + words[first].start(), start + words[last - 1].end()


def _text(data: bytes, start: int, words: list[re.Match[bytes]]) -> str:
    return data[start + words[0].start() : start + words[-1].end()].decode("utf-8", "replace")


def _answers_below(value: bytes, passes: Callable[[bytes], bool]) -> bool:
    """Return whether a line below a label answers it: short, and with a term in its first words."""
    words = value.split()
    if len(words) > _BELOW_WORDS or speaks_in_general(value):
        return False
    return passes(value) and any(passes(b" ".join(words[:most])) for most in _FIRST_WORDS)


def _is_all_of_its_line(data: bytes, start: int, end: int) -> bool:
    """Return whether an answer is short, its line holds nothing else, and a blank one is below."""
    if data.count(b" ", start, end) > _SHORT_ANSWER_WORDS:
        return False
    return _BLANK_BELOW.match(data, end) is not None


def _begins_a_word(data: bytes, at: int) -> bool:
    """Return whether a label begins at ``at``, as in "ethnicity", "child_ethnicity" too."""
    if at == 0 or data[at - 1] not in _JOINED:
        return True
    return data[at - 1] in _LOWER and data[at] in _UPPER


def _begins_a_line(data: bytes, at: int) -> bool:
    """Return whether nothing but spaces stands before ``at`` in its line."""
    return not data[data.rfind(b"\n", 0, at) + 1 : at].strip()


def _on_a_line_of_its_own(data: bytes, at: int) -> bool:
    """Return whether the label at ``at`` is in a short line without an end of a sentence."""
    before = data[data.rfind(b"\n", 0, at) + 1 : at]
    return len(before) <= _LABEL_LINE_BYTES and b". " not in before[4:]
