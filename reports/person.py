"""What one person can open, in lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from reports.past import Days, found_by, of_moment, seen_next, stood, told_by
from reports.visible import plain
from reports.words import ENTITY_WORDS, counted, people
from scanner.catalogue.queries.person import READING, OpenPlace, Opens, PersonReach, ToldBy

_CHANGING = frozenset({Opens.WRITE, Opens.BOTH, Opens.ADMINISTRATOR})
_VERBS = {
    Opens.READ: "read",
    Opens.WRITE: "change, but not read,",
    Opens.BOTH: "read and change",
    Opens.ADMINISTRATOR: "read and change, in any case,",
}
_MOST_WAYS = 5  # shown of one folder; jsonl has them all


def lines(found: PersonReach, days: Days | None = None) -> Iterator[str]:
    """Yield the lines of an answer about now, or about days in the past, safe to print."""
    for line in _lines(found, days):
        yield plain(line)


def _lines(found: PersonReach, days: Days | None) -> Iterator[str]:
    account, can = found.account, "could" if days else "can"
    who = ", ".join(filter(None, (account.shown, account.kind, account.described)))
    yield f"{who}: {f'{days}: ' if days else ''}{_in_all(found, can)}"
    if account.removed:
        yield (
            f"This account has been removed: {of_moment(account.removed)} found it gone, and nobody"
            " can log on with it."
        )
    if found.people[1]:
        yield f"In what {can} be read there is data about {people(*found.people)}."
    told = {each.share: each for each in found.told}
    for share, places in groupby(found.places, key=lambda place: place.share):
        of_share = tuple(places)
        yield ""
        yield share
        if days and days.last is None:
            yield found_by(told[share].seen)
        for place in of_share:
            yield from _place(place, can)
        if days:
            yield from _scans(told[share], days)
    yield from _not_known(found)
    if days:
        yield "What could not be listed then is not counted: see 'stocktake export coverage'."


def _scans(told: ToldBy, days: Days) -> Iterator[str]:
    if days.last is not None:
        yield told_by(told.seen)
    else:
        yield from seen_next(told.following)


def _in_all(found: PersonReach, can: str) -> str:
    read = [each for each in found.places if each.opens in READING]
    changed = sum(each.files for each in found.places if each.opens in _CHANGING)
    if not read and not changed:
        return (
            f"no file of any scan {can} be opened, as far as is known. (What an account that is"
            " disabled was granted is not kept.)"
        )
    files = counted(sum(each.files for each in read), "file")
    size = megabytes(sum(each.size_bytes for each in read))
    shares = counted(len({each.share for each in read}), "share")
    return f"{can} read {files}, {size}, in {shares}, and change {changed:,}."


def _place(place: OpenPlace, can: str) -> Iterator[str]:
    where = f"  {place.folder or 'the whole share'}"
    files = f"{_files(place)}, {megabytes(place.size_bytes)}"
    if place.opens is Opens.NONE:
        yield f"{where}: {'cannot' if can == 'can' else f'{can} not'} open {files}"
        return
    if place.opens is Opens.NOT_KNOWN:
        yield f"{where}: not known whether {files} {can} be opened"
    else:
        yield f"{where}: {can} {_VERBS[place.opens]} {files}{_found_in(place)}"
    for way in place.grants[:_MOST_WAYS]:
        of_all = "" if way.files == place.files else f" ({counted(way.files, 'file')})"
        when = f", {stood(*way.stood[:2], only_after=way.stood.only_after)}" if way.stood else ""
        yield f"    {way.right}{when}: {' → '.join(way.steps)}{of_all}"
    if len(place.grants) > _MOST_WAYS:
        more = counted(len(place.grants) - _MOST_WAYS, "other way")
        yield f"    and by {more}: see --format jsonl"


def _files(place: OpenPlace) -> str:
    """Return how many files a place is, of how many in its folder, and which if it is no folder."""
    files = counted(place.files, "file")
    if place.files < place.of_files:
        files = f"{place.files:,} of its {place.of_files:,} files"
    if not place.paths:
        return files
    more = f" and {place.files - 1:,} more" if place.files > 1 else ""
    return f"{files} ({place.paths[0]}{more})"


def _found_in(place: OpenPlace) -> str:
    kinds = ", ".join(
        f"{ENTITY_WORDS.get(each.name, each.name)} {each.files:,}" for each in place.entities
    )
    said = f"; {people(*place.people)}" if place.people[1] else ""
    if kinds:
        said += f"; files with {kinds} ({', '.join(each.name for each in place.categories)})"
    if place.unread:
        said += f"; {place.unread:,} of them not read, so that what they hold is not known"
    return said


def _not_known(found: PersonReach) -> Iterator[str]:
    """Yield what is not known about the answer, each sentence with the files it is about."""
    about: Counter[str] = Counter()
    for place in found.places:
        for sentence, files in place.statement:
            about[sentence] += files
    if about or found.unlisted:
        yield ""
    yield from _sentences(about.most_common())
    if found.unlisted:
        folders = counted(found.unlisted, "folder")
        yield f"Not known: {folders} could not be listed, and what is new in them is not counted."


def _sentences(about: Iterable[tuple[str, int]]) -> Iterator[str]:
    for sentence, files in about:
        yield f"Not known of {counted(files, 'file')}: {sentence}"


def megabytes(size_bytes: int) -> str:
    """Return a size in megabytes.

    >>> megabytes(1_234_567_890), megabytes(1200), megabytes(0)
    ('1,234.6 MB', 'less than 0.1 MB', '0 MB')
    """
    if not size_bytes:
        return "0 MB"
    return f"{size_bytes / 1e6:,.1f} MB" if size_bytes >= 100_000 else "less than 0.1 MB"
