"""Political opinions of a person (UK GDPR, article 9).

Shape     a party that a person is said to be a member or supporter of, or to vote for; a party in
          a field or a column of its own.
Check     the party is in our list.
Chance    high for the name alone: agendas, minutes and notices of polls hold it. A councillor's
          party is public, and "the Labour group" is nobody's opinion.
Category  special category.
Source    ICO's list of special categories, read 2026-11-25; parties compiled, those of all
          four nations, 2026-11-26, without the register at hand.

>>> canonical("member of the Labour Party")
'labour party'
"""

from __future__ import annotations

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import in_a_record, record_forms
from detectors.special.fields import SUMMARY_HEADERS, everyday_field_form, field_form
from detectors.special.lexicon import folded, term_in, terms

_TERMS = terms("political")
_PARTIES = (
    "(?:Labour|Conservatives?|Tory|Tories|Liberal Democrats?|Lib Dems?|Scottish Greens?|Greens?"
    "|Plaid Cymru|SNP|Reform UK|Reform|UKIP|Sinn F.{1,2}in|DUP|SDLP|UUP|TUV|Ulster Unionists?"
    "|Alliance|Alba|Co-operative|Aont.{1,2}|People Before Profit|Britain First|BNP|National Front"
    "|Communist|Socialist|Workers|Liberal|Yorkshire|Heritage|Social Democratic|Mebyon Kernow|TUSC"
    "|Women's Equality|Llafur|Blaid Cymru)"
)
_OF_COUNCILLORS = (
    "councillor", "councillors", "cllr", "ward", "wards", "division", "electoral division",
    "constituency", "seat", "seats", "candidate", "candidates", "candidate name", "votes",
    "votes cast", "elected", "election", "result", "majority", "term", "committee", "committees",
    "portfolio", "leader", "group leader", "member of parliament", "mp", "agent", "election agent",
    "contract", "contract no", "counterparty", "signed", "role",
)  # fmt: skip
"""Headings beside which a party is one that stood for election, or that signed."""
_WITH_PARTY = "(?: [Pp]arty)?"


def canonical(text: str) -> str | None:
    """Return the party that ``text`` names, or what it says of a part in politics."""
    value = folded(text)
    return value if value in _CODES else term_in(text, _TERMS)


def _parties(cells: list[str]) -> bool:
    """Return whether cells under "Party" are mostly parties, and not all the same.

    >>> _parties(["Labour", "Green", "Reform UK"]), _parties(["Hill Ltd", "Green", "Mr J Poole"])
    (True, False)
    """
    known = [party for cell in cells if (party := folded(cell)) in _TERMS]
    return 2 * len(known) > len(cells) and len(set(known)) > 1


_CODES = frozenset(
    {
        *("lab", "con", "ld", "lib dem", "lib", "grn", "green", "ref", "reform", "snp", "pc"),
        *("plaid", "ukip", "ind", "labour", "conservative", "tory", "dup", "sf", "sdlp", "uup"),
    }
)
"""How canvassers write parties: "Lab", "LD"."""
_NO_PARTY = frozenset({"none", "dnv", "did not vote", "against", "undecided", "wont say", ""})
_LEAST_PARTIES = 2


def _canvassed(cells: list[str]) -> bool:
    """Return whether some cells hold nothing but codes of parties, of two at least.

    >>> _canvassed(["Lab", "LD", "none", "Con"]), _canvassed(["Lab", "Depot", "Con"])
    (True, False)
    """
    said = {folded(cell) for cell in cells}
    return said <= _CODES | _NO_PARTY and len(said & _CODES) >= _LEAST_PARTIES


DETECTOR = Detector(
    entity="POLITICAL_DATA",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="political opinion",
    source="UK GDPR, article 9",
    forms=(
        Form(
            "member or voter of a party, in a record of one person",
            r"\b(?:[Mm]ember(?:ship)? of|[Ss]upporter of|[Ss]upports|[Dd]onate[sd]? to|[Jj]oined"
            r"|(?:[Cc]anvass|[Cc]ampaign)(?:es|s|ed|ing)? for|[Vv]ot(?:e|es|ed|ing)(?: for)?"
            r"|[Ss]t(?:ood|ands|anding|and) for|[Ll]eaflet(?:s|ed|ing)? for|[Bb]elongs to"
            r"|(?:[Ee]xpelled|[Rr]esigned|[Ss]uspended) from|[Qq]uit|[Dd]efected to|[Rr]ejoined"
            r"|[Aa]ctive in|[Ll]eft|[Ll]eav(?:e|es|ing)|[Vv]olunteer(?:s|ed|ing)? for|[Aa]elod o"
            r"|[Pp]leidleisio i)"
            rf" (?:the )?(?:local )?{_PARTIES}{_WITH_PARTY}\b",
            0.80,
            Scan.CASE,
            in_a_record,
        ),
        Form(
            "member or voter of a party, in a record of one person",
            rf"\b{_PARTIES}{_WITH_PARTY} "
            r"(?:member(?:ship)?|supporter|voter|activist|donor|canvasser|teller|subscription|subs"
            r"|leafleter|card|organiser|branch secretary)\b",
            0.75,
            Scan.CASE,
            in_a_record,
        ),
        *record_forms("political"),
        field_form(
            r"political (?:party|opinions?|affiliation|beliefs?|views?)|voting intention"
            r"|plaid wleidyddol",
            canonical,
        ),
        everyday_field_form("intention|party preference", canonical),
    ),
    check=canonical,
    check_name="known party",
    pass_rate=0.5,
    headers=(
        "political party", "political affiliation", "political opinion", "party membership",
        "political opinions", "political views", "political beliefs", "voting intention", "votes",
        "intention", "vote intention", "intends to vote", "canvass", "canvass result",
        "party preference", "usual vote", "last vote",
        "canvass response", "party supported", "plaid wleidyddol", "party unit", "party joined",
        "party at home", "party she or he joined", "party they joined", "last said",
        "political fund", "labour link",
    ),
    among_people=_canvassed,
    doubtful_headers=("party",),
    under_doubtful=_parties,
    opposed_beside=(("party",), _OF_COUNCILLORS),
    summary_headers=SUMMARY_HEADERS,
    version=7,
)  # fmt: skip
