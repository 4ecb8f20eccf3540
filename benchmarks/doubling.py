"""Whether detection stays linear on text that is made to be slow.

Run it as ``python -m benchmarks.doubling``. Each line repeats one phrase without a line end, the
worst there is for rules that look around: CPU seconds at one, two and four times the size. Where
four times the text costs more than six times the time, a rule looks too far.
"""

from __future__ import annotations

import time

from detectors.engine import Engine
from detectors.registry import detectors

SIZE_CHARS = 50_000
_RUNS = 3  # the least of which counts: others' work on the machine only adds
_MOST_GROWTH = 6.0  # from one size to four times that: linear is 4
_LEAST_SECONDS = 0.1  # below it the clock decides

PHRASES = (
    "She has asthma. ", "asthma and ", "Margaret Adeyemi said ", "MARGARET ADEYEMI ",
    "Present: Jane Hill, Ann Hill, ", "\n- Jane Hill", "12 Mill Lane, Leeds LS1 4AB, ", "LS1 4AB ",
    "12 Mill Lane ", "Jane Hill\t", "&a=%20b", "%20", '\\"a\\":', " Jane Hill wrote: ",
    ", Jane Hill (Clerk)", "Jane Hill, aged 7 ", "INSERT INTO a (b, c) VALUES ('x', 'y');",
    "('Jane', '1'),", "COPY a (b, c) FROM stdin;\n", "Name: ", "Company number 12345678 ",
    "@a", "0 ", "P<GBRHILL<<JANE<<<<", "a,b,c\n", "0123456789", "\0", "a@example.org ",
    "passport no, ", "passport 1, ", "blue badge ", "sort code 20-45-77 account ", "\\\\\\\\\"",
    "NHS number: 999 000\n", "NHS number 9 9 9 0 0 ", "9 ", "NI number ...... ", "DOB of child: ",
    "order no 4000000004, ", "bracket LS1 4AB ",
    "code  name  size\n" + 10 * "ab\n", "Name  NHS number  Born\n" + 3 * "\n", "name,nhs,dob\nx\n",
    "Name\tNHS\tBorn\n1\t2\n", "Name|NHS|Born\n\n", "1   Jane Hill   LS1 4AB\nab\n", "\nName\n",
    "[1] J", "[12:30] Jane Hill: ", "religion ", "Religion\n", "medical - ", "Diagnosis\n\n",
    "PASSWORD=", "password: ", "|Jane Hill|", "<name>Jane Hill</name>", '"name": "Jane Hill",',
    "Annex A  -  Jane  -  Hill\n", "offence ", "convicted of ", "ethnic group (please state) ",
    "[ ] yes [x] no ", "Dear Jane\n", "Mr ", "J. ", "Hill, Jane; ",
    "Children: Jo Day (2/3/2015), ", "Son Jo Day (1/2/15) ", "QQ 12 34 56 C 1/2/80 ", "HMP Leeds ",
    "First name: Jo\nSurname: Day\n", "Jo Day Officer: ", "the password Autumn6781! ",
    "account: 73920184\nsort code: 20-45-77\n", "Lord Hill Ward ", "spoke to Joy Black (",
    "01632 960", "07700 900 ",
)  # fmt: skip


def _seconds(engine: Engine, phrase: str, size_chars: int) -> float:
    text = (phrase * (size_chars // len(phrase) + 1))[:size_chars]
    taken = []
    for _ in range(_RUNS):
        began = time.process_time()
        engine.session().text_columns(text)
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    """Print the seconds of each phrase, and which grow faster than the text."""
    engine = Engine(detectors())
    for phrase in PHRASES:
        one, two, four = (_seconds(engine, phrase, SIZE_CHARS * times) for times in (1, 2, 4))
        fast = four < _LEAST_SECONDS or four <= _MOST_GROWTH * one
        print(f"{phrase!r:40} {one:.2f} {two:.2f} {four:.2f} {'' if fast else 'not linear'}")


if __name__ == "__main__":
    main()
