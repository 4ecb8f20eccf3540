"""Headings of columns that hold names of people, and of those that hold what is named like them."""

from __future__ import annotations

# A phrase such as "next of kin" is left to what the cells hold: it opens "Next of kin phone" too.
HEADERS = (
    "name", "full name", "customer name", "client name", "patient name", "pupil name",
    "tenant name", "applicant name", "employee name", "contact name", "child name", "client",
    "tenant", "patient", "pupil", "applicant", "claimant", "resident", "employee", "customer",
    "contact", "parent", "carer", "enw", "enw llawn", "staff name", "account name", "officer",
    "manager", "name of child", "name of pupil", "student name", "student", "landlord",
    # who came, or was to
    "attendee", "attendees", "required attendees", "optional attendees", "participant",
    "invitees", "delegate", "delegate name", "visitor", "visitor name",
    "guest name", "yn bresennol",
    # who is kin, and who looks after whom
    "nok", "mother", "father", "spouse", "guardian", "caseworker", "keyworker", "rhiant",
    "gofalwr",
    # whom a register, a court or a counter knows
    "elector", "elector name", "defendant", "appellant", "suspect", "offender", "victim",
    "witness", "borrower", "payee name", "keeper", "driver name", "cardholder", "householder",
    "addressee", "learner", "candidate", "volunteer", "councillor", "enw cwsmer", "enw plentyn",
    "enw disgybl",
)  # fmt: skip

OPPOSING_HEADERS = (
    # bodies
    "company", "company name", "organisation", "organization", "firm", "supplier", "contractor",
    "school", "school name", "club", "team", "home team", "away team", "away", "opponents",
    "charity", "trading as", "trade name", "brand", "make", "manufacturer", "publisher",
    "provider", "provider name", "care provider", "service provider", "agency", "insurer",
    "department", "directorate", "division", "service area",
    # places
    "street", "street name", "road", "road name", "town", "city", "village", "parish", "ward",
    "ward name", "polling district", "polling place", "constituency", "locality", "district",
    "county", "region", "country", "area", "place", "place name", "location", "site", "site name",
    "venue", "premises", "building", "building name", "house name", "property", "property name",
    "room", "stop", "stop name", "bus stop", "station", "depot", "destination", "origin", "pitch",
    "park", "playground", "address", "descriptor", "stryd", "tref", "ysgol",
    # things
    "file name", "product", "product name", "item", "item name", "description", "narrative",
    "species", "variety", "breed", "dish", "menu", "part", "part name", "asset", "asset name",
    "vessel", "ship", "boat", "boat name", "car", "vehicle", "make and model", "horse", "dog",
    "pet", "pet name", "model", "title", "book", "book title", "film", "event", "course",
    "course name", "module", "qualification", "policy", "scheme", "project", "project name",
    "job title", "role", "grade", "category", "status", "system", "application name", "server",
    "host name", "user name", "username",
)  # fmt: skip

OPPOSED_BESIDE = (
    ("author", "authors", "author s", "author name", "main author", "writer", "editor",
     "illustrator", "translator", "composer", "artist"),
    ("isbn", "isbn 13", "isbn 10", "barcode isbn", "issn", "shelf mark", "shelfmark", "class mark",
     "classmark", "dewey", "dewey no", "call number", "call no", "publisher", "copies", "edition",
     "book title"),
)  # fmt: skip
"""Who wrote what a library has, beside what only a list of books says."""
