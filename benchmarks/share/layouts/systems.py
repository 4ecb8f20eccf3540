"""Third family: what systems write. Exports, XML, JSON, fixed width, logs, SQL, settings."""

from __future__ import annotations

import json
from collections.abc import Callable

from benchmarks.share import values
from benchmarks.share.desk import Desk
from benchmarks.share.drafts import Demand, Draft, Grid
from benchmarks.share.people import NameStyle, Person, folded
from benchmarks.share.values import Cue, Value

FAMILY = "systems"

_FIELDS: tuple[tuple[str, str, Callable[[Draft, Person, str], str]], ...] = (
    ("NINumber", "niNumber", lambda d, p, c: d.nino(p, c)),
    ("NHSNumber", "nhsNumber", lambda d, p, c: d.nhs(p, c)),
    ("BirthDate", "dateOfBirth", lambda d, p, c: d.plant(_iso(p), c)),
    ("PostCode", "postCode", lambda d, p, c: d.postcode(p, c)),
    ("EmailAddress", "emailAddress", lambda d, p, c: d.email(p, c)),
    ("MobilePhone", "mobileNumber", lambda d, p, c: d.phone(p, c)),
)


def _iso(person: Person) -> Value:
    return Value("DATE_OF_BIRTH", person.born.isoformat(), person.born.isoformat(), "ISO")


def _some(desk: Desk) -> list[tuple[str, str, Callable[[Draft, Person, str], str]]]:
    return desk.rng.sample(_FIELDS, desk.rng.randint(2, len(_FIELDS)))


def xml_records(desk: Desk) -> Draft:
    """Write an interface file: one element a field, an own claim id beside the identifiers."""
    draft, fields = desk.draft(FAMILY, "interface"), _some(desk)
    draft.say('<?xml version="1.0" encoding="UTF-8"?>', f'<Export run="{desk.digits(10)}">')
    for who in desk.residents(1, 20):
        draft.say(f'  <Record id="{desk.digits(10)}">')
        name = draft.name(who, NameStyle.FULL, "element")
        draft.say(f"    <FullName>{name}</FullName>")
        draft.say(*(f"    <{tag}>{make(draft, who, 'element')}</{tag}>" for tag, _, make in fields))
        draft.say("  </Record>")
    draft.say("</Export>")
    return draft


def json_records(desk: Desk) -> Draft:
    """Write an interface file in JSON: camelCase keys, nested a level."""
    draft, fields = desk.draft(FAMILY, "payload"), _some(desk)
    records = [
        {
            "id": int(desk.digits(10)),
            "fullName": draft.name(who, NameStyle.FULL, "key"),
            "details": {key: make(draft, who, "key") for _, key, make in fields},
        }
        for who in desk.residents(1, 20)
    ]
    indent = desk.rng.choice((None, 2))
    text = json.dumps({"records": records}, ensure_ascii=False, indent=indent)
    draft.say(*text.split("\n"))
    return draft


_EVENTS: tuple[Callable[[Draft, Person], str], ...] = (
    lambda d, who: f'msg="login failed" user={d.email(who, "log field")}',
    lambda d, who: f'msg="no match" nino={d.nino(who, "log field")}',
    lambda d, who: f'msg="sms sent" mobile={d.phone(who, "log field")}',
)


def application_log(desk: Desk) -> Draft:
    """Write a log in which an application betrays what its users type, seldom."""
    draft = desk.draft(FAMILY, "application")
    for _ in range(desk.rng.randint(40, 300)):
        stamp = f"{desk.today.isoformat()}T{desk.rng.randrange(24):02}:{desk.rng.randrange(60):02}"
        head = f"{stamp}:{desk.rng.randrange(60):02}Z level=info request={desk.digits(10)}"
        text = f"path=/api/v3.1.2/claims/{desk.digits(8)} ms={desk.digits(3)}"
        if desk.coin(0.06):
            text = desk.rng.choice(_EVENTS)(draft, desk.resident())
        draft.say(f"{head} {text}")
    return draft


_INSERT = "INSERT INTO person"


