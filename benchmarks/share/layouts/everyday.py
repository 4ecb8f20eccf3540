"""Second family: what people type while they work. Notes, minutes, call logs, mail, scraps."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.share import values
from benchmarks.share.desk import Desk
from benchmarks.share.drafts import Draft, Grid, Part
from benchmarks.share.people import NameStyle, Person, folded
from benchmarks.share.values import Cue

FAMILY = "everyday"


def _clock(desk: Desk) -> str:
    return f"{desk.rng.randint(8, 17):02}:{desk.rng.randrange(60):02}"


_NOTES: tuple[Callable[[Draft, Person, Person], str], ...] = (
    lambda d, _who, other: (
        f"t/c from {d.name(other, NameStyle.TITLE_LAST, 'case note')}, says the best no. is now "
        f"{d.phone(other, 'case note')}. Will ring back."
    ),
    lambda d, who, _other: f"Home visit. NI no {d.nino(who, 'label')} seen on payslip, copy taken.",
    lambda d, who, _other: f"Spoke to the ward, NHS no {d.nhs(who, 'label')} given over the phone.",
    lambda d, _who, other: f"Moved in with sister at {d.address(other, 'case note')}.",
    lambda d, who, _other: f"DOB {d.born(who, 'label')} confirmed with school.",
    lambda d, _who, other: f"Emailed {d.email(other, 'case note')} again today, no answer yet.",
    lambda _d, _who, _other: (
        "No reply at the door, card left, neighbour not seen them since Sunday."
    ),
)


def case_note(desk: Desk) -> Draft:
    """Write dated case notes in short sentences, identifiers in passing."""
    who, draft = desk.resident(), desk.draft(FAMILY, "Notes")
    draft.say(f"{draft.name(who, NameStyle.CAPITALS, 'case note')} running record", part=Part.TITLE)
    for _ in range(desk.rng.randint(2, 6)):
        line = desk.rng.choice(_NOTES)(draft, who, desk.resident())
        if desk.coin(0.3):
            staff = draft.name(desk.officer(), NameStyle.TITLE_FULL, "case note")
            line = f"{line} {staff} to chase."
        draft.say(f"{desk.day()} {_clock(desk)} - {line}")
    return draft


def minutes(desk: Desk) -> Draft:
    """Write minutes of a meeting about people: attendance, numbered items, actions."""
    chair, clerk = desk.officer(), desk.officer()
    draft = desk.draft(FAMILY, f"Minutes {desk.department.name} panel")
    draft.say(draft.title, part=Part.TITLE)
    draft.say(f"Held on {desk.day()} in Committee Room 2")
    present = ", ".join(
        draft.name(p, NameStyle.TITLE_INITIAL, "minutes")
        for p in {p.nino: p for p in (chair, clerk, desk.officer())}.values()
    )
    draft.say(f"Present: {present}")
    for number, who in enumerate(desk.residents(1, 4), 1):
        draft.say(
            f"{number}. {draft.name(who, NameStyle.FULL, 'minutes')}, born "
            f"{draft.born(who, 'label')}. The panel heard that the {desk.subject()} is in hand.",
            f"ACTION: {draft.name(clerk, NameStyle.TITLE_LAST, 'minutes')} to write to the "
            f"{desk.department.person_word} at {draft.address(who, 'minutes')}.",
        )
    draft.say("The meeting closed at 16.40. Papers 3.1.2.1 and 4.2 were noted.")
    return draft


_CALLS: tuple[Callable[[Draft, Person], str], ...] = (
    lambda d, who: f"NINO {d.nino(who, 'label')} given, wants to know how far we have got",
    lambda d, who: f"asks us to mail {d.email(who, 'call log')}",
    lambda d, who: f"changed address to {d.address(who, 'call log')}",
    lambda _d, _who: "hung up before details were taken",
)


def call_log(desk: Desk) -> Draft:
    """Write a contact centre's call log, one entry a line, fields parted by bars."""
    draft = desk.draft(FAMILY, "Call log")
    for _ in range(desk.rng.randint(4, 30)):
        who = desk.resident()
        name = draft.name(who, NameStyle.TITLE_FULL, "call log")
        phone = draft.phone(who, "call log")
        detail = desk.rng.choice(_CALLS)(draft, who)
        draft.say(f"{_clock(desk)} | {name} | {phone} | {detail}")
    return draft


