"""What properties of an Outlook item are called where people see them.

Source: [MS-OXPROPS] (numbers), [MS-OXOCNTC] 2.2.1 (contacts), [MS-OXOCAL] 2.2.1, read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[int, str] = {
    0x3001: "Name", 0x3A05: "Generation", 0x3A06: "First name", 0x3A07: "Government ID",
    0x3A08: "Business telephone", 0x3A09: "Home telephone", 0x3A0A: "Initials", 0x3A11: "Surname",
    0x3A15: "Postal address", 0x3A16: "Company", 0x3A17: "Job title", 0x3A18: "Department",
    0x3A19: "Office", 0x3A1A: "Telephone", 0x3A1B: "Business telephone 2", 0x3A1C: "Mobile",
    0x3A1F: "Other telephone", 0x3A20: "Assistant telephone", 0x3A23: "Fax", 0x3A24: "Business fax",
    0x3A25: "Home fax", 0x3A26: "Country", 0x3A27: "Town", 0x3A28: "County", 0x3A29: "Street",
    0x3A2A: "Postcode", 0x3A2F: "Home telephone 2", 0x3A30: "Assistant", 0x3A40: "Rich text",
    0x3A42: "Date of birth", 0x3A44: "Middle name", 0x3A45: "Title", 0x3A46: "Profession",
    0x3A48: "Spouse", 0x3A49: "Computer network", 0x3A4A: "Customer ID", 0x3A4E: "Manager name",
    0x3A4F: "Nickname", 0x3A50: "Personal page", 0x3A51: "Business page", 0x3A58: "Child name",
    0x3A59: "Home town", 0x3A5A: "Home country", 0x3A5B: "Home postcode", 0x3A5C: "Home county",
    0x3A5D: "Home street", 0x3A5F: "Other town", 0x3A61: "Other postcode", 0x3A63: "Other street",
    0x0050: "Reply recipients", 0x0040: "Received by",
    0x0044: "Received for", 0x0076: "Received by address", 0x0078: "Received for address",
    0x0C19: "Sender entry", 0x3FF8: "Created by", 0x3FFA: "Last modified by",
}  # fmt: skip
"""By number; a birthday is called what a label for detection is."""

NAMED: Mapping[int, str] = {
    0x8005: "File under", 0x801A: "Home address", 0x801B: "Business address",
    0x801C: "Other address", 0x8045: "Business street", 0x8046: "Business town",
    0x8047: "Business county", 0x8048: "Business postcode", 0x8049: "Business country",
    0x8062: "Instant message", 0x8080: "E-mail name", 0x8083: "E-mail", 0x8084: "E-mail original",
    0x8090: "E-mail 2 name", 0x8093: "E-mail 2", 0x80A0: "E-mail 3 name", 0x80A3: "E-mail 3",
    0x8208: "Location", 0x8238: "Attendees", 0x823B: "Required attendees",
    0x823C: "Optional attendees", 0x811F: "Task owner", 0x8539: "Companies", 0x853A: "Contacts",
}  # fmt: skip
"""By the number that a named property stands for."""

ELSEWHERE = frozenset(
    {
        0x001A, 0x003D, 0x0064, 0x0075, 0x0077, 0x007D, 0x0C1E, 0x0E1D, 0x0070, 0x1000, 0x1013,
        0x3002, 0x3FF9, 0x0037, 0x0042, 0x0065, 0x5D02, 0x0C1A, 0x0C1F, 0x5D01, 0x1035, 0x1042,
        0x1039, 0x1001, 0x3FFB, 0x4022, 0x4023, 0x4024, 0x4025, 0x0E28, 0x0E29, 0x3007,
        0x0E02, 0x0E03, 0x0E04,
    }
)  # fmt: skip
"""Headers and bodies, which are read by themselves, and kinds of items and addresses."""
