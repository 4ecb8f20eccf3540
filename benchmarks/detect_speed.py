"""How fast detection is, beside ripgrep with the same patterns.

Run it as ``python -m benchmarks.detect_speed``.

CPU time of one process, best of three, in MB (10^6 bytes) of UTF-8 a second. Prose and code are
the machine's own (/usr/share/doc, the standard library); logs, letters and person tables are
generated, seeded, and hold invented people only.
"""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from detectors.base import Scan
from detectors.engine import Engine
from detectors.engine.plan import Plan
from detectors.registry import detectors

BLOCK_CHARS = 1_000_000
KIND_BYTES = 4_000_000
RUNS = 3

FIRST = (
    "Margaret",
    "David",
    "Fatima",
    "Tomasz",
    "Siân",
    "Priya",
    "Gareth",
    "Kwame",
    "José",
    "Helen",
)
LAST = ("Adeyemi", "Bevan", "Chaudhry", "O'Brien", "Kowalski", "Okafor", "Patel", "Smith-Jones")
STREETS = ("Mill Lane", "Station Road", "Albert Terrace", "Foundry Street", "Orchard Close")
HEADER = ("Ref", "First name", "Surname", "Date of birth", "NI number", "NHS number", "Phone",
          "Email", "Address", "Postcode", "Notes")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """Text of one kind in blocks; ``header`` is set for rows of a table."""

    kind: str
    blocks: tuple[str, ...]
    header: tuple[str, ...] | None = None


def _files(paths: Iterator[Path]) -> str:
    parts: list[str] = []
    size = 0
    for path in paths:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        if len(raw) > 400_000:  # one long table of names would be all of the sample
            continue
        parts.append(raw.decode("utf-8", "replace"))
        size += len(raw)
        if size >= KIND_BYTES:
            break
    return "\n".join(parts)


def prose() -> str:
    """Return documentation as found on the machine, without change logs."""
    wanted = ("README*", "NEWS*", "*.txt", "*.txt.gz", "*FAQ*", "copyright")
    root = Path("/usr/share/doc")
    found = (path for pattern in wanted for path in sorted(root.rglob(pattern)) if path.is_file())
    return _files(found)


