"""What systems leave: JSON, XML, SQL dumps, logs, settings, contact cards."""

from __future__ import annotations

import json
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from benchmarks.accuracy.draft import LABEL, Document, Draft, Truth
from benchmarks.accuracy.identifiers import digits, letters

# Entity: the key in camelCase, in snake_case, and as XML schemas of the public sector write it.
_KEYS: dict[str, tuple[str, str, str]] = {
    "DATE_OF_BIRTH": ("dateOfBirth", "date_of_birth", "PersonBirthDate"),
    "UK_NINO": ("nationalInsuranceNumber", "ni_number", "NINumber"),
    "UK_NHS": ("nhsNumber", "nhs_number", "NHSNumber"),
    "UK_POSTCODE": ("postCode", "post_code", "PostCode"),
    "EMAIL_ADDRESS": ("emailAddress", "email", "EmailAddress"),
    "PHONE_NUMBER": ("mobilePhone", "phone_number", "TelephoneNumber"),
    "UK_UPN": ("upn", "pupil_upn", "UPN"),
    "UK_ULN": ("learnerUln", "uln", "ULN"),
    "UK_UTR": ("utr", "tax_utr", "UTR"),
    "UK_PASSPORT": ("passportNumber", "passport_no", "PassportNumber"),
    "UK_DRIVING_LICENCE": ("drivingLicenceNumber", "driving_licence", "DriverNumber"),
    "UK_VEHICLE_REGISTRATION": ("vehicleRegistration", "vrm", "VehicleRegistrationMark"),
    "UK_SORT_CODE": ("sortCode", "sort_code", "SortCode"),
    "UK_BANK_ACCOUNT": ("accountNumber", "account_number", "AccountNumber"),
    "IBAN_CODE": ("iban", "iban", "IBAN"),
    "UK_PNC": ("pncId", "pnc_number", "PNCID"),
    "UK_PRISON_NUMBER": ("prisonNumber", "prison_number", "PrisonNumber"),
    "UK_UPRN": ("uprn", "uprn", "UPRN"),
}


def _chosen(draft: Draft, count: int = 8) -> list[str]:
    return ["DATE_OF_BIRTH", *draft.rng.sample(sorted(set(_KEYS) - {"DATE_OF_BIRTH"}), count)]


def _record(draft: Draft, chosen: list[str], style: int) -> dict[str, str]:
    who = draft.person(18)
    name = (("fullName", "full_name", "PersonFullName")[style], draft.name(who, LABEL))
    born = draft.rng.choice(("ISO", "figures"))
    return dict([name]) | {
        _KEYS[entity][style]: draft.put(
            who, entity, LABEL, born if entity == "DATE_OF_BIRTH" else None
        )
        for entity in chosen
    }


def json_flat(draft: Draft) -> Document:
    """Write a list of objects with camelCase or snake_case keys."""
    style, chosen = draft.rng.randrange(2), _chosen(draft)
    records = [_record(draft, chosen, style) for _ in range(draft.rng.randint(1, 8))]
    text = json.dumps(
        records, ensure_ascii=draft.rng.random() < 0.5, indent=draft.rng.choice((None, 2))
    )
    return draft.document(("json camelCase", "json snake_case")[style], "json", text)


def json_nested(draft: Draft) -> Document:
    """Values as {"type", "value"} pairs, names in parts."""
    who, entities = draft.person(18), _chosen(draft, 6)
    given, family = draft.name_in_parts(who, LABEL)
    found = [{"type": _KEYS[e][0], "value": draft.put(who, e, LABEL)} for e in entities]
    body = {"person": {"name": {"given": given, "family": family}, "identifiers": found}}
    return draft.document(
        "json of type and value", "json", json.dumps(body, ensure_ascii=False, indent=1)
    )


def json_lines(draft: Draft) -> Document:
    """One object a line, as services log."""
    chosen = _chosen(draft, 4)
    lines = [
        json.dumps(
            {
                "ts": f"2026-02-1{i % 9}T08:0{i % 10}:11Z",
                "level": "INFO",
                "payload": _record(draft, chosen, 1),
            }
        )
        for i in range(6)
    ]
    return draft.document("json lines", "jsonl", "\n".join(lines))


