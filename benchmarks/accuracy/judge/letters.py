"""Letters and mail: values in sentences, in threads with quoting, and broken over two lines."""

from __future__ import annotations

import textwrap
from dataclasses import replace

from benchmarks.accuracy.draft import BARE_TEXT, LABEL, Document, Draft
from benchmarks.accuracy.files import mail, word
from benchmarks.accuracy.people import Resident

_LABELLED = (
    ("UK_NINO", "National Insurance number {}", "NI no. {}", "(NINO: {})"),
    ("UK_NHS", "NHS number {}", "NHS no {}", "(NHS {})"),
    ("DATE_OF_BIRTH", "born on {}", "d.o.b. {}", "date of birth {}"),
    ("PHONE_NUMBER", "on {}", "telephone {}", "mobile no. {}"),
    ("EMAIL_ADDRESS", "at {}", "by e-mail to {}", "({})"),
    ("UK_UTR", "UTR {}", "Unique Taxpayer Reference {}", "UTR is {}"),
    ("UK_PASSPORT", "passport number {}", "passport no {}", "passport ({})"),
    ("UK_DRIVING_LICENCE", "driving licence {}", "licence number {}", "DL {}"),
    ("UK_VEHICLE_REGISTRATION", "vehicle {}", "car, reg {}", "registration number {}"),
    ("UK_PNC", "PNC ID {}", "PNC {}", "(PNC no {})"),
)


def _sentences(draft: Draft, who: Resident, count: int) -> list[str]:
    opening = ("Our records show", "You gave us", "The file has", "We have noted", "Please confirm")
    found = []
    for entity, *ways in draft.rng.sample(_LABELLED, count):
        phrase = draft.rng.choice(ways).format(draft.put(who, entity, LABEL))
        found.append(
            f"{draft.rng.choice(opening)} {phrase}, and we need nothing further about this."
        )
    return found


def letter(draft: Draft) -> Document:
    """Write a letter to a resident, address block first."""
    who, officer = draft.person(18), draft.person(25)
    block = f"{draft.name(who, LABEL, 'title first last')}\n{draft.address(who, LABEL, chr(10))}"
    body = "\n\n".join(_sentences(draft, who, 4))
    text = (
        f"{block}\n\n2 March 2026\n\nDear {draft.name(who, LABEL, 'title last')}\n\n{body}\n\n"
        f"Yours sincerely\n\n{draft.name(officer, LABEL)}\nBenefits Officer\n"
    )
    if draft.rng.random() < 0.5:
        return draft.document("letter, docx", "docx", word(text.split("\n")))
    return draft.document("letter", "txt", text)


def bare_prose(draft: Draft) -> Document:
    """Values in running text without a word that names them."""
    who, other = draft.person(18), draft.person(18)
    text = (
        f"{draft.name(who, BARE_TEXT)} came to the desk this morning and left a slip with"
        f" {draft.put(who, 'UK_NINO', BARE_TEXT)} on it. She has moved in with"
        f" {draft.name(other, BARE_TEXT)}. The other slip read"
        f" {draft.put(other, 'UK_NHS', BARE_TEXT)} and"
        f" {draft.put(other, 'PHONE_NUMBER', BARE_TEXT)}. The car outside was"
        f" {draft.put(who, 'UK_VEHICLE_REGISTRATION', BARE_TEXT)}. They are now at"
        f" {draft.address(other, BARE_TEXT)}. Copy to {draft.put(who, 'EMAIL_ADDRESS', BARE_TEXT)},"
        f" who paid with {draft.put(who, 'CREDIT_CARD', BARE_TEXT)}.\n"
    )
    return draft.document("prose without labels", "txt", text)


def wrapped(draft: Draft) -> Document:
    """Write a narrow text in which the wrapping broke values over two lines."""
    who, lines = draft.person(18), []
    for entity, label in (
        ("UK_NHS", "NHS number"),
        ("UK_NINO", "National Insurance number"),
        ("PHONE_NUMBER", "telephone number"),
        ("UK_POSTCODE", "postcode"),
        ("IBAN_CODE", "IBAN"),
        ("CREDIT_CARD", "card number"),
    ):
        form = {
            "UK_NHS": "3-3-4",
            "UK_NINO": "pairs",
            "PHONE_NUMBER": "grouped",
            "UK_POSTCODE": "spaced",
            "IBAN_CODE": "fours",
            "CREDIT_CARD": "fours",
        }[entity]
        value = draft.put(who, entity, LABEL, form)
        draft.rename("broken over two lines")
        gaps = [i for i, c in enumerate(value) if c == " "]
        cut = draft.rng.choice(gaps)
        lines.append(
            f"The {label} that was given on the form is {value[:cut]}\n{value[cut + 1 :]} and it"
            " was checked against the register."
        )
    return draft.document("values broken over two lines", "txt", "\n".join(lines))


def wrapped_name(draft: Draft) -> Document:
    """Text of 60 characters a line; what breaks breaks."""
    who, other = draft.person(18), draft.person(18)
    text = " ".join(
        [
            f"{draft.name(who, BARE_TEXT, 'title first last')} wrote to us.",
            *_sentences(draft, who, 5),
            f"Her neighbour {draft.name(other, BARE_TEXT, 'title first last')} agrees.",
        ]
    )
    return draft.document(
        "text of sixty characters a line", "txt", textwrap.fill(text, 60, break_on_hyphens=False)
    )


