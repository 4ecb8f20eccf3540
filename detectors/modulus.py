"""Whether a sort code and an account number can belong together, by the banks' own table.

Each bank chooses how it weighs the fourteen digits of the two, u v w x y z a b c d e f g h, and
what their sum must leave. The table of weights and the exceptions that it numbers are Pay.UK's,
with terms of their own: an organisation supplies its copy, none is shipped.

Check     MOD10, MOD11 or DBLAL (the digits of the products are added, modulo 10); where a range has
          two rows both must hold, in exceptions 2 and 9, 10 and 11, 12 and 13 either. A sort code
          that is in no row, a foreign currency account (exception 6) and a rule that is not known
          here tell nothing.
Chance    one random pair in ten or eleven passes one row.
Source    Vocalink for Pay.UK, "Validating account numbers: UK modulus checking", version 9.00, as
          its table and its 34 examples have it; read 2026-11-26.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

_DIGITS = 14
_LONGEST = 10  # digits of an account number
_SORT_CODE = re.compile(r"[0-9]{6}")
_ROW = re.compile(
    r"(?P<first>[0-9]{6})\s+(?P<last>[0-9]{6})\s+(?P<method>MOD10|MOD11|DBLAL)"
    r"(?P<weights>(?:\s+-?[0-9]{1,3}){14})(?:\s+(?P<exception>[0-9]{1,2}))?\s*"
)
_SUBSTITUTE = re.compile(r"([0-9]{6})\s+([0-9]{6})\s*")
_TO_ACCOUNT_B = 8  # digits from u to b
_A, _C, _G, _H = 6, 8, 12, 13
_EITHER_OF_TWO = frozenset({2, 9, 10, 11, 12, 13})
_KNOWN_EXCEPTIONS = frozenset(range(15))
_SHIFTED_FROM = "019"  # the last digits that exception 14 lets go
_CO_OPERATIVE = "08"  # its accounts of ten digits are looked up by their first eight


class TableRefused(Exception):
    """A file is no table of weights or substitutes; the message says where and why."""


class _Method(Enum):
    MOD10 = 10
    MOD11 = 11
    DBLAL = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What one line of the table says for the sort codes from ``first`` to ``last``."""

    first: str
    last: str
    method: _Method
    weights: tuple[int, ...]
    exception: int = 0


@dataclass(frozen=True, slots=True)
class ModulusTable:
    """All rows, those of one range side by side, and the sort codes to be taken for others."""

    starts: tuple[str, ...]
    ranges: tuple[tuple[Row, ...], ...] = field(repr=False)
    substitutes: Mapping[str, str] = field(repr=False)

    def agree(self, sort_code: str, account: str) -> bool | None:
        """Return whether two canonical values can be one account; None where nothing tells."""
        if not (_SORT_CODE.fullmatch(sort_code) and account.isdigit()):
            return None
        number = _eight(sort_code, account)
        rows = self._rows(sort_code)
        if not number or not rows or {row.exception for row in rows} - _KNOWN_EXCEPTIONS:
            return None
        if any(row.exception == 6 for row in rows) and _is_foreign(number):
            return None
        passes = [
            self._passes(row, sort_code, number, second=at > 0) for at, row in enumerate(rows)
        ]
        return any(passes) if _EITHER_OF_TWO & {row.exception for row in rows} else all(passes)

    def account_agrees(self, account: str, sort_code: str) -> bool | None:
        """Return the same, asked from the account number's side."""
        return self.agree(sort_code, account)

    def _rows(self, sort_code: str) -> tuple[Row, ...]:
        at = bisect(self.starts, sort_code) - 1
        rows = self.ranges[at] if at >= 0 else ()
        return rows if rows and sort_code <= rows[0].last else ()

    def _passes(self, row: Row, sort_code: str, account: str, *, second: bool) -> bool:
        digits = sort_code + account
        match row.exception:
            case 3 if second and digits[_C] in "69":
                return True
            case 4:
                return _total(row, digits) % 11 == int(digits[_G:])
            case 5:
                digits = self.substitutes.get(sort_code, sort_code) + account
                return _leaves(row, digits)
            case 8:
                digits = "090126" + account
            case 9:
                digits = "309634" + account
            case 14:
                shifted = sort_code + "0" + account[:-1]
                return _adds_up(row, digits) or (
                    digits[_H] in _SHIFTED_FROM and _adds_up(row, shifted)
                )
        return _adds_up(row, digits)


