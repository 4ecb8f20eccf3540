"""What machines leave: payroll prints, dumps, JSON and XML of case systems, logs, chats."""

from __future__ import annotations

import json
from urllib.parse import quote_plus
from xml.sax.saxutils import escape

from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document
from benchmarks.accuracy.fresh.scribe import Scribe
from benchmarks.accuracy.fresh.world import Person


def payroll(scribe: Scribe) -> Document:
    """Write a payroll print in fixed width with page heads and totals."""
    lines = [
        f"PAYROLL LISTING     PERIOD 11     RUN {scribe.day():%d/%m/%y}     PAGE    1", "",
        f"{'EMP NO':<9}{'NAME':<34}{'NI NUMBER':<15}{'DOB':<12}{'TAX':<7}{'NET PAY':>10}",
    ]  # fmt: skip
    lines += [
        f"{scribe.plain('#6'):<9}{scribe.name(person, 'sort', COLUMN):<34}"
        f"{scribe.value(person, 'nino', COLUMN, 'solid'):<15}"
        f"{scribe.value(person, 'dob', COLUMN, 'slashes'):<12}{'1257L':<7}"
        f"{scribe.plain('money')[1:]:>10}"
        for person in scribe.rng.sample(scribe.world.staff, scribe.rng.randint(6, 12))
    ]
    lines += ["", f"{'TOTAL FOR COST CENTRE 4012 345 678':<77}{'18,204.11':>10}"]
    return scribe.finish("payroll print", "txt", "\r\n".join(lines))


def dump(scribe: Scribe) -> Document:
    """Write a SQL dump of persons, with the columns named in CREATE or in each INSERT."""
    columns = [
        "id",
        "surname",
        "forename",
        "date_of_birth",
        "ni_no",
        "email",
        "tel_mobile",
        "pcode",
    ]
    create = ",\n  ".join(f"{name} varchar(80)" for name in columns)
    named = f" ({', '.join(columns)})" if scribe.rng.random() < 0.5 else ""
    lines = ["-- dump of casework", f"CREATE TABLE person (\n  {create}\n);"]
    for person in scribe.residents(5, 25):
        last, first = scribe.name_in_columns(person)
        values = (
            scribe.plain("#5"), last, first, scribe.value(person, "dob", COLUMN, "year first"),
            scribe.value(person, "nino", COLUMN, "solid"),
            scribe.value(person, "mail", COLUMN, "as typed"),
            scribe.value(person, "phone", COLUMN, "solid"),
            scribe.value(person, "post", COLUMN, "gap"),
        )  # fmt: skip
        quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
        lines.append(f"INSERT INTO person{named} VALUES ({quoted});")  # noqa: S608  written, not run
    return scribe.finish("SQL dump", "sql", "\n".join(lines) + "\n")


def _record(scribe: Scribe, who: Person) -> dict[str, object]:
    last, first = scribe.name_in_columns(who)
    return {
        "personId": int(scribe.plain("#7")),
        "names": {"family": last, "given": first},
        "birthDate": scribe.value(who, "dob", LABEL, "year first"),
        "identifiers": [{"system": "nhsNumber", "value": scribe.value(who, "nhs", LABEL, "solid")}],
        "contact": {"mobile": scribe.value(who, "phone", LABEL),
                    "email": scribe.value(who, "mail", LABEL, "as typed")},
        "address": scribe.address(who, LABEL),
    }  # fmt: skip


def case_json(scribe: Scribe) -> Document:
    """Write a case system's answer, nested."""
    cast = scribe.cast()
    whole = {
        "caseRef": scribe.plain("ref"), "status": "OPEN",
        "allocatedTo": scribe.name(cast["s"], "name", LABEL),
        "subjects": [_record(scribe, person) for person in scribe.residents(1, 4)],
        "notes": [{"at": f"{scribe.day():%Y-%m-%d}T09:30:00Z", "text": text}
                  for text in scribe.several("case", cast, 1, 4)],
    }  # fmt: skip
    indent = scribe.rng.choice((None, 2))
    text = json.dumps(whole, ensure_ascii=scribe.rng.random() < 0.5, indent=indent)
    return scribe.finish("case JSON", "json", text)


