"""First family: letters, forms, assessments and tables as an office template lays them out."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.share.desk import Desk
from benchmarks.share.drafts import Draft, Grid, Part
from benchmarks.share.people import COUNCIL, NameStyle, Person

FAMILY = "formal"

_REASONS = (
    "Thank you for your recent enquiry about your {subject}. We have now looked at what you sent.",
    "I am writing to let you know the outcome of the {subject} that we discussed on {day}.",
    "Further to our letter of {day}, we still need some details before the {subject} can go ahead.",
    "We carried out a check of our records on {day} and found that your {subject} was incomplete.",
)
_CLOSING = (
    "If anything has changed since then, please tell us within 14 days.",
    "You can ask for this decision to be looked at again within one month of the date above.",
    "Please keep this letter with your other papers, as you may need it later.",
    "We hold this information in line with our privacy notice, which is on our website.",
)
_STANDING = (
    "If you would like this letter in large print, in braille or in another language, please ask"
    " any member of the team and we will arrange it without charge.",
    "You can see what you owe, tell us about a change and send us documents at any time through"
    " your online account. If you do not have an account yet, it takes a few minutes to open one.",
    "We aim to answer letters within ten working days. At busy times, such as the weeks after the"
    " yearly bills have gone out, it may take us a little longer, and we are sorry if it does.",
    "Independent advice is to be had from the advice centre in the old library building, which is"
    " open on weekday mornings and does not charge. You do not need an appointment.",
    "If you think that we have made a mistake, please write to us first. If we cannot agree, we"
    " will tell you how to appeal, by when you must do so and who will hear the appeal.",
    "We have a duty to protect the public funds that we manage, and may use what you tell us to"
    " prevent and detect fraud. We may share it with other bodies that audit public funds.",
)


def letter(desk: Desk) -> Draft:
    """Write a letter: address block, salutation, prose with identifiers, signature."""
    who, officer = desk.resident(), desk.officer()
    draft = desk.draft(FAMILY, f"Letter {desk.digits(4)}")
    draft.say(f"{COUNCIL} Borough Council, {desk.department.name}", part=Part.HEADER)
    draft.say(
        draft.name(who, NameStyle.TITLE_FULL, "address block"),
        who.house,
        who.town,
        draft.postcode(who, "address block"),
        f"Date: {desk.day()}",
        f"Our ref: {desk.department.folder[:3].upper()}/{desk.digits(5)}",
        f"Dear {draft.name(who, NameStyle.TITLE_LAST, 'salutation')}",
        desk.rng.choice(_REASONS).format(subject=desk.subject(), day=desk.day()),
    )
    for sentence in desk.rng.sample(_LETTER_SENTENCES, desk.rng.randint(1, 3)):
        draft.say(sentence(draft, who))
    draft.say(*desk.rng.sample(_STANDING, desk.rng.randint(1, 4)))
    draft.say(desk.rng.choice(_CLOSING), "Yours sincerely")
    draft.say(draft.name(officer, NameStyle.FULL, "signature"), desk.department.name)
    if desk.coin(0.5):
        draft.say(f"Direct line: {draft.phone(officer, 'label')}")
        draft.say(f"E-mail: {draft.email(officer, 'label')}")
    return draft


_LETTER_SENTENCES: tuple[Callable[[Draft, Person], str], ...] = (
    lambda d, p: f"Our records show your National Insurance number as {d.nino(p, 'label')}.",
    lambda d, p: f"Your NHS number is {d.nhs(p, 'label')}; please quote it to the hospital.",
    lambda d, p: f"We have your date of birth as {d.born(p, 'label')}.",
    lambda d, p: f"We tried to telephone you on {d.phone(p, 'prose')} without success.",
    lambda d, p: f"A copy has been sent to {d.email(p, 'prose')} as you asked.",
    lambda d, p: f"We understand that you moved to {d.address(p, 'prose')} in the spring.",
    lambda d, p: f"The payment made with card number {d.card(p, 'label')} has been refunded.",
    lambda d, p: f"The number {d.nino(p, 'bare')} does not agree with the one on your form.",
)


def form(desk: Desk) -> Draft:
    """Write an application form: one label and value a line, or label above value."""
    who = desk.resident()
    draft = desk.draft(FAMILY, f"{desk.subject().title()} form")
    below = desk.coin(0.35)
    context = "value below label" if below else "label"
    fields = [
        ("Full name", draft.name(who, NameStyle.TITLE_FULL, context)),
        ("Date of birth", draft.born(who, context)),
        ("National Insurance number", draft.nino(who, context)),
        ("Home address", f"{who.house}, {who.town}"),
        ("Postcode", draft.postcode(who, context)),
        ("Telephone", draft.phone(who, context)),
        ("Email address", draft.email(who, context)),
    ]
    if desk.coin(0.5):
        fields.insert(3, ("NHS number", draft.nhs(who, context)))
    draft.say(draft.title, part=Part.TITLE)
    draft.say(f"Reference {desk.digits(7)}", "Section 1: about you")
    for label, value in fields:
        draft.say(*((label, value) if below else (f"{label}: {value}",)))
    draft.say("Section 2: declaration", "I declare that the details above are complete and true.")
    draft.say(f"Signed on {desk.day()}")
    return draft


def assessment(desk: Desk) -> Draft:
    """Write an assessment: details in a two-column table, prose, a comment and a deletion."""
    who, officer, carer = desk.resident(), desk.officer(), desk.resident()
    draft = desk.draft(FAMILY, f"{desk.subject().capitalize()} report")
    draft.say(f"{COUNCIL} Borough Council: official, sensitive", part=Part.HEADER)
    draft.say(draft.title, part=Part.TITLE)
    rows = (
        ("Name of " + desk.department.person_word, draft.name(who, NameStyle.FULL, "label")),
        ("D.O.B.", draft.born(who, "label")),
        ("NHS No.", draft.nhs(who, "label")),
        ("NI Number", draft.nino(who, "label")),
        ("Address", draft.address(who)),
        ("Completed by", draft.name(officer, NameStyle.FULL, "label")),
    )
    draft.add(Grid(None, rows, name="Details"))
    title = draft.name(who, NameStyle.TITLE_LAST, "prose")
    draft.say(
        f"{title} lives alone and manages most daily tasks without help.",
        f"The main carer is {draft.name(carer, NameStyle.TITLE_FULL, 'prose')}, who can be reached "
        f"on {draft.phone(carer, 'prose')} during the day.",
        f"The visit took place on {desk.day()} and lasted about an hour.",
    )
    if desk.coin(0.5):
        remark = f"Check the number with the surgery: {draft.nhs(carer, 'bare')}"
        draft.say(remark, part=Part.COMMENT)
    if desk.coin(0.5):
        draft.say(f"Old contact: {draft.email(carer, 'label')}", part=Part.DELETED)
    draft.say(f"Prepared for {draft.name(who, NameStyle.FULL, 'footer')}", part=Part.FOOTER)
    return draft


_COLUMNS: dict[str, Callable[[Draft, Person, str], str]] = {
    "Name": lambda d, p, c: d.name(p, NameStyle.FULL, c),
    "Date of Birth": lambda d, p, c: d.born(p, c),
    "NI Number": lambda d, p, c: d.nino(p, c),
    "NHS Number": lambda d, p, c: d.nhs(p, c),
    "Postcode": lambda d, p, c: d.postcode(p, c),
    "Email": lambda d, p, c: d.email(p, c),
    "Telephone": lambda d, p, c: d.phone(p, c),
}


def register(desk: Desk) -> Draft:
    """Write a register of people: a table with a heading row, often under title rows."""
    draft = desk.draft(FAMILY, f"{desk.department.person_word.capitalize()} register")
    chosen = ["Name", *desk.rng.sample(list(_COLUMNS)[1:], desk.rng.randint(2, 5))]
    people = desk.residents(5, 90)
    rows = tuple(
        (desk.digits(6), *(_COLUMNS[column](draft, who, "column") for column in chosen), "Open")
        for who in people
    )
    titles = (f"{draft.title} at {desk.day()}", "") if desk.coin(0.4) else ()
    header = ("Case ID", *chosen, "Status")
    draft.add(Grid(header, rows, titles, name="Register"))
    if desk.coin(0.3):
        kept = tuple(
            (draft.name(p, NameStyle.REVERSED, "column"), draft.nino(p, "column"))
            for p in desk.residents(3, 8)
        )
        draft.add(Grid(("Name", "NI Number"), kept, name="Old list", hidden=True))
    return draft


DOCUMENTS = (letter, form, assessment)
TABLES = (register,)