def _eight(sort_code: str, account: str) -> str:
    """Return the eight digits that are checked: "" of a length that is not."""
    if len(account) == _LONGEST:
        return account[:8] if sort_code.startswith(_CO_OPERATIVE) else account[2:]
    return account if len(account) == _DIGITS - _A else ""


def _is_foreign(account: str) -> bool:
    return account[0] in "45678" and account[-2] == account[-1]


def _weights(row: Row, digits: str) -> tuple[int, ...]:
    """Return the weights of a row, as its exception changes them for these digits."""
    last = row.weights[_TO_ACCOUNT_B:]
    match row.exception:
        case 2 if digits[_A] != "0":
            first = (0, 0, 1, 2, 5, 3, 6, 4) if digits[_G] != "9" else (0,) * _TO_ACCOUNT_B
            return (*first, 8, 7, 10, 9, 3, 1)
        case 7 if digits[_G] == "9":
            return (*(0,) * _TO_ACCOUNT_B, *last)
        case 10 if digits[_A:_C] in ("09", "99") and digits[_G] == "9":
            return (*(0,) * _TO_ACCOUNT_B, *last)
    return row.weights


def _total(row: Row, digits: str) -> int:
    products = [
        weight * int(digit) for weight, digit in zip(_weights(row, digits), digits, strict=True)
    ]
    if row.method is not _Method.DBLAL:
        return sum(products)
    added = 27 if row.exception == 1 else 0
    return added + sum(sum(divmod(product % 100, 10)) + product // 100 for product in products)


def _modulus(row: Row) -> int:
    return 11 if row.method is _Method.MOD11 else 10


def _adds_up(row: Row, digits: str) -> bool:
    return _total(row, digits) % _modulus(row) == 0


def _leaves(row: Row, digits: str) -> bool:
    """Return whether what the sum lacks is the check digit, as exception 5 has it."""
    left = -_total(row, digits) % _modulus(row)
    return left == int(digits[_G if row.method is _Method.MOD11 else _H])


def table(weights: str, substitutes: str = "") -> ModulusTable:
    """Return the table in the text of its two files. Raises TableRefused with the line.

    >>> ours = table("000000 000099 MOD11 0 0 0 0 0 0 8 7 6 5 4 3 2 1")
    >>> ours.agree("000001", "12345679"), ours.agree("000001", "12345678")
    (True, False)
    >>> ours.agree("000100", "12345679") is None
    True
    """
    ranges: dict[str, tuple[Row, ...]] = {}
    for number, line in _lines(weights):
        found = _ROW.fullmatch(line)
        if found is None or found["first"] > found["last"]:
            message = f"line {number} is no row of the table of weights"
            raise TableRefused(message)
        row = Row(
            found["first"],
            found["last"],
            _Method[found["method"]],
            tuple(map(int, found["weights"].split())),
            int(found["exception"] or 0),
        )
        ranges[row.first] = (*ranges.get(row.first, ()), row)
    if not ranges:
        message = "it holds no row of the table of weights"
        raise TableRefused(message)
    starts = tuple(sorted(ranges))
    return ModulusTable(starts, tuple(map(ranges.__getitem__, starts)), _substitutes(substitutes))


def _substitutes(text: str) -> dict[str, str]:
    found = {}
    for number, line in _lines(text):
        pair = _SUBSTITUTE.fullmatch(line)
        if pair is None:
            message = f"line {number} is no sort code and its substitute"
            raise TableRefused(message)
        found[pair[1]] = pair[2]
    return found


def _lines(text: str) -> Iterable[tuple[int, str]]:
    """Yield number and text of each line that is not empty."""
    lines = enumerate(text.lstrip("\ufeff").replace("\x1a", "").splitlines(), 1)
    return ((number, line.strip()) for number, line in lines if line.strip())