def sql_dump(desk: Desk) -> Draft:
    """Write a database dump: column names once, then values in order."""
    draft, fields = desk.draft(FAMILY, "dump"), _some(desk)
    columns = ", ".join(["person_id", "full_name", *(key for _, key, _ in fields)])
    draft.say("-- exported by the nightly job", "BEGIN;")
    for who in desk.residents(3, 40):
        cells = [draft.name(who, NameStyle.FULL, "sql value").replace("'", "''")]
        cells += [make(draft, who, "sql value") for _, _, make in fields]
        quoted = ", ".join(f"'{cell}'" for cell in cells)
        draft.say(f"{_INSERT} ({columns}) VALUES ({desk.digits(6)}, {quoted});")
    draft.say("COMMIT;")
    return draft


def settings_file(desk: Desk) -> Draft:
    """Write a settings file that names the people who are told when something fails."""
    draft, who, other = desk.draft(FAMILY, "settings"), desk.officer(), desk.officer()
    draft.say(
        "[server]",
        "host = 10.20.3.4",
        f"port = {desk.digits(4)}",
        "version = 3.1.2.1",
        "",
        "[alerts]",
        f"owner = {draft.email(who, 'log field')}",
        f"on_call_phone = {draft.phone(other, 'log field')}",
        "retry_seconds = 1500",
    )
    return draft


def fixed_width(desk: Desk) -> Draft:
    """Write a fixed-width list as a mainframe prints it, headings on each page."""
    draft = desk.draft(FAMILY, "listing")
    draft.say(f"RUN DATE {desk.today:%d/%m/%Y}     PAGE    1", "")
    draft.say("NAME                          NI NUMBER      BORN          POST CODE")
    for who in desk.residents(5, 50):
        name = draft.name(who, NameStyle.REVERSED_CAPITALS, "column")
        nino = draft.plant(_nino_closed(desk, who), "column")
        day = who.born.strftime("%d/%m/%Y")
        born = draft.plant(Value("DATE_OF_BIRTH", who.born.isoformat(), day, "slashes"), "column")
        code = f"{who.postcode[:-3]} {who.postcode[-3:]}"
        draft.plant(Value("UK_POSTCODE", who.postcode, code, "spaced"), "column")
        draft.say(f"{name:<30}{nino:<15}{born:<14}{code}")
    return draft


def _nino_closed(desk: Desk, who: Person) -> Value:
    return Value("UK_NINO", who.nino, who.nino + desk.rng.choice("ABCD"), "closed up")


def export(desk: Desk) -> Draft:
    """Write an export of a line-of-business system: names split in two, cryptic headings."""
    draft, headed = desk.draft(FAMILY, "extract"), desk.coin(0.8)
    context = "column" if headed else "column without header"
    rows = []
    for who in desk.residents(10, 120):
        for part in (f"{who.first} {who.last}", who.first, who.last):
            # A reader may take the two cells for one name or for two: neither is wrong.
            value = Value("PERSON", folded(part), who.last, "split over cells")
            draft.plant(value, context, Demand.OPTIONAL)
        rows.append(
            (
                desk.digits(10),
                who.last,
                who.first,
                draft.plant(_iso(who), context),
                draft.plant(_nino_closed(desk, who), context),
                draft.plant(Value("UK_NHS", who.nhs, who.nhs, "closed up"), context),
                draft.plant(values.postcode(desk.rng, who.postcode, Cue.NAMED), context),
                str(desk.rng.randrange(10**4, 10**6) / 100),
                desk.today.isoformat(),
            )
        )
    header = (
        "CLAIM_REF", "SURNAME", "FORENAME", "DT_BIRTH", "NINO", "NHS_NO", "PCODE", "AMT", "UPDATED",
    )  # fmt: skip
    draft.add(Grid(header if headed else None, tuple(rows), name="Extract"))
    return draft


RAW = (
    (xml_records, "xml"),
    (json_records, "json"),
    (application_log, "log"),
    (sql_dump, "sql"),
    (settings_file, "ini"),
    (fixed_width, "txt"),
)
TABLES = (export,)
