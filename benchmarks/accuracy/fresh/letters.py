"""What people write: letters, complaints, minutes, mail, diaries, chronologies, objections."""

from __future__ import annotations

from html import escape

from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document
from benchmarks.accuracy.files import Cell, mail, word, workbook
from benchmarks.accuracy.fresh.scribe import Cast, Scribe
from benchmarks.accuracy.fresh.world import Person


def _text_or_word(scribe: Scribe, layout: str, blocks: list[str]) -> Document:
    if scribe.rng.random() < 0.5:
        parts = [part for block in blocks for part in block.split("\n")]
        return scribe.finish(f"{layout}, Word", "docx", word(parts))
    return scribe.finish(layout, "txt", scribe.pick("\n\n", "\r\n\r\n").join(blocks) + "\n")


def _signature(scribe: Scribe, who: Person) -> str:
    """Return a name with the post and the office's own number and mailbox."""
    phone = f"01632 960{scribe.plain('#3')}"
    scribe.of_office("PHONE_NUMBER", f"+44{phone[1:].replace(' ', '')}")
    box = scribe.of_office("EMAIL_ADDRESS", scribe.pick("housing", "revenues") + "@example.org")
    post = scribe.pick("Housing Officer", "Revenues Assistant", "Team Manager", "Social Worker")
    return f"{scribe.name(who, 'name', BARE_TEXT)}\n{post}\nDirect dial {phone} | {box}"


def reminder(scribe: Scribe) -> Document:
    """Write a letter on benefit or tax: address, salutation, body, signature."""
    cast = scribe.cast()
    top = f"{scribe.name(cast['r'], 'titled', BARE_TEXT)}\n"
    top += scribe.address(cast["r"], BARE_TEXT, "\n")
    body = " ".join(scribe.several("benefit", cast, 2, 5))
    blocks = [
        top, f"Our ref: {scribe.plain('ref')}\nDate: {scribe.day():%d %B %Y}",
        f"Dear {scribe.name(cast['r'], 'mr', BARE_TEXT)}", body,
        f"Yours sincerely\n\n{_signature(scribe, cast['s'])}",
    ]  # fmt: skip
    return _text_or_word(scribe, "letter", blocks)


def complaint(scribe: Scribe) -> Document:
    """Write a resident's complaint in the English of somebody who learnt it late."""
    cast = scribe.cast()
    lines = scribe.several("complaint", cast, 3, 7)
    closing = scribe.pick("thank you", "Your faithfully", "God bless", "Regard")
    signed = scribe.name(cast["r"], scribe.pick("name", "titled", "upper"), BARE_TEXT)
    if scribe.rng.random() < 0.4:
        sender = scribe.value(cast["r"], "mail", LABEL, "as typed")
        headers = {"From": sender, "To": "complaints@example.org", "Subject": "no repair"}
        scribe.of_office("EMAIL_ADDRESS", "complaints@example.org")
        return scribe.finish(
            "complaint by mail", "eml", mail(headers, f"{' '.join(lines)}\n\n{closing}\n{signed}\n")
        )
    return _text_or_word(scribe, "complaint", [*lines, closing, signed])


def minutes(scribe: Scribe) -> Document:
    """Write minutes with who was there, who was not, and numbered items."""
    cast = scribe.cast()
    there = scribe.rng.sample(scribe.world.staff, scribe.rng.randint(3, 7))
    form, joint = scribe.pick("name", "initial", "titled"), scribe.pick(", ", "; ", "\n")
    present = joint.join(scribe.name(who, form, LABEL) for who in there)
    absent = scribe.name(cast["n"], form, LABEL)
    head = scribe.pick("Present", "In attendance", "Attendees")
    items = [
        f"{number}. {text}" for number, text in enumerate(scribe.several("minute", cast, 3, 8), 1)
    ]
    blocks = ["TENANT SCRUTINY PANEL", f"{head}:{scribe.pick(' ', chr(10))}{present}",
              f"Apologies: {absent}", *items, f"Next meeting: {scribe.plain('day')}"]  # fmt: skip
    return _text_or_word(scribe, "minutes", blocks)


def thread(scribe: Scribe) -> Document:
    """Write mail with the older message quoted below it and a signature on each."""
    cast = scribe.cast()
    new, old = scribe.several("email", cast, 2, 4), scribe.several("email", cast, 1, 3)
    writer, reader = cast["s"], cast["t"]
    sender = scribe.value(writer, "mail", LABEL, "as typed")
    to = scribe.value(reader, "mail", LABEL, "as typed")
    shown = scribe.name(writer, "name", LABEL)
    quoted = scribe.name(reader, scribe.pick("name", "sort"), LABEL)
    older = "\n".join(f"> {line}" for line in [*old, scribe.name(reader, "first", BARE_TEXT)])
    text = (
        f"Hi {scribe.name(reader, 'first', BARE_TEXT)},\n\n" + "\n".join(new)
        + f"\n\nThanks\n{_signature(scribe, writer)}\n\n"
        + f"From: {quoted}\nSent: {scribe.day():%d %B %Y} 09:14\nSubject: RE: query\n\n{older}\n"
    )  # fmt: skip
    headers = {"From": f'"{shown}" <{sender}>', "To": to, "Subject": "RE: RE: query",
               "Date": "Tue, 03 Feb 2026 10:02:11 +0000"}  # fmt: skip
    if scribe.rng.random() < 0.3:
        headers["Subject"] = "FW: query"
    return scribe.finish("mail thread", "eml", mail(headers, text))


