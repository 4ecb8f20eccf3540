"""Code, logs and test data about nobody."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.prose import dump, prose

_L = Kind.LOOKALIKE

GENRES = (
    dump(
        _L,
        "batch job log",
        "log",
        "job start build «n:2-9».«n:0-30».«n:1-9»",
        (
            "17«n:10000000-99999999» worker-«n:1-9» INFO batch «ref:########» done in «n:10-900» ms id=«n:1000000000-9999999999»",
            "2026-03-02 «time»:«n:10-59» WARN retry «n:1-5» job=«ref:########-####-4###-####-############» queue=[mark.pending|will.retry|bill.run]",
            "[«time»] [grant|revoke|select] on table [person|address|birth_date] took 0.«n:100-999»s rows=«n:1-900»",
        ),
        "job end",
        count=(6, 30),
    ),
    prose(
        _L,
        "program source",
        """
# validate.py
class Person:
    fields = ("forename", "surname", "date_of_birth", "nhs_number", "ni_number")

    def is_valid(self, nhs_number: str) -> bool:
        weights = range(10, 1, -1)
        return len(nhs_number) == 10  # [modulus 11|the check digit comes later]


def sort_code(text: str) -> str:
    return "-".join([text[0:2], text[2:4], text[4:6]])

assert not Person().is_valid("[1234567|00000]")
VERSION = "«n:1-9».«n:0-20».«n:0-9».«n:1-4»"
""",
        """
-- schema.sql
CREATE TABLE resident (
  resident_id   BIGINT PRIMARY KEY,  -- next «n:1000000000-9999999999»
  surname       VARCHAR(60) NOT NULL,
  dob           DATE CHECK (dob > '1900-01-01'),
  nino          CHAR(9),
  ethnicity     CHAR(4) REFERENCES lookup(code),
  religion      VARCHAR(20) DEFAULT 'not stated'
);
-- migration «n:10-99», «day:ISO»
""",
        faces="txt",
    ),
    prose(
        _L,
        "test data guide",
        """
TEST PLAN - payments
Use only the cards that the provider gives: 4111 1111 1111 1111 (ok), 4000 0000 0000 0002 (declined).
NI number QQ123456C, NHS number 999 000 0018: both are for tests.
Test bank account: never use a live one.
Browser [120.0.6099.109|17.2.1.0]. Build 4.«n:1-30».0.1
Expected: error 400 for a date of birth in the future.
""",
        faces="txt docx md html",
    ),
    dump(
        _L,
        "sensor feed",
        "csv",
        "sensor,epoch,lat,lon,pm25",
        "[ULTRA|KERB]-«n:10-99»,17«n:10000000-99999999»,5«n:0-9».«n:100000-999999»,-1.«n:100000-999999»,«n:1-40».«n:0-9»",
        count=(10, 40),
    ),
    dump(
        _L,
        "mapping file",
        "json",
        '{"type": "FeatureCollection", "features": [',
        '  {"type": "Feature", "properties": {"name": "[Victoria Park|Albert Square|Rose Green|«road»]", "usrn": «n:10000000-49999999», "ref": "«ref:@@######@»"}, "geometry": {"type": "Point", "coordinates": [-1.«n:100000-999999», 5«n:1-4».«n:100000-999999»]}}',
        "]}",
        between=",\n",
    ),
    dump(
        _L,
        "deployment settings",
        "yaml",
        "# services\nversion: «n:1-9».«n:0-20».«n:0-9»",
        "- name: [grace-period|mark-sweeper|frank-cache|bill-runner]\n  image: registry/app:«n:1-9».«n:0-30».«n:0-9»\n  port: «n:1024-9999»\n  password: ${[DB|SMTP]_PASSWORD}\n  checksum: «ref:########@@####@@»",
        count=(2, 8),
    ),
)
