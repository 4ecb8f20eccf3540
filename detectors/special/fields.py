"""The value of a field of a form: "Religion: Muslim", in text, JSON, XML and cells beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from detectors.base import Expand, Form

_VALUE_BYTES = 120
_SEPARATOR = re.compile(rb"[\x22']?[ \t]{0,4}(?:[:=>]|\t|\r?\n(?![\r\n]))[ \t]{0,8}[\x22']?")
_VALUE = re.compile(rb"[^\r\n\t<>\x22;|]{1,%d}" % _VALUE_BYTES)
_NEXT = re.compile(rb" {2,}|\. |\.$|[,.]? [A-Z][a-z]+(?: [a-z]+){0,2}:|,? ?\b\w+(?: \w+)?: |\?")
_CHOICES = re.compile(
    rb"\b(?:yes|y) ?/ ?(?:no|n)\b|_{2,}|please (?:tick|state)|/ .* / |\d ?%", re.I
)

SUMMARY_HEADERS = (
    "count", "headcount", "head count", "number", "numbers", "total", "percentage", "percent",
    "per cent", "share", "proportion", "population", "no of staff", "number of staff",
    "number of employees", "number of pupils", "number of people", "number of children",
    "number of cases", "cases", "fte", "of workforce", "workforce", "rate",
)  # fmt: skip
"""Headings of tables that count people by kind and so tell nothing of anybody."""


def field_form(labels: str, check: Callable[[str], str | None], bare: float = 0.80) -> Form:
    """Return the form of a value in a field called by one of ``labels``, in snake_case too."""
    called = labels.replace(" ", r"[ _\-]?")
    pattern = rf"(?:\b|_)(?:{called})(?:\b|_)[\x22']?[ \t]{{0,4}}(?:[:=>\t]|\r?\n)"
    return Form("in a field of a form", pattern, bare, expand=value_of_field(check))


def value_of_field(check: Callable[[str], str | None]) -> Expand:
    """Return what reads the value after a label that ends where the trigger ends."""

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        del start
        separator = _SEPARATOR.match(data, end - 1)
        if separator is None:
            return None
        match = _VALUE.match(data, separator.end())
        if match is None or _CHOICES.search(match[0]):
            return None
        value = match[0]
        if stop := _NEXT.search(value):
            value = value[: stop.start()]
        value = value.rstrip(b" ,.'")
        if not value or check(value.decode("utf-8", "replace")) is None:
            return None
        return match.start(), match.start() + len(value)

    return expand