def xml_elements(draft: Draft) -> Document:
    """Elements named as public-sector schemas do."""
    chosen, people = _chosen(draft), []
    for _ in range(draft.rng.randint(1, 6)):
        record = _record(draft, chosen, 2)
        people.append(
            "<Person>" + "".join(f"<{k}>{escape(v)}</{k}>" for k, v in record.items()) + "</Person>"
        )
    return draft.document(
        "xml elements", "xml", f'<?xml version="1.0"?>\n<Return>{"".join(people)}</Return>'
    )


def xml_attributes(draft: Draft) -> Document:
    """All in attributes."""
    chosen, people = _chosen(draft), []
    for _ in range(draft.rng.randint(1, 6)):
        record = _record(draft, chosen, 1)
        people.append(
            "  <person " + " ".join(f"{k}={quoteattr(v)}" for k, v in record.items()) + "/>"
        )
    return draft.document("xml attributes", "xml", "<people>\n" + "\n".join(people) + "\n</people>")


def xml_names(draft: Draft) -> Document:
    """Names in two elements, address in lines."""
    who = draft.person(18)
    given, family = draft.name_in_parts(who, LABEL)
    street = draft.lone_street(who, LABEL)
    text = (
        f"<Applicant><GivenName>{escape(given)}</GivenName><FamilyName>{escape(family)}</FamilyName>"
        f"<AddressLine1>{escape(street)}</AddressLine1><Town>{who.town}</Town>"
        f"<PostCode>{draft.put(who, 'UK_POSTCODE', LABEL)}</PostCode>"
        f"<NINumber>{draft.put(who, 'UK_NINO', LABEL)}</NINumber></Applicant>"
    )
    return draft.document("xml names in two elements", "xml", text)