def scrap(desk: Desk) -> Draft:
    """Write a scrap of paper: values with nothing around them to say what they are."""
    draft = desk.draft(FAMILY, "Untitled")
    for who in desk.residents(1, 4):
        draft.say(
            *desk.rng.sample(
                [
                    draft.name(who, NameStyle.FULL, "bare"),
                    draft.nino(who, "bare"),
                    draft.phone(who, "bare"),
                    draft.postcode(who, "bare"),
                    draft.email(who, "bare"),
                ],
                5,
            ),
            "",
        )
    draft.say("ring back before friday!!")
    return draft


def payment_note(desk: Desk) -> Draft:
    """Write what should never be written down: a payment card taken by telephone."""
    who, draft = desk.resident(), desk.draft(FAMILY, "Payment by phone")
    name = draft.name(who, NameStyle.TITLE_LAST, "prose")
    expiry = f"{desk.rng.randint(1, 12):02}/{desk.rng.randint(27, 31)}"
    draft.say(
        f"{name} rang to pay for the garden waste bin.",
        desk.rng.choice(
            (
                lambda: f"Visa {draft.card(who, 'label')} exp {expiry}",
                lambda: f"card no: {draft.card(who, 'label')} ({expiry})",
                lambda: f"took {draft.card(who, 'bare')} over the phone, {expiry}",
            )
        )(),
        f"receipt to {draft.email(who, 'prose')}",
    )
    return draft


def rota(desk: Desk) -> Draft:
    """Write a list somebody keeps for themselves: odd headings, no heading at all, remarks."""
    draft = desk.draft(FAMILY, "list of people to ring")
    bare = desk.coin(0.4)
    context = "column without header" if bare else "column"
    rows = []
    for who in desk.residents(6, 40):
        remark = desk.rng.choice(("", "", "done", "left msg", "no answer", "wants a letter"))
        if desk.coin(0.05):
            remark = f"ni is {draft.nino(who, 'label')}"
        style = NameStyle.REVERSED
        rows.append(
            (
                draft.name(who, style, context),
                draft.phone(who, context),
                draft.postcode(who, context),
                draft.nhs(who, context),
                remark,
            )
        )
    header = None if bare else ("who", "mob", "p/code", "nhs no", "comments")
    draft.add(Grid(header, tuple(rows), name="Sheet1"))
    return draft


def thread(desk: Desk) -> Draft:
    """Write an e-mail thread as text: newest first, older messages quoted with their headers."""
    draft = desk.draft(FAMILY, f"RE: {desk.subject()}")
    who = desk.resident()
    for depth in range(desk.rng.randint(1, 3)):
        sender, to = desk.officer(), desk.officer()
        if depth:
            draft.say(
                f"From: {draft.name(sender, NameStyle.FULL, 'quoted mail header')}",
                f"Sent: {desk.day()} {_clock(desk)}",
                f"To: {draft.plant(values.email(desk.rng, to.email, Cue.NONE), 'mail header')}",
                f"Subject: {draft.title}",
                "",
            )
        draft.say(
            f"Hi {draft.plant(_first_name(to.first), 'salutation')},",
            desk.rng.choice(
                (
                    lambda: (
                        f"can you look at {draft.name(who, NameStyle.TITLE_FULL, 'mail body')}"
                        f" please, nino is {draft.nino(who, 'label')}, been waiting since March."
                    ),
                    lambda: (
                        f"spoke to {draft.name(who, NameStyle.TITLE_LAST, 'mail body')} on "
                        f"{draft.phone(who, 'mail body')}, all sorted now."
                    ),
                    lambda: (
                        f"the one at {draft.address(who, 'mail body')}, dob "
                        f"{draft.born(who, 'label')}. Not on the system yet."
                    ),
                )
            )(),
            "Thanks",
            draft.name(sender, NameStyle.FULL, "signature"),
            "",
        )
    return draft


def _first_name(first: str) -> values.Value:
    return values.Value("PERSON", folded(first), first, "first name")


DOCUMENTS = (case_note, minutes, call_log, scrap, payment_note, thread)
TABLES = (rota,)