def diary(scribe: Scribe) -> Document:
    """Write a diary of nuisance, kept by a neighbour night after night."""
    cast = scribe.cast()
    who = f"Your name: {scribe.name(cast['r'], 'name', LABEL)}"
    where = f"Your address: {scribe.address(cast['r'], LABEL)}"
    nights = [
        f"{scribe.day():%a %d/%m}  " + " / ".join(scribe.several("asb", cast, 1, 3))
        for _ in range(scribe.rng.randint(3, 7))
    ]
    return _text_or_word(scribe, "nuisance diary", [who, where, *nights])


def chronology(scribe: Scribe) -> Document:
    """Write a social-care chronology, as a workbook or running text."""
    cast = scribe.cast()
    entries = scribe.several("case", cast, 5, 12)
    if scribe.rng.random() < 0.5:
        rows: list[list[Cell]] = [["Date", "Source", "Event", "Entered by"]]
        for entry in entries:
            initials = "".join(part[0] for part in cast["s"].name.split())
            rows.append([scribe.day(), scribe.pick("CSC", "Police", "School"), entry, initials])
        return scribe.finish("chronology workbook", "xlsx", workbook({"Chronology": rows}))
    about = f"Child: {scribe.name(cast['c'], 'name', LABEL)}"
    dated = [f"{scribe.day():%d.%m.%Y} - {entry}" for entry in entries]
    return _text_or_word(scribe, "chronology", ["CHRONOLOGY OF SIGNIFICANT EVENTS", about, *dated])


def objections(scribe: Scribe) -> Document:
    """Write what neighbours say of a planning application, one after the other."""
    blocks = [f"Application 25/{scribe.plain('#5')}/FUL   representations received"]
    blocks += [
        "\n".join(scribe.several("planning", scribe.cast(), 1, 3))
        for _ in range(scribe.rng.randint(2, 6))
    ]
    return _text_or_word(scribe, "objections", blocks)


def referral(scribe: Scribe) -> Document:
    """Write a surgery's referral of a patient to adult social care."""
    cast = scribe.cast()
    lines = scribe.several("health", cast, 3, 6)
    signed = f"Dr {cast['t'].name}"
    scribe.name(cast["t"], "name", BARE_TEXT)
    if scribe.rng.random() < 0.3:
        body = "".join(f"<p>{escape(line)}</p>\n" for line in [*lines, signed])
        return scribe.finish("referral page", "html", f"<html><body>{body}</body></html>")
    return _text_or_word(scribe, "referral", [_re(scribe, cast), *lines, signed])


def _re(scribe: Scribe, cast: Cast) -> str:
    form = scribe.pick("name", "titled", "upper")
    return f"Re: {scribe.name(cast['r'], form, LABEL)}  DOB {scribe.value(cast['r'], 'dob', LABEL)}"


def foi_draft(scribe: Scribe) -> Document:
    """Write a draft answer to a request for information, with an officer's note left in it."""
    cast = scribe.cast()
    asked = scribe.name(cast["n"], "mr", BARE_TEXT)
    note = scribe.say("email", cast)
    blocks = [
        f"DRAFT - FOI {scribe.plain('#4')}", f"Dear {asked}",
        "You asked how many penalty notices were cancelled in 2024 and why.",
        f"[{scribe.name(cast['s'], 'first', BARE_TEXT)} - take this out before it goes: {note}]",
        "We hold the information. Of 4,112 notices 311 were cancelled; section 40(2) applies to"
        " the rest.", _signature(scribe, cast["s"]),
    ]  # fmt: skip
    rows = [["Reason", "Number"], ["Blue Badge shown later", "87"], ["Signs unclear", "14"]]
    if scribe.rng.random() < 0.5:
        return scribe.finish("FOI draft, Word", "docx", word([*blocks, rows]))
    return scribe.finish("FOI draft", "txt", "\n\n".join(blocks))


def calendar(scribe: Scribe) -> Document:
    """Write a week of appointments, as somebody printed it."""
    lines = ["Week of " + f"{scribe.day():%d %B}", ""]
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri"):
        for client in scribe.residents(1, 3):
            what = scribe.pick("HV", "review", "sign up", "PIP form")
            where = scribe.street(client, COLUMN) if scribe.rng.random() < 0.5 else "office"
            name = scribe.name(client, "name", BARE_TEXT)
            lines.append(f"{day} {scribe.plain('time')}  {what} - {name} ({where})")
    return scribe.finish("calendar", "txt", "\n".join(lines))


KINDS = (
    reminder, complaint, minutes, thread, diary, chronology, objections, referral, foi_draft,
    calendar,
)  # fmt: skip
