import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.email_address import around, around_many, canonical, note
from detectors.engine import Engine
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jane.smith@example.com", "jane.smith@example.com"),
        ("Jane.Smith@Example.COM", "jane.smith@example.com"),
        ("<mailto:jane@example.com>", "jane@example.com"),
        ("Jane Smith <jane@example.co.uk>, x", "jane@example.co.uk"),
        ("Smith|Jane|j.s@example.org|LS1", "j.s@example.org"),
        ("write to o'brien@example.com.", "o'brien@example.com"),
        ("'jane@example.com'", "jane@example.com"),
        ("jane+flat@mail.example.com;", "jane+flat@mail.example.com"),
        ("e-mail: jane.smith at example.com", "jane.smith@example.com"),
        ("Email: jane (at) example.com", "jane@example.com"),
        ("E-bost: sian@example.com", "sian@example.com"),
        ("jane@a-b.example.com", "jane@a-b.example.com"),
    ],
)
def test_written_forms_are_found(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "EMAIL_ADDRESS") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "icon@2x.png",
        "git clone git@example.com:project.git",
        "user@host",
        "ssh root@localhost",
        "@media print",
        "jane@@example.com"[5:],
        "we met at example.com",  # no label
        "jane@-example-.com",
        "a@b@c",
        "price @1.50 each",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "EMAIL_ADDRESS") == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("housing@leeds.example", "example value"),
        ("jane@example.com", "example value"),
        ("housing@alderbrook.gov.uk", "role mailbox"),
        ("jane@alderbrook.gov.uk", None),
    ],
)
def test_role_mailboxes_and_examples_are_noted(value: str, expected: str | None) -> None:
    assert canonical(value) == value
    assert note(value) == expected


PIECES = st.sampled_from(
    ["@", "a", "B9", ".", "-", "com", "co.uk", " ", "|", "'", "é", "\n", "x" * 70, "ex.am-ple.org"]
)


@given(st.lists(PIECES, max_size=40))
def test_many_triggers_at_once_give_what_each_gives(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    codes = np.frombuffer(data, dtype=np.uint8)
    triggers = [
        at
        for at in range(len(data) - 1)
        if data[at : at + 1] == b"@" and chr(data[at + 1]).isascii() and chr(data[at + 1]).isalnum()
    ]
    firsts, lasts = around_many(codes, np.array(triggers, dtype=np.int64))
    found = [
        span if span[1] > span[0] else None
        for span in zip(firsts.tolist(), lasts.tolist(), strict=True)
    ]
    assert found == [around(data, at, at + 2) for at in triggers]


def test_an_address_in_a_cell_is_found_whole(engine: Engine) -> None:
    rows = [("1", "jane@example.com", "x"), ("2", "Bob <bob@example.com>", "x")]
    assert cells(engine, rows, None, "EMAIL_ADDRESS") == ["jane@example.com", "bob@example.com"]


def test_offsets_count_characters(engine: Engine) -> None:
    text = "Zoë’s “mail”: zoe@example.com"
    (found,) = of_entity(engine, text, "EMAIL_ADDRESS")
    assert text[found.start : found.end] == "zoe@example.com"
