"""Lists that teams keep of those they work with: care, properties, offenders, patients."""

from __future__ import annotations

from benchmarks.accuracy.draft import COLUMN, Document
from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.fresh.scribe import Scribe


def care_list(scribe: Scribe) -> Document:
    """Write clients of a day centre with their NHS numbers and what they suffer from."""
    scribe.about("HEALTH_DATA")
    rows: list[list[Cell]] = [["Client", "NHS", "DOB", "Needs / diagnosis", "NOK", "NOK phone"]]
    for home in scribe.rng.sample(scribe.world.households, scribe.rng.randint(5, 18)):
        client, kin = home[0], home[1]
        rows.append([
            scribe.name(client, scribe.pick("name", "sort", "titled"), COLUMN),
            scribe.value(client, "nhs", COLUMN), scribe.value(client, "dob", COLUMN),
            scribe.pick("Dementia, wanders", "Stroke 2023", "Epilepsy", "Learning disability"),
            scribe.name(kin, "name", COLUMN), scribe.value(kin, "phone", COLUMN),
        ])  # fmt: skip
    return scribe.finish("day centre workbook", "xlsx", workbook({"Tues group": rows}))


def property_list(scribe: Scribe) -> Document:
    """Write dwellings with their property numbers and tenants."""
    rows = [["UPRN", "Dwelling", "Tenant 1", "Rent acct", "Gas cert due"]]
    rows += [
        [
            scribe.value(tenant, "uprn", COLUMN), scribe.address(tenant, COLUMN),
            scribe.name(tenant, scribe.pick("initial", "name"), COLUMN), scribe.plain("#9"),
            f"{scribe.day():%d-%b-%y}",
        ]
        for tenant in scribe.residents(6, 24)
    ]  # fmt: skip
    return scribe.finish("property list", "csv", delimited(rows, scribe.pick(",", "\t")))


def offenders(scribe: Scribe) -> Document:
    """Write a panel's cases with the numbers of police and prison."""
    scribe.about("CRIMINAL_OFFENCE_DATA")
    rows = [["Name", "Prison no", "CRO", "PNC", "Release", "Conviction"]]
    rows += [
        [
            scribe.name(subject, scribe.pick("name", "capsort"), COLUMN),
            scribe.value(subject, "prison", COLUMN), scribe.value(subject, "cro", COLUMN),
            scribe.value(subject, "pnc", COLUMN), f"{scribe.day():%d/%m/%Y}",
            scribe.pick("Burglary dwelling", "Arson", "Possession with intent to supply"),
        ]
        for subject in scribe.residents(3, 10)
    ]  # fmt: skip
    return scribe.finish("resettlement panel", "docx", word(["MARAC / IOM", rows, "Restricted"]))


def patients(scribe: Scribe) -> Document:
    """Write a Scottish partnership's list of patients ready to leave hospital."""
    scribe.about("HEALTH_DATA")
    lines = ["Delayed discharge list  /  CHI / ward / reason", ""]
    for patient in scribe.residents(4, 14):
        name = scribe.name(patient, "sort", COLUMN)
        chi = scribe.value(patient, "chi", COLUMN)
        reason = scribe.pick("hip fracture, awaiting package", "CVA rehab", "AWI, guardianship")
        lines.append(f"{name:<32}{chi:<14}W{scribe.plain('#1')}  {reason}")
    return scribe.finish("discharge list", "txt", "\n".join(lines))


KINDS = (care_list, property_list, offenders, patients)
