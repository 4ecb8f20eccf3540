"""Forms: a label and its value, on one line, on two, in cells, in Welsh, in fields of a page."""

from __future__ import annotations

from html import escape

from benchmarks.accuracy.draft import LABEL, Document, Draft
from benchmarks.accuracy.files import Cell, word, workbook
from benchmarks.accuracy.people import Resident

Pairs = list[tuple[str, str]]
_LABELS: dict[str, tuple[str, ...]] = {
    "UK_NINO": ("National Insurance number", "NI number", "NINO", "N.I. No"),
    "UK_NHS": ("NHS number", "NHS No", "NHS no."),
    "DATE_OF_BIRTH": ("Date of birth", "DOB", "D.O.B", "Born"),
    "PHONE_NUMBER": ("Telephone", "Mobile", "Contact number", "Tel no"),
    "EMAIL_ADDRESS": ("Email", "E-mail address"),
    "UK_PASSPORT": ("Passport number", "Passport no"),
    "UK_DRIVING_LICENCE": ("Driving licence number", "Driver number"),
    "UK_VEHICLE_REGISTRATION": ("Vehicle registration", "Car reg", "Registration number"),
    "UK_SORT_CODE": ("Sort code", "Bank sort code"),
    "UK_BANK_ACCOUNT": ("Account number", "Bank account no"),
    "UK_UTR": ("UTR", "Unique Taxpayer Reference"),
    "UK_UPN": ("UPN", "Unique pupil number"),
    "UK_ULN": ("ULN", "Unique learner number"),
    "UK_BRP": ("BRP number", "Biometric residence permit"),
    "UK_SHARE_CODE": ("Share code", "Right to work share code"),
    "UK_HOME_OFFICE_REFERENCE": ("Home Office reference", "Home Office ref"),
    "UK_BLUE_BADGE": ("Blue Badge number", "Blue badge no"),
    "UK_CHI": ("CHI number", "CHI"),
    "UK_HCN": ("Health and Care number", "H&C number"),
    "UK_PNC": ("PNC ID", "PNC number"),
    "UK_CRO": ("CRO number", "CRO"),
    "UK_PRISON_NUMBER": ("Prison number", "Prison no"),
    "UK_CASE_URN": ("URN", "Case URN"),
    "UK_CCRN": ("Court case reference", "Court case ref"),
    "UK_UPRN": ("UPRN",),
    "UK_TRN": ("Temporary reference number", "HMRC temporary reference"),
    "UK_PROFESSIONAL_REGISTRATION": ("NMC PIN", "NMC registration"),
    "UK_PAYE_REFERENCE": ("PAYE reference", "Employer PAYE reference"),
    "UK_ACCOUNTS_OFFICE_REFERENCE": ("Accounts Office reference",),
    "IBAN_CODE": ("IBAN",),
    "CREDIT_CARD": ("Card number", "Payment card"),
    "IP_ADDRESS": ("IP address",),
}
_WELSH: dict[str, str] = {
    "UK_NINO": "Rhif Yswiriant Gwladol",
    "UK_NHS": "Rhif GIG",
    "DATE_OF_BIRTH": "Dyddiad geni",
    "PHONE_NUMBER": "Rhif ffôn",
    "EMAIL_ADDRESS": "E-bost",
    "UK_POSTCODE": "Cod post",
    "UK_PASSPORT": "Rhif pasbort",
    "UK_SORT_CODE": "Cod didoli",
    "UK_BANK_ACCOUNT": "Rhif cyfrif",
    "UK_DRIVING_LICENCE": "Rhif trwydded yrru",
}


_TRICKS: dict[str, dict[int, int | str]] = {
    "no-break space": {0x20: 0xA0},
    "narrow no-break space": {0x20: 0x202F},
    "soft hyphen in the gaps": {0x20: "\u00ad"},
    "zero width space in the gaps": {0x20: "\u200b"},
    "full-width digits": {digit: digit + 0xFEE0 for digit in range(0x30, 0x3A)},
}


def _pairs(draft: Draft, who: Resident, count: int = 7) -> Pairs:
    """Return labels and values of one person: name and address first, then some of the rest."""
    rng = draft.rng
    pairs = [
        (
            rng.choice(("Name", "Full name", "Applicant", "Name of claimant")),
            draft.name(who, LABEL, rng.choice(("first last", "title first last", "last, first"))),
        )
    ]
    pairs += [
        (rng.choice(labels), draft.put(who, entity, LABEL))
        for entity, labels in rng.sample(sorted(_LABELS.items()), count)
    ]
    pairs.insert(rng.randint(1, 4), ("Address", draft.address(who, LABEL)))
    return pairs


def same_line(draft: Draft) -> Document:
    """Label, colon, value."""
    mark = draft.rng.choice((": ", " - ", ":\t", " = ", ":"))
    lines = [f"{label}{mark}{value}" for label, value in _pairs(draft, draft.person(18), 12)]
    return draft.document(
        "label and value on one line", "txt", "\n".join(["APPLICATION FORM", "", *lines])
    )


def dotted_leader(draft: Draft) -> Document:
    """Label, dots, value, as typed forms have it."""
    lines = [
        f"{label} {'.' * (34 - len(label))} {value}"
        for label, value in _pairs(draft, draft.person(18), 12)
    ]
    return draft.document("label, dots, value", "txt", "\n".join(lines))