def _signature(draft: Draft, who: Resident) -> str:
    return (
        f"{draft.name(who, BARE_TEXT)}\nHousing Options | Example Council\n"
        f"T: {draft.put(who, 'PHONE_NUMBER', LABEL, 'grouped')}\n"
        f"{draft.put(who, 'EMAIL_ADDRESS', BARE_TEXT, 'lower case')}"
    )


def thread(draft: Draft) -> Document:
    """Write a mail thread: headers, signature, two levels of quoting."""
    first, second, about = draft.person(25), draft.person(25), draft.person(18)
    inner = (
        f"Hi {draft.name(second, LABEL, 'first')},\n\nCan you check {draft.name(about, BARE_TEXT)}"
        f" (DOB {draft.put(about, 'DATE_OF_BIRTH', LABEL)})? NI number"
        f" is\n{draft.put(about, 'UK_NINO', LABEL)}\n\n{_signature(draft, first)}"
    )
    quoted = "\n".join(f"> {line}" for line in inner.split("\n"))
    outer = (
        f"{draft.name(first, LABEL, 'first')},\n\nFound. NHS no"
        f" {draft.put(about, 'UK_NHS', LABEL)}, lives at {draft.address(about, LABEL)}.\n\nOn 2 Mar"
        f" 2026, {draft.name(first, BARE_TEXT)} wrote:\n{quoted}\n"
    )
    headers = {
        "From": (
            f"{draft.name(second, LABEL)}"
            f" <{draft.put(second, 'EMAIL_ADDRESS', LABEL, 'lower case')}>"
        ),
        "To": (
            f"{draft.name(first, LABEL)} <{draft.put(first, 'EMAIL_ADDRESS', LABEL, 'lower case')}>"
        ),
        "Subject": f"RE: {draft.name(about, BARE_TEXT)}",
        "Date": "Mon, 02 Mar 2026 09:14:00 +0000",
    }
    return draft.document("mail thread", "eml", mail(headers, outer))


def forwarded(draft: Draft) -> Document:
    """Write a forwarded message as Outlook writes it, text and HTML part alike."""
    sender, target = draft.person(25), draft.person(25)
    about = draft.person(18)
    start = len(draft.truths)
    name, address = draft.name(sender, LABEL), draft.put(sender, "EMAIL_ADDRESS", LABEL, "mailto")
    body = (
        f"\n-----Original Message-----\nFrom: {name} [{address}]\nSent: 02 March 2026 08:55\nTo:"
        f" {draft.name(target, LABEL, 'last, first')}\nSubject: query\n\nPlease see below re"
        f" {draft.name(about, BARE_TEXT)}, tel {draft.put(about, 'PHONE_NUMBER', LABEL)}.\n"
    )
    page = (
        "<html><body>"
        + "".join(f"<p>{line}</p>" for line in body.split("\n") if line)
        + "</body></html>"
    )
    # Both parts say the same; the second telling of each may be found or not.
    draft.truths += [replace(truth, required=False) for truth in draft.truths[start:]]
    headers = {
        "From": draft.role_mailbox("enquiries@example.org"),
        "To": draft.role_mailbox("housing@example.org"),
        "Subject": "FW: query",
        "Date": "Mon, 02 Mar 2026 10:14:00 +0000",
    }
    return draft.document("forwarded mail, two parts", "eml", mail(headers, body, page))


def attendance(draft: Draft) -> Document:
    """Minutes: a list of those present, with commas and with initials."""
    people = [draft.person(25) for _ in range(draft.rng.randint(4, 9))]
    listed = ", ".join(draft.name(who, LABEL) for who in people[:3])
    others = "\n".join(
        f"  - {draft.name(who, LABEL, draft.rng.choice(('first last', 'title first last')))}"
        f" ({draft.rng.choice(('Chair', 'Finance', 'Legal', 'Clerk'))})"
        for who in people[3:]
    )
    absent = draft.person(25)
    text = (
        f"MINUTES OF THE SCHOOLS FORUM\n\nPresent: {listed}\nIn attendance:\n{others}\n"
        f"Apologies: {draft.name(absent, LABEL)}\n\n1. Matters arising\nNone.\n"
    )
    return draft.document("minutes, those present", "txt", text)


def chat(draft: Draft) -> Document:
    """Write an exported chat: time, speaker, text."""
    one, two = draft.person(20), draft.person(20)
    lines = [
        f"[09:01] {draft.name(one, LABEL)}: have you got the details for the tenant",
        f"[09:02] {draft.name(two, LABEL)}: yes its {draft.put(two, 'PHONE_NUMBER', BARE_TEXT)}",
        f"[09:02] {draft.name(one, LABEL)}: and ni?",
        f"[09:03] {draft.name(two, LABEL)}: {draft.put(two, 'UK_NINO', BARE_TEXT)}",
        (
            f"[09:04] {draft.name(one, LABEL)}: ta. postcode"
            f" {draft.put(two, 'UK_POSTCODE', LABEL, 'lower case')}"
        ),
    ]
    return draft.document("chat export", "txt", "\n".join(lines))


LAYOUTS = (letter, bare_prose, wrapped, wrapped_name, thread, forwarded, attendance, chat)
