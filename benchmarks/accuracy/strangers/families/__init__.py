"""All kinds of document, those of each family of senders in a module of its own."""

from __future__ import annotations

from benchmarks.accuracy.strangers.families import (
    adult_care,
    bereavement,
    chats,
    children,
    culture,
    democracy,
    elections,
    homelessness,
    housing,
    identity,
    information,
    justice,
    licensing,
    lookalike_lists,
    lookalike_machines,
    lookalike_papers,
    machines,
    money,
    nations,
    plain,
    planning,
    protection,
    registrars,
    roads,
    schools,
    staff,
)
from benchmarks.accuracy.strangers.genre import Genre

_FAMILIES = (
    planning, licensing, elections, roads, bereavement, housing, homelessness, adult_care,
    children, schools, protection, information, staff, money, culture, registrars, democracy,
    machines, nations, chats, justice, identity, lookalike_papers, lookalike_lists,
    lookalike_machines, plain,
)  # fmt: skip
GENRES: tuple[Genre, ...] = tuple(genre for family in _FAMILIES for genre in family.GENRES)
