"""Documents without personal data and without tricks: policies, leaflets, reports, code."""

from __future__ import annotations

from benchmarks.share.desk import Desk
from benchmarks.share.drafts import Draft, Grid, Part

FAMILY = "clean"

_SENTENCES = (
    "The council will review this {thing} every {n} years or when the law changes.",
    "Residents can use the service at any of our {n} customer centres during opening hours.",
    "Officers must record the reason for each decision and keep it with the {thing}.",
    "We consulted local groups about the {thing} and changed section {n} as a result.",
    "The budget for the {thing} is reported to the cabinet each quarter.",
    "If you are not happy with the {thing}, you may use our complaints procedure.",
    "Performance against the {thing} improved by {n} per cent on the year before.",
    "Managers are responsible for making sure that staff have read the {thing}.",
    "You may be entitled to help if you have a long-term illness such as cancer or a stroke.",
    "Contractors must follow the {thing} while they work on our land or buildings.",
    "This {thing} does not form part of any contract and may be amended at any time.",
    "Bins are collected on alternate weeks; put them at the kerb by {n} in the morning.",
    "The working group met {n} times and made a number of recommendations.",
    "Information is shared only where the law allows it and where it is needed.",
    "Applications received after the closing date will be placed on the waiting list.",
    "The risk is rated as amber, with {n} of the actions now complete.",
    "People with a disability can ask for this {thing} in large print or in braille.",
    "Trees on the highway are inspected once every {n} years by the parks team.",
    "Each school sets its own times, and term dates are published in advance.",
    "The project board agreed to extend the trial of the {thing} for {n} months.",
    "Where a {thing} is withdrawn, earlier copies should be destroyed securely.",
    "Grants of up to £{n},000 are open to voluntary groups in the borough.",
    "Noise from building sites should stop by six in the evening on weekdays.",
    "The new {thing} takes effect once the council has approved it.",
)
_THINGS = (
    "policy", "strategy", "procedure", "framework", "scheme", "retention schedule", "charter",
    "code of conduct", "action plan", "service standard", "business case", "equality assessment",
)  # fmt: skip
_HEADINGS = ("Purpose", "Scope", "Background", "Responsibilities", "Standards", "Review", "Costs")


def _sentence(desk: Desk) -> str:
    chosen = desk.rng.choice(_SENTENCES)
    return chosen.format(thing=desk.rng.choice(_THINGS), n=desk.rng.randint(2, 19))


def report(desk: Desk) -> Draft:
    """Write a policy or report under numbered headings."""
    draft = desk.draft(FAMILY, f"{desk.rng.choice(_THINGS).capitalize()} {desk.today.year}")
    draft.say(draft.title, part=Part.TITLE)
    for number, heading in enumerate(_HEADINGS[: desk.rng.randint(2, 7)], 1):
        draft.say(f"{number}. {heading}")
        for paragraph in range(1, desk.rng.randint(2, 5)):
            text = " ".join(_sentence(desk) for _ in range(desk.rng.randint(2, 6)))
            draft.say(f"{number}.{paragraph} {text}")
    return draft


def leaflet(desk: Desk) -> Draft:
    """Write a short leaflet."""
    draft = desk.draft(FAMILY, f"Your {desk.subject()}: what you need to know")
    draft.say(draft.title, part=Part.TITLE)
    draft.say(*(_sentence(desk) for _ in range(desk.rng.randint(4, 10))))
    return draft


def figures(desk: Desk) -> Draft:
    """Write a table of figures by ward and month."""
    draft = desk.draft(FAMILY, "Monthly figures")
    wards = ("North", "South", "Moorside", "Town", "Riverside", "Priory", "Quarry")
    rows = tuple(
        (ward, *(str(desk.rng.randrange(20, 900)) for _ in range(6)))
        for ward in wards[: desk.rng.randint(3, 7)]
    )
    header = ("Ward", "Apr", "May", "Jun", "Jul", "Aug", "Sep")
    draft.add(Grid(header, rows, (f"Figures for {desk.today.year}", ""), name="Figures"))
    return draft


def script(desk: Desk) -> Draft:
    """Write a short program."""
    draft, field = desk.draft(FAMILY, "script"), desk.rng.choice(("total", "balance", "count"))
    draft.say(
        "import csv", "import sys", "", f"LIMIT = {desk.digits(4)}", "", "",
        f"def {field}_of(rows):", f'    """Add up the {field} of each row."""', "    result = 0",
        "    for row in rows:", f"        result += int(row['{field}'])", "    return result", "",
        "", "with open(sys.argv[1]) as file:",
        f"    print(min(LIMIT, {field}_of(csv.DictReader(file))))",
    )  # fmt: skip
    for number in range(desk.rng.randint(0, 30)):
        draft.say("", "", f"def step_{number}(value):", f"    return value * {desk.digits(3)} % 97")
    return draft


DOCUMENTS = (report, report, leaflet)
TABLES = (figures,)
RAW = ((script, "py"),)