def events(scribe: Scribe) -> Document:
    """Write a queue's messages, one JSON object a line."""
    lines = []
    for who in scribe.residents(4, 15):
        message = {
            "evt": scribe.pick("claim.submitted", "account.updated"), "ts": int(scribe.plain("#9")),
            "customer": {"fullName": scribe.name(who, "name", LABEL),
                         "niNumber": scribe.value(who, "nino", LABEL, "solid"),
                         "dob": scribe.value(who, "dob", LABEL)},
            "clientIp": scribe.value(who, "ip", LABEL),
        }  # fmt: skip
        lines.append(json.dumps(message, ensure_ascii=False))
    return scribe.finish("event lines", "jsonl", "\n".join(lines))


def pupils_xml(scribe: Scribe) -> Document:
    """Write a transfer of pupils between schools as XML."""
    parts = []
    for home in scribe.rng.sample(scribe.world.households, scribe.rng.randint(3, 12)):
        child = home[-1]
        last, first = scribe.name_in_columns(child)
        parts.append(
            f"<Pupil><UPN>{scribe.value(child, 'upn', LABEL, 'solid')}</UPN>"
            f"<Surname>{escape(last)}</Surname><Forename>{escape(first)}</Forename>"
            f"<DOB>{scribe.value(child, 'dob', LABEL, 'year first')}</DOB>"
            f"<Contact><Name>{escape(scribe.name(home[0], 'name', LABEL))}</Name>"
            f"<Phone>{scribe.value(home[0], 'phone', LABEL)}</Phone></Contact></Pupil>"
        )
    text = "<?xml version='1.0' encoding='UTF-8'?>\n<Transfer>\n" + "\n".join(parts)
    return scribe.finish("pupils XML", "xml", text + "\n</Transfer>\n")


def web_log(scribe: Scribe) -> Document:
    """Write a web server's log, in which a form was sent by GET."""
    lines = []
    for who in scribe.residents(5, 20):
        ip = scribe.value(who, "ip", BARE_TEXT)
        query = ""
        if scribe.rng.random() < 0.6:
            sent = {
                "fullname": scribe.name(who, "name", LABEL),
                "email": scribe.value(who, "mail", LABEL, "as typed"),
                "postcode": scribe.value(who, "post", LABEL),
            }
            query = "?" + "&".join(f"{key}={quote_plus(text)}" for key, text in sent.items())
        lines.append(
            f'{ip} - - [{scribe.day():%d/%b/%Y}:{scribe.plain("time")}:07 +0000] "GET /forms/bulky'
            f'{query} HTTP/1.1" 200 {scribe.plain("#4")} "-" "Mozilla/5.0 (X11) rv:128.0"'
        )
    return scribe.finish("web log", "log", "\n".join(lines))


def chat(scribe: Scribe) -> Document:
    """Write an export of a team's chat about a case."""
    cast = scribe.cast()
    speakers, lines = (cast["s"], cast["t"]), []
    style = scribe.pick("[{0}] {1}: {2}", "{1}  {0}\n{2}\n", "{0} - {1}: {2}")
    for number, text in enumerate(scribe.several("chat", cast, 5, 10)):
        name = scribe.name(speakers[number % 2], "name", LABEL)
        lines.append(style.format(scribe.plain("time"), name, text))
    return scribe.finish("chat", scribe.pick("txt", "md"), "\n".join(lines))


def settings_dump(scribe: Scribe) -> Document:
    """Write an error report of a portal, with the session's values in it."""
    who = scribe.cast()["r"]
    text = (
        f"ERROR {scribe.day():%Y-%m-%d} {scribe.plain('time')}:41 portal.claims\n"
        f'Traceback (most recent call last):\n  File "claims.py", line 214, in submit\n'
        f"ValueError: payload={{'name': \"{scribe.name(who, 'name', LABEL)}\","
        f" 'nino': '{scribe.value(who, 'nino', LABEL, 'solid')}',"
        f" 'card': '{scribe.value(who, 'card', LABEL, 'solid')}', 'build': '3.1.2.1'}}\n"
    )
    return scribe.finish("error report", "log", text)


KINDS = (payroll, dump, case_json, events, pupils_xml, web_log, chat, settings_dump)
