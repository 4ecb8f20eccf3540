from __future__ import annotations

from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart

import pytest

from scanner.extractors.base import Budget, Kind, PartGap, Passage, Source, locate
from scanner.extractors.router import extract
from tests.scanner.extractors.reading import gaps, read, texts


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Zoë Example <zoe@example.org>"
    message["To"] = "Housing <housing@example.gov.uk>"
    message["Subject"] = "Rent of £120 – please help"
    message["X-Case"] = "17"
    message.set_content("Dear all,\nmy number is 07700 900123.\n")
    message.add_alternative("<p>Dear <b>all</b></p>", subtype="html")
    message.add_attachment(b"Name,Age\nAnn,30\nBob,40\nCy,50\n", "text", "csv", filename="kids.csv")
    return message


def test_mail_when_read_then_headers_are_decoded_and_placed() -> None:
    parts = read(letter().as_bytes())
    head = parts[0]
    assert isinstance(head, Passage)
    assert head.kind is Kind.MAIL_HEADER
    assert "From: Zoë Example <zoe@example.org>" in head.text
    assert "Subject: Rent of £120 – please help" in head.text
    assert locate(head, head.text.index("housing@")) == (("header", "To"),)
    assert locate(head, head.text.index("17")) == (("header", "other"),)


def test_mail_when_read_then_bodies_belong_to_it_and_attachments_are_members() -> None:
    extraction = extract(Source.of_bytes(letter().as_bytes()), Budget())
    parts = [part for part in extraction if not isinstance(part, PartGap)]
    assert [part.member for part in parts] == [None, None, None, "kids.csv", "kids.csv"]
    assert "07700 900123" in parts[1].text
    assert locate(parts[1], parts[1].text.index("07700")) == (("part", 3), ("line", 2))
    assert parts[2].text == "Dear all"
    assert parts[4].text == "Ann\t30\nBob\t40\nCy\t50"
    assert extraction.members == 1


def test_mail_when_a_message_is_attached_then_it_is_a_member() -> None:
    outer = MIMEMultipart()
    outer["From"], outer["Subject"] = "a@example.org", "fwd"
    outer.attach(MIMEMessage(letter()))
    members = [part.member for part in extract(Source.of_bytes(outer.as_bytes()), Budget())]
    assert "part 2" in members
    assert "part 2/kids.csv" in members


def test_mail_when_enveloped_then_it_is_encrypted() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "x"
    message.set_content(
        b"\x30\x82", "application", "pkcs7-mime", params={"smime-type": "enveloped-data"}
    )
    assert [cause for cause, _ in gaps(read(message.as_bytes()))] == ["encrypted"]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_mail_when_it_has_100_000_recipients_then_every_one_is_read(line_end: bytes) -> None:
    people = b",\n ".join(b"Person %d <p%d@example.org>" % (n, n) for n in range(100_000))
    data = b"From: a@example.org\nTo: " + people + b"\nSubject: all\n\nHello\n"
    text = texts(read(data.replace(b"\n", line_end)))
    assert "p0@example.org" in text
    assert "p99999@example.org" in text
    assert "Hello" in text


def test_mail_when_a_subject_is_a_megabyte_of_encoded_words_then_a_gap_says_so() -> None:
    word = b"=?utf-8?q?Zo=C3=AB?= "
    data = b"From: a@example.org\nTo: b@example.org\nSubject: " + word * 50_000 + b"\n\nHello\n"
    parts = read(data)
    assert gaps(parts) == [("limit", None)]
    assert "Hello" in texts(parts)


def test_mail_when_nested_thousands_deep_then_it_is_read_as_text() -> None:
    head = b"From: a@example.org\nTo: b@example.org\nContent-Type: message/rfc822\n\n"
    parts = read(head * 5_000 + b"the innermost words\n")
    assert "the innermost words" in texts(parts)
    assert gaps(parts) == [("partial", None)]


def test_mail_when_cut_at_half_then_what_is_there_is_read() -> None:
    data = letter().as_bytes()
    assert "07700 900123" in texts(read(data[: len(data) * 2 // 3]))


@pytest.mark.parametrize(
    "name", ["filename*=utf-7''%2B2AA-.bin", "filename*=unicode-escape''%5Cud800.bin"]
)
def test_attachment_when_its_name_holds_half_a_character_then_it_has_a_name_to_store(
    name: str,
) -> None:
    mail = f"From: a@example.org\nSubject: x\nContent-Disposition: attachment; {name}\n\n\1\2\3"
    found = gaps(read(mail.encode()))
    assert [cause for cause, _ in found] == ["unsupported"]
    assert (found[0][1] or "").encode().endswith(b".bin")