def _sql(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def sql_insert(draft: Draft) -> Document:
    """Write a dump of INSERT statements, many rows each, with or without the columns' names."""
    chosen = _chosen(draft, 5)
    records = [_record(draft, chosen, 1) for _ in range(draft.rng.randint(3, 15))]
    columns = list(records[0])
    named = draft.rng.random() < 0.6
    head = f" ({', '.join(columns)})" if named else ""
    rows = ",\n".join(
        f"({i},{','.join(_sql(v) for v in r.values())})" for i, r in enumerate(records, 1)
    )
    made = ",\n".join(f"  `{c}` varchar(80) DEFAULT NULL" for c in columns)
    text = (
        f"CREATE TABLE `person` (\n  `id` int NOT NULL,\n{made}\n);\nINSERT INTO"
        f" `person`{head.replace('(', '(id, ')} VALUES\n{rows};\n"
    )
    return draft.document(
        "sql insert, columns named" if named else "sql insert, columns in CREATE TABLE", "sql", text
    )


def sql_copy(draft: Draft) -> Document:
    """Write a PostgreSQL dump: COPY, tabs, a line a row."""
    chosen = _chosen(draft, 5)
    records = [_record(draft, chosen, 1) for _ in range(draft.rng.randint(3, 15))]
    rows = "\n".join("\t".join([str(i), *r.values()]) for i, r in enumerate(records, 1))
    text = (
        f"SET client_encoding = 'UTF8';\n\nCOPY public.person (id, {', '.join(records[0])}) FROM"
        f" stdin;\n{rows}\n\\.\n"
    )
    return draft.document("sql copy", "sql", text)


def web_log(draft: Draft) -> Document:
    """Write an access log: the client's address, and values URL-encoded in the query."""
    lines = []
    for number in range(draft.rng.randint(4, 12)):
        who = draft.person(18)
        ip = draft.put(who, "IP_ADDRESS", "column")
        fields = draft.rng.sample(
            ("UK_NINO", "EMAIL_ADDRESS", "UK_POSTCODE", "DATE_OF_BIRTH", "PHONE_NUMBER", "UK_NHS"),
            2,
        )
        pairs = []
        for entity in fields:
            text = quote(draft.put(who, entity, LABEL), safe="")
            if "%" in text:
                draft.rename("URL-encoded")
            pairs.append(f"{_KEYS[entity][1]}={text}")
        query = "&".join(pairs)
        lines.append(
            f'{ip} - - [02/Mar/2026:09:{number:02}:31 +0000] "GET /apply/check?{query} HTTP/1.1"'
            f' 200 {digits(draft.rng, 4)} "-" "Mozilla/5.0"'
        )
    return draft.document("web log", "log", "\n".join(lines))


def application_log(draft: Draft) -> Document:
    """key=value pairs and values in brackets."""
    lines = []
    for number in range(draft.rng.randint(4, 12)):
        who = draft.person(18)
        line = draft.rng.choice(("saved", "matched", "rejected"))
        pairs = (
            f"nino={draft.put(who, 'UK_NINO', LABEL, 'closed up')}"
            f" nhs_number={draft.put(who, 'UK_NHS', LABEL, 'closed up')}"
            f" user=[{draft.put(who, 'EMAIL_ADDRESS', 'bare', 'lower case')}]"
            f" name='{draft.name(who, LABEL)}'"
        )
        lines.append(
            f"2026-03-02 09:{number:02}:14,{digits(draft.rng, 3)} INFO matcher - {line} {pairs}"
            f" batch={digits(draft.rng, 10)}"
        )
    return draft.document("application log", "log", "\n".join(lines))


def contact_cards(draft: Draft) -> Document:
    """Contact cards."""
    cards = []
    for _ in range(draft.rng.randint(1, 5)):
        who = draft.person(18)
        cards.append(
            "\r\n".join(
                (
                    "BEGIN:VCARD",
                    "VERSION:3.0",
                    f"N:{who.last};{who.first};;{who.title};",
                    f"FN:{draft.name(who, LABEL)}",
                    f"BDAY:{draft.put(who, 'DATE_OF_BIRTH', LABEL, 'ISO')}",
                    f"TEL;TYPE=CELL:{draft.put(who, 'PHONE_NUMBER', LABEL, '+44')}",
                    f"EMAIL:{draft.put(who, 'EMAIL_ADDRESS', LABEL, 'lower case')}",
                    (
                        f"ADR:;;{draft.street(who, LABEL, 'contact card')};{who.town};;"
                        f"{draft.put(who, 'UK_POSTCODE', LABEL, 'spaced')};UK"
                    ),
                    "END:VCARD",
                )
            )
        )
        draft.truths.append(Truth("PERSON", who.canonical, "last;first", LABEL, required=False))
    return draft.document("contact cards", "vcf", "\r\n".join(cards))


def settings(draft: Draft) -> Document:
    """Write a settings file with passwords and keys."""
    rng, values = draft.rng, []
    for _ in range(3):
        values.append(
            letters(rng, 6, "abcdefghkmnpqrstuvwxyz")
            + digits(rng, 3)
            + rng.choice("!%+")
            + letters(rng, 3)
        )
        draft.truths.append(Truth("SECRET", values[-1], "after its key", LABEL))
    text = (
        "[database]\nhost = db01.example.org\nuser = svc_hb\npassword ="
        f" {values[0]}\n\n[mail]\nsmtp_password: {values[1]}\n\n[api]\nclient_secret={values[2]}\n"
    )
    return draft.document("settings with passwords", "ini", text)


def yaml_record(draft: Draft) -> Document:
    """YAML, a list of people."""
    chosen, lines = _chosen(draft, 5), ["people:"]
    for _ in range(draft.rng.randint(1, 5)):
        record = _record(draft, chosen, 1)
        for i, (key, value) in enumerate(record.items()):
            lines.append(
                f"  {'- ' if i == 0 else '  '}{key}: {json.dumps(value, ensure_ascii=False)}"
            )
    return draft.document("yaml", "yaml", "\n".join(lines))


LAYOUTS = (
    json_flat,
    json_nested,
    json_lines,
    xml_elements,
    xml_attributes,
    xml_names,
    sql_insert,
    sql_copy,
    web_log,
    application_log,
    contact_cards,
    settings,
    yaml_record,
    json_flat,
)
