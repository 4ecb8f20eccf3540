import json
from urllib.parse import quote, urlencode

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.engine import Engine
from detectors.engine.encoded import decoded

RECORD = {
    "full_name": "Renée Rees",
    "ni_number": "QQ 12 34 56 C",
    "dob": "09/07/1937",
    "post_code": "KY1 4UW",
    "nhs_number": "999 000 0018",
    "email": "renee.rees@example.com",
    "phone_number": "+44 7700 900123",
}
EXPECTED = {
    "PERSON": ("renee rees", "full_name"),
    "UK_NINO": ("QQ123456", "ni_number"),
    "DATE_OF_BIRTH": ("1937-07-09", "dob"),
    "UK_POSTCODE": ("KY14UW", "post_code"),
    "UK_NHS": ("9990000018", "nhs_number"),
    "EMAIL_ADDRESS": ("renee.rees@example.com", "email"),
    "PHONE_NUMBER": ("+447700900123", "phone_number"),
}


@pytest.mark.parametrize(
    "text",
    [
        urlencode(RECORD),
        f'192.0.2.7 "GET /apply?{urlencode(RECORD, quote_via=quote)} HTTP/1.1" 200 "Mozilla/5.0"',
        "é" + urlencode(RECORD).replace("%2F", "/") + "&done=1",
    ],
)
def test_values_of_a_form_are_found_where_they_stand(engine: Engine, text: str) -> None:
    found = {one.entity: one for one in engine.session().text(text)}
    for entity, (canonical, key) in EXPECTED.items():
        one = found[entity]
        assert one.canonical == canonical
        start = text.index(f"{key}=") + len(key) + 1
        end = text.find("&", start)
        written = text[start : end if end >= 0 else None].split(" ")[0]
        assert text[one.start : one.end] in (written, written.removeprefix("%2B44"))


def test_json_within_a_string_is_read_like_json(engine: Engine) -> None:
    inner = json.dumps(RECORD, ensure_ascii=False)
    text = json.dumps({"seq": 1, "request": inner}, ensure_ascii=False)
    found = {one.entity: one for one in engine.session().text(text)}
    for entity, (canonical, key) in EXPECTED.items():
        assert found[entity].canonical == canonical
        assert text[found[entity].start : found[entity].end] == RECORD[key]


def test_json_within_strings_within_strings_is_read_and_so_it_is_in_a_cell(engine: Engine) -> None:
    inner = json.dumps({"passportNumber": "123456789", "dateOfBirth": "1950-04-03"})
    for _ in range(3):
        inner = json.dumps({"request": inner})
        cell = f"INFO\t{inner}"
        for found in (engine.session().text(inner), engine.session().table(cell, 1, None)):
            assert [(one.entity, one.canonical) for one in found] == [
                ("UK_PASSPORT", "123456789"),
                ("DATE_OF_BIRTH", "1950-04-03"),
            ]


@pytest.mark.parametrize(
    "text",
    [
        "100%ff of 20% and %d%s, a+b & c+d",
        "a sum: x=1+2, y=3+4",
        "jane+news@example.com",
        "q=jane+news@example.com&r=+441632960123",
    ],
)
def test_what_is_no_escape_is_left_alone(text: str) -> None:
    assert decoded(text).text == text


@given(st.lists(st.sampled_from(["%40", "%C3%A9", "%e9", "&k=", "+", "a", "é", " ", "\n", "/"])))
def test_offsets_lead_back_to_what_was_written(parts: list[str]) -> None:
    text = "".join(parts)
    plain = decoded(text)
    assert len(plain.text) == len(text)
    offsets = plain.original(np.arange(len(text) + 1)).tolist()
    assert offsets[0] == 0
    assert offsets[-1] == len(text)
    for at, char in enumerate(plain.text):
        written = text[offsets[at] : offsets[at] + 6]
        assert char == " " or written.startswith((char, quote(char, safe="")))