def next_line(draft: Draft) -> Document:
    """Write the value on the line after its label, sometimes with an empty line between."""
    gap = draft.rng.choice(("\n", "\n\n"))
    blocks = [f"{label}{gap}{value}" for label, value in _pairs(draft, draft.person(18), 12)]
    return draft.document(
        "value on the line after its label", "txt", "Your details\n\n" + "\n\n".join(blocks)
    )


def two_columns(draft: Draft) -> Document:
    """Two labels and values beside each other."""
    pairs = [f"{label}: {value}".ljust(58) for label, value in _pairs(draft, draft.person(18), 13)]
    lines = ["".join(pairs[i : i + 2]).rstrip() for i in range(0, len(pairs), 2)]
    return draft.document("two labels on one line", "txt", "\n".join(lines))


def word_form(draft: Draft) -> Document:
    """Write a Word form of two-cell rows."""
    pairs = _pairs(draft, draft.person(18), 12)
    return draft.document(
        "docx form, two cells", "docx", word(["Referral form", [[a, b] for a, b in pairs]])
    )


def word_form_wide(draft: Draft) -> Document:
    """Write a Word form with two labels in each row."""
    pairs = _pairs(draft, draft.person(18), 12)  # fourteen: name, address and twelve more
    rows = [[*pairs[i], *pairs[i + 1]] for i in range(0, len(pairs), 2)]
    return draft.document("docx form, four cells", "docx", word(["Assessment", rows]))


def word_paragraphs(draft: Draft) -> Document:
    """Label and value as paragraphs after each other."""
    pairs = _pairs(draft, draft.person(18), 12)
    return draft.document(
        "docx, value in the next paragraph", "docx", word([part for pair in pairs for part in pair])
    )


def sheet_form(draft: Draft) -> Document:
    """Write a spreadsheet used as a form: label left, value two cells to the right."""
    rows: list[list[Cell]] = [["Starter form"], []]
    for label, value in _pairs(draft, draft.person(18), 12):
        rows += [[label, None, value], []] if draft.rng.random() < 0.5 else [[label, value]]
    return draft.document("xlsx form", "xlsx", workbook({"Form": rows}))


def welsh(draft: Draft) -> Document:
    """Write a form in Welsh."""
    who = draft.person(18)
    lines = [f"Enw: {draft.name(who, LABEL)}", f"Cyfeiriad: {draft.address(who, LABEL)}"]
    for entity, label in _WELSH.items():
        form = "Welsh" if entity == "DATE_OF_BIRTH" and draft.rng.random() < 0.6 else None
        lines.append(f"{label}: {draft.put(who, entity, LABEL, form)}")
    return draft.document("Welsh labels", "txt", "\n".join(["FFURFLEN GAIS", *lines]))


def bilingual(draft: Draft) -> Document:
    """Write a form with both languages in each label."""
    who, lines = draft.person(18), []
    for entity, label in _WELSH.items():
        english = {"UK_POSTCODE": ("Postcode",)}.get(entity) or _LABELS[entity]
        lines.append(f"{label} / {english[0]}: {draft.put(who, entity, LABEL)}")
    return draft.document(
        "labels in two languages",
        "txt",
        "\n".join([f"Enw / Name: {draft.name(who, LABEL)}", *lines]),
    )


def page_fields(draft: Draft) -> Document:
    """Write an HTML page with definition list, labelled inputs and rows of heading and cell."""
    style = draft.rng.randrange(3)
    rows = []
    for pair in _pairs(draft, draft.person(18), 12):
        label, value = map(escape, pair)
        if style == 0:
            rows.append(f"<dt>{label}</dt><dd>{value}</dd>")
        elif style == 1:
            rows.append(f'<p><label>{label}</label> <span class="v">{value}</span></p>')
        else:
            rows.append(f"<tr><th>{label}</th><td>{value}</td></tr>")
    tag = ("dl", "div", "table")[style]
    name = ("html list", "html labels", "html form table")[style]
    return draft.document(name, "html", f"<html><body><{tag}>{''.join(rows)}</{tag}></body></html>")


def hidden_space(draft: Draft) -> Document:
    """Values with no-break spaces, soft hyphens, narrow spaces and full-width digits."""
    who, rng = draft.person(18), draft.rng
    nino = draft.put(who, "UK_NINO", LABEL, "pairs")
    nhs = draft.put(who, "UK_NHS", LABEL, "3-3-4")
    phone = draft.put(who, "PHONE_NUMBER", LABEL, "grouped")
    post = draft.put(who, "UK_POSTCODE", LABEL, "spaced")
    trick = rng.choice(sorted(_TRICKS))
    table = _TRICKS[trick]
    draft.rename(trick, 4)
    text = (
        f"National Insurance number: {nino.translate(table)}\nNHS number: {nhs.translate(table)}\n"
        f"Mobile: {phone.translate(table)}\nPostcode: {post.translate(table)}\n"
    )
    return draft.document("hidden characters", "txt", text)


LAYOUTS = (
    same_line,
    dotted_leader,
    next_line,
    two_columns,
    word_form,
    word_form_wide,
    word_paragraphs,
    sheet_form,
    welsh,
    bilingual,
    page_fields,
    hidden_space,
)
