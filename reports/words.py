"""The words of entities and causes as people read them, the same on every page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime

from connectors.base import Cause
from scanner.access.answers import ANYONE, EVERYONE, STRANGERS
from scanner.catalogue.queries.answer import ShareAnswer
from scanner.catalogue.queries.exposure import Exposed
from scanner.catalogue.runs import Coverage

ENTITY_WORDS: Mapping[str, str] = {
    "ADULT_SAFEGUARDING": "safeguarding of an adult",
    "AGE": "age",
    "BIOMETRIC_DATA": "biometric or genetic data",
    "CHILD_SAFEGUARDING": "safeguarding of a child",
    "CREDIT_CARD": "payment card",
    "CRIMINAL_OFFENCE_DATA": "criminal offence data",
    "DATE_OF_BIRTH": "date of birth",
    "EMAIL_ADDRESS": "e-mail address",
    "ETHNICITY_DATA": "ethnic origin",
    "HEALTH_DATA": "health",
    "IBAN_CODE": "IBAN",
    "IP_ADDRESS": "IP address",
    "PERSON": "person's name",
    "PHONE_NUMBER": "telephone number",
    "POLITICAL_DATA": "political opinion",
    "RELIGION_DATA": "religion or belief",
    "SECRET": "password or key",
    "SEXUAL_LIFE_DATA": "sex life or orientation",
    "UK_ACCOUNTS_OFFICE_REFERENCE": "Accounts Office reference",
    "UK_ADDRESS": "postal address",
    "UK_BANK_ACCOUNT": "bank account number",
    "UK_BLUE_BADGE": "Blue Badge number",
    "UK_BRP": "residence permit number",
    "UK_CASE_URN": "case URN",
    "UK_CCRN": "court case reference",
    "UK_CHARITY": "charity number",
    "UK_CHI": "CHI number",
    "UK_COMPANY_NUMBER": "company number",
    "UK_CRO": "CRO number",
    "UK_DRIVING_LICENCE": "driving licence number",
    "UK_HCN": "Health and Care number",
    "UK_HOME_OFFICE_REFERENCE": "Home Office reference",
    "UK_NHS": "NHS number",
    "UK_NINO": "National Insurance number",
    "UK_PASSPORT": "passport number",
    "UK_PAYE_REFERENCE": "employer's PAYE reference",
    "UK_PNC": "PNC identifier",
    "UK_POSTCODE": "postcode",
    "UK_PRISON_NUMBER": "prison number",
    "UK_PROFESSIONAL_REGISTRATION": "professional registration",
    "UK_SHARE_CODE": "immigration share code",
    "UK_SORT_CODE": "sort code",
    "UK_TRN": "HMRC temporary reference",
    "UK_ULN": "unique learner number",
    "UK_UPN": "unique pupil number",
    "UK_UPRN": "property number (UPRN)",
    "UK_UTR": "unique taxpayer reference",
    "UK_VAT": "VAT number",
    "UK_VEHICLE_REGISTRATION": "vehicle registration",
    "UNION_DATA": "trade union membership",
}

FILTERED = "Listing filtered by the server: completeness cannot be proved"
"""Said of a share of which the server shows only what the account that scans may open."""

_SHARE_UNTOLD = (
    "The permissions of the share itself are not told to the account that scans: fewer people may"
    " be able to come in"
)

NEXT_STEPS: Mapping[str, str] = {
    Cause.DENIED: "give the scanning account read access, or run it as one that has it",
    Cause.IN_USE: "nothing: tried again in the next scan",
    Cause.ENCRYPTED: "ask the owner what it holds, or for a copy without a password",
    Cause.RIGHTS_MANAGED: "ask the owner what it holds",
    Cause.CORRUPT: "ask the owner whether it still opens; delete or restore it",
    Cause.PARTIAL: "some of it was read; look at the rest by hand, see 'stocktake export gaps'",
    Cause.UNSUPPORTED: "this format is not read: look at it by hand",
    Cause.TOO_LARGE: "look at it by hand",
    Cause.LIMIT: "look at the rest by hand: it is larger than the scan's limits",
    Cause.NEEDS_OCR: "pages are pictures without text: look at them by hand",
    Cause.TIMED_OUT: "tried again in the next scan; if it stays, look at it by hand",
    Cause.MEMORY: "tried again in the next scan; if it stays, look at it by hand",
    Cause.CRASHED: "tried again in the next scan; if it stays, send us the log line",
    Cause.OFFLINE: "recall or download it, or ask the owner what it holds",
    Cause.VANISHED: "nothing: it was gone before it could be read",
    Cause.CHANGED_WHILE_READ: "nothing: tried again in the next scan",
    Cause.UNREPRESENTABLE: "rename it: the name cannot be opened",
    Cause.UNREACHABLE: "check the disk or mount, then scan again; a link that leads to another"
    " server: scan what it leads to, see 'stocktake export gaps'",
    Cause.NOT_REACHED: "let the scan run to its end: it goes on from here",
}
"""What to do about each cause of a gap; every cause has its line."""

_PLACES_OF_ACCOUNTS = {"smb": "on the server", "sharepoint": "in SharePoint"}


def none_found(coverage: Coverage, among: str = "what was") -> str:
    """Return what to say of a share in which nothing was found: no good news where none was read.

    >>> none_found(Coverage(0, 0, 0, 0, 0))
    'Nothing was read: what lies there is not known.'
    """
    if not coverage.examined + coverage.unchanged:
        return "Nothing was read: what lies there is not known."
    return f"No personal data was found in {among} read."


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun, which takes an s unless ``many`` says otherwise.

    >>> counted(1, "gap"), counted(1200, "person", "people")
    ('1 gap', '1,200 people')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def span(fewest: int, most: int) -> str:
    """Return a range of numbers in words.

    >>> span(310, 1485), span(1, 1), span(0, 30)
    ('310 to 1,485', '1', 'up to 30')
    """
    if fewest == most:
        return f"{most:,}"
    return f"{fewest:,} to {most:,}" if fewest else f"up to {most:,}"


def people(fewest: int, most: int) -> str:
    """Return a range of people in words.

    >>> people(310, 485), people(1, 1), people(0, 30)
    ('310 to 485 people', '1 person', 'up to 30 people')
    """
    return f"{span(fewest, most)} {'person' if most == 1 else 'people'}"


def day_and_time(stored: str) -> str:
    """Return a time of the catalogue as people write it.

    >>> day_and_time("2026-11-25T06:53:40+00:00")
    '25 November 2026, 06:53 UTC'
    """
    moment = datetime.fromisoformat(stored).astimezone(UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def scanned(answer: ShareAnswer) -> str:
    """Return when a share was scanned, in words."""
    if answer.finished:
        return f"scanned {day_and_time(answer.finished)}"
    return f"scan begun {day_and_time(answer.started)}, not ended"


def cautions(answer: ShareAnswer) -> Iterator[str]:
    """Yield a sentence for each thing that an answer cannot be sure of, gaps apart."""
    if answer.filtered:
        yield f"{FILTERED}."
    if answer.permissions_unread:
        yield (
            f"Who can reach {counted(answer.permissions_unread, 'file')} is not known, for"
            " permissions were not read: let the account that scans read them."
        )
    if answer.share_untold:
        yield f"{_SHARE_UNTOLD}."


def can_read(entry: Exposed) -> str:
    """Return who can read an entry, in a word or number."""
    if not entry.known:
        return "not known"
    if entry.broad:
        return widest(entry.broad)
    if entry.more:
        return f"{entry.readers:,} or more"
    return f"{entry.readers:,}" if entry.readers else "administrators"


def some_can_read(answer: ShareAnswer) -> str:
    """Return how many people can read some of what a share holds, or that this is not known."""
    if broadly := widest_of(answer.broad, answer.source):
        return f"some of it can be read by {broadly}"
    more = any(each.more or not each.known for each in answer.exposed)
    if more and not answer.readers:
        return "who can read it is not known"
    said = f"{counted(answer.readers, 'person', 'people')} can read some of it"
    return f"{said}, and there may be more" if more else said


def widest(broad: Collection[str]) -> str:
    """Return the most that groups of many amount to: anyone, everyone, nearly everyone, or "".

    >>> widest((ANYONE, "group Staff")), widest(())
    ('anyone with a link', '')
    """
    if not broad:
        return ""
    if ANYONE in broad:
        return "anyone with a link"
    if set(broad) == {STRANGERS}:
        return "people without an account"
    return "everyone" if EVERYONE in broad else "nearly everyone"


def widest_of(broad: Collection[str], source: str) -> str:
    """Return the most that groups of many amount to, and whose accounts they have; or "".

    >>> widest_of((EVERYONE,), "local"), widest_of(("group Staff",), "smb://files01")
    ('everyone with an account on this machine', 'nearly everyone with an account on the server')
    """
    if not broad or ANYONE in broad or set(broad) == {STRANGERS}:
        return widest(broad)
    where = _PLACES_OF_ACCOUNTS.get(source.partition(":")[0], "on this machine")
    return f"{widest(broad)} with an account {where}"