def code() -> str:
    """Return source of the standard library."""
    return _files(iter(sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py"))))


def logs(rng: Random) -> str:
    """Return lines of a web server and a job runner."""
    lines = []
    size = 0
    while size < KIND_BYTES:
        stamp = (
            f"2026-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}T03:{rng.randrange(60):02}"
        )
        line = rng.choice(
            (
                f"{stamp}:07Z INFO job={rng.randrange(10**10)} done ms={rng.randrange(10**6)}",
                f'10.2.{rng.randrange(256)}.7 - [{stamp}] "GET /homes/{rng.randrange(10**7)}?page='
                f'{rng.randrange(99)} HTTP/1.1" 200 {rng.randrange(10**5)} "-" "Mozilla/5.0"',
                f"{stamp}:44 WARN pool.worker-{rng.randrange(8)} slow query {rng.random():.12f}s"
                f" id={rng.getrandbits(128):032x} rows {rng.randrange(10**9)}",
            )
        )
        lines.append(line)
        size += len(line) + 1
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Person:
    first: str
    last: str
    born: str
    nino: str
    nhs: str
    phone: str
    mail: str
    house: str
    postcode: str


def _person(rng: Random) -> _Person:
    first, last = rng.choice(FIRST), rng.choice(LAST)
    while True:
        nine = f"999{rng.randrange(10**6):06}"
        total = sum(
            weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True)
        )
        if (check := -total % 11) < 10:
            break
    ascii_name = f"{first}.{last}".encode("ascii", "ignore").decode().lower().replace("'", "")
    return _Person(
        first,
        last,
        f"{rng.randrange(1, 29):02}/{rng.randrange(1, 13):02}/{rng.randrange(1935, 2015)}",
        f"{rng.choice(('AB', 'CE', 'JG', 'NM'))}{rng.randrange(10**6):06}{rng.choice('ABCD')}",
        f"{nine}{check}",
        f"07700 900{rng.randrange(1000):03}",
        f"{ascii_name}{rng.randrange(99)}@example.com",
        f"{rng.randrange(1, 200)} {rng.choice(STREETS)}, Leeds",
        f"LS{rng.randrange(1, 20)} {rng.randrange(10)}{rng.choice('ABDE')}{rng.choice('HJLN')}",
    )


def letters(rng: Random) -> str:
    """Return letters of a housing office."""
    parts = []
    size = 0
    while size < KIND_BYTES:
        one = _person(rng)
        text = f"""{one.first} {one.last}
{one.house}
{one.postcode}

Our ref: HB/{rng.randrange(10**6)}
Date: 3 March 2026

Dear Mrs {one.last},

Thank you for your letter about your tenancy at {one.house}. We have looked at what you told us
and at the records that we hold. Your National Insurance number is {one.nino} and your NHS number
is {one.nhs[:3]} {one.nhs[3:6]} {one.nhs[6:]}. Your date of birth is {one.born}. If any of this is
wrong please ring us on 01632 960{rng.randrange(1000):03} or write to {one.mail} before the end of
the month, and quote order number {rng.randrange(10**9, 10**10)}. We will then send you a new form,
which you should fill in, sign and return with copies of two recent bills. The rent that you owe
is worked out from the first Monday in April and does not include charges for water or heating.

We are sorry for the delay. If you are not happy with this answer you can ask for a review by an
officer who has not dealt with your case before, and after that complain to the Ombudsman.

Yours sincerely

{rng.choice(FIRST)} {rng.choice(LAST)}
Housing officer

"""
        parts.append(text)
        size += len(text)
    return "".join(parts)


def person_rows(rng: Random) -> str:
    """Return rows of a table of people, as the CSV extractor hands them over."""
    rows = []
    size = 0
    while size < KIND_BYTES:
        one = _person(rng)
        cells = (str(rng.randrange(10**6)), one.first, one.last, one.born, one.nino, one.nhs,
                 one.phone, one.mail, one.house, one.postcode, "called back")  # fmt: skip
        rows.append("\t".join(cells))
        size += len(rows[-1]) + 1
    return "\n".join(rows)


def stock_rows(rng: Random) -> str:
    """Return rows of a stock list, which holds nothing personal."""
    rows = []
    size = 0
    while size < KIND_BYTES:
        cells = (f"{rng.randrange(10**10):010}", f"Bracket, steel, {rng.randrange(5, 90)} mm",
                 f"{rng.random() * 100:.2f}", "2026-03-04", "B4", "Depot 2")  # fmt: skip
        rows.append("\t".join(cells))
        size += len(rows[-1]) + 1
    return "\n".join(rows)


def samples(seed: int = 1) -> Iterator[Sample]:
    """Yield the samples, one kind after the other."""
    rng = Random(seed)
    yield Sample("prose", _blocks(prose()))
    yield Sample("code", _blocks(code()))
    yield Sample("logs", _blocks(logs(rng)))
    yield Sample("letters", _blocks(letters(rng)))
    yield Sample("person table", _blocks(person_rows(rng)), HEADER)
    yield Sample(
        "stock table",
        _blocks(stock_rows(rng)),
        ("Order no", "Item", "Price", "Date", "Bin", "Depot"),
    )


def _blocks(text: str) -> tuple[str, ...]:
    """Return ``text`` in blocks of about a million characters, cut at line ends."""
    blocks = []
    at = 0
    while at < len(text):
        end = text.rfind("\n", at, at + BLOCK_CHARS) + 1 or len(text)
        if at + BLOCK_CHARS >= len(text):
            end = len(text)
        blocks.append(text[at:end].rstrip("\n"))
        at = end
    return tuple(blocks)


def detected(engine: Engine, sample: Sample) -> int:
    """Return how many detections a sample holds."""
    session = engine.session()
    if sample.header is None:
        return sum(len(session.text(block)) for block in sample.blocks)
    found = (session.table_columns(block, 1, sample.header) for block in sample.blocks)
    return sum(len(each.values) for columns in found for each in columns)


def scanned(engine: Engine, data: list[bytes]) -> None:
    """Scan all blocks, without looking at what is found."""
    for block in data:
        engine.database.scan(block)


def best_seconds(work: Callable[[], object]) -> float:
    """Return the least CPU time of ``RUNS`` runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def ripgrep_seconds(plan: Plan, data: bytes) -> float:
    """Return the least CPU time that ripgrep takes to count the matches of our patterns."""
    with tempfile.TemporaryDirectory() as folder:
        patterns, file = Path(folder, "patterns"), Path(folder, "data")
        lines = [f"(?i:{p.regex})" if p.scan is Scan.ANY_CASE else p.regex for p in plan.patterns]
        patterns.write_text("".join(f"(?-u:{line})\n" for line in lines))
        file.write_bytes(data)
        best = float("inf")
        for _ in range(RUNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                [
                    "rg",
                    "-j1",
                    "--no-config",
                    "--multiline",
                    "-a",
                    "-c",
                    "-f",
                    str(patterns),
                    str(file),
                ],
                stdout=subprocess.DEVNULL,
                check=False,
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return best


def main() -> None:
    """Print a table: kind, MB, MB/s, detections, scan alone, ripgrep."""
    start = time.process_time()
    engine = Engine(detectors())
    print(f"engine ready in {time.process_time() - start:.2f} s CPU")
    print(f"{'kind':14}{'MB':>6}{'MB/s':>8}{'found/MB':>10}{'scan MB/s':>11}{'rg MB/s':>9}")
    for sample in samples():
        data = [block.encode("utf-8", "surrogatepass") for block in sample.blocks]
        size = sum(map(len, data)) / 1e6
        found = detected(engine, sample)
        seconds = best_seconds(partial(detected, engine, sample))
        scan = best_seconds(partial(scanned, engine, data))
        grep = ripgrep_seconds(engine.plan, b"\n".join(data)) if "--no-rg" not in sys.argv else 0.0
        print(
            f"{sample.kind:14}{size:6.1f}{size / seconds:8.1f}{found / size:10.0f}"
            f"{size / scan:11.1f}{size / grep if grep else 0:9.1f}"
        )


if __name__ == "__main__":
    main()
