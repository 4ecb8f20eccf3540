"""The keys of ``stocktake.toml``, and what each may hold; docs/settings.md has them in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from connectors.base import PrincipalKind
from connectors.smb.address import address_of, server_of, without_password
from detectors.base import Category
from detectors.engine.weigh import KEPT_FROM, MOST
from detectors.registry import detectors
from scanner.settings.nearest import nearest
from scanner.settings.pattern import canonical, refusal, too_common

WILDCARD = "*"
_LEAST_BESIDE_WILDCARD = 4  # characters of an allowed value: "*" alone would allow everything
_MOST_ROWS = 200  # of a list: each word costs a pattern, each pattern time on every byte


class Where(StrEnum):
    """Where values of an own kind of data are looked for."""

    EVERYWHERE = "everywhere"
    LABELLED = "labelled"  # right after a label, or in a column headed so


def _plain_word(word: str) -> str:
    """Return a label as the engine takes it: small letters, one space between words."""
    plain = " ".join(word.lower().split())
    if not plain or not (plain[0].isalnum() and plain[-1].isalnum()):
        message = f"{word!r} does not begin and end with a letter or digit: write the words alone"
        raise ValueError(message)
    return plain


def _right_pattern(pattern: str) -> str:
    fault = refusal(pattern)
    if fault:
        message = f"pattern {pattern!r} {fault}"
        raise ValueError(message)
    return pattern


def _known_entity(entity: str) -> str:
    known = [each.entity for each in detectors()]
    if entity not in known:
        message = f"no entity {entity!r}{nearest(entity, known)}"
        raise ValueError(message)
    return entity


def _path_of_files(path: str) -> str:
    parts = path.strip("/").split("/")
    if "\\" in path:
        message = f"path {path!r} has backslashes: part folders with /"
        raise ValueError(message)
    if not all(parts) or {".", ".."} & set(parts):
        message = f"path {path!r} has an empty, . or .. part: give it from the root of the share"
        raise ValueError(message)
    if set(path) <= set("*?/"):
        message = f"path {path!r} would leave out everything: name something"
        raise ValueError(message)
    return path


def _place(path: str) -> str:
    """Return ``path`` if it is an address or an absolute path."""
    try:
        known = server_of(path) or address_of(path)
    except ValueError as error:
        message = f"{without_password(path)!r}: {error}"
        raise ValueError(message) from error
    if known is None and not path.startswith("/"):
        said = without_password(path)
        message = f"{said!r} is neither smb://server[/share] nor a path from /: write it whole"
        raise ValueError(message)
    return path


Word = Annotated[str, Field(max_length=60), AfterValidator(_plain_word)]
Words = Annotated[tuple[Word, ...], Field(max_length=_MOST_ROWS)]
Regex = Annotated[str, AfterValidator(_right_pattern)]
Example = Annotated[str, Field(min_length=1, max_length=100)]
Entity = Annotated[str, AfterValidator(_known_entity)]
FilePath = Annotated[str, Field(min_length=1, max_length=1_000), AfterValidator(_path_of_files)]
Reason = Annotated[str, Field(min_length=3, max_length=300)]
ShareName = Annotated[str, Field(min_length=1, max_length=80)]
GroupName = Annotated[str, Field(min_length=1, max_length=300)]
Confidence = Annotated[float, Field(ge=KEPT_FROM, le=MOST)]


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class OwnDetector(_Keys):
    """A ``[[detector]]``: a kind of data of the council's own, such as its tax references."""

    entity: str = Field(pattern=r"^LOCAL_[A-Z][A-Z0-9_]{1,40}$")
    title: str = Field(min_length=1, max_length=80)
    category: Category
    patterns: tuple[Regex, ...] = Field(min_length=1, max_length=20)
    where: Where = Where.LABELLED
    one_person: bool = False
    labels: Words = ()
    opposing: Words = ()
    headers: Words = ()
    matches: tuple[Example, ...] = Field(default=(), max_length=_MOST_ROWS)
    refuses: tuple[Example, ...] = Field(default=(), max_length=_MOST_ROWS)

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.where is Where.LABELLED and not (self.labels or self.headers):
            message = 'where is "labelled", and there are no labels and no headers: give some'
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _narrow_enough(self) -> Self:
        if self.where is Where.EVERYWHERE:
            for pattern in self.patterns:
                fault = too_common(pattern)
                if fault:
                    message = f"pattern {pattern!r} {fault}"
                    raise ValueError(message)
        return self

    @field_validator("matches", "refuses")
    @classmethod
    def _examples_hold(cls, examples: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        patterns = info.data.get("patterns", ())  # left out where they are wrong: that is said
        for number, example in enumerate(examples if patterns else (), 1):
            found = canonical(patterns, example) is not None
            if found != (info.field_name == "matches"):
                said = "is matched by a pattern" if found else "is matched by no pattern"
                message = f"example {number} {said}: correct it or the patterns"
                raise ValueError(message)
        return examples


class AddedWords(_Keys):
    """A ``[words.ENTITY]``: words of the council's own for what Stocktake finds already."""

    labels: Words = ()
    opposing: Words = ()
    headers: Words = ()


class AllowedValues(_Keys):
    """An ``[[allow]]``: values that the council knows, and that are no finding anywhere."""

    entity: str
    values: tuple[Example, ...] = Field(min_length=1, max_length=10_000)
    why: Reason

    @model_validator(mode="after")
    def _values_are_some(self) -> Self:
        for number, value in enumerate(self.values, 1):
            if WILDCARD in value and len(value.replace(WILDCARD, "")) < _LEAST_BESIDE_WILDCARD:
                message = f"value {number} allows nearly everything: write more of it out"
                raise ValueError(message)
        return self


class LeftOutPaths(_Keys):
    """An ``[[exclude]]``: files and folders that are not read, and counted as excluded."""

    paths: tuple[FilePath, ...] = Field(min_length=1, max_length=_MOST_ROWS)
    why: Reason


class NamedShare(_Keys):
    """A ``[[share]]``: a folder, a share of a server, or a server with all its shares.

    ``without`` are shares of a server that are not scanned, and ``why``.
    """

    path: Annotated[str, Field(min_length=1, max_length=1_000), AfterValidator(_place)]
    without: tuple[ShareName, ...] = Field(default=(), max_length=_MOST_ROWS)
    why: Reason | None = None

    @model_validator(mode="after")
    def _shares_are_of_a_server(self) -> Self:
        if self.without and server_of(self.path) is None:
            message = "without goes with a server alone: leave out the share in path"
            raise ValueError(message)
        if self.without and self.why is None:
            message = "without has no why: say it, an auditor will ask"
            raise ValueError(message)
        return self


class NamedPeople(_Keys):
    """A ``[[people]]``: whose accounts those in these groups or organisational units are."""

    kind: PrincipalKind
    groups: tuple[GroupName, ...] = Field(default=(), max_length=_MOST_ROWS)
    units: tuple[GroupName, ...] = Field(default=(), max_length=_MOST_ROWS)

    @field_validator("kind")
    @classmethod
    def _is_of_accounts(cls, kind: PrincipalKind) -> PrincipalKind:
        if kind in (PrincipalKind.GROUP, PrincipalKind.UNKNOWN):
            message = f"kind {kind.value!r} says nothing: give staff, member, supplier or service"
            raise ValueError(message)
        return kind

    @model_validator(mode="after")
    def _somebody_is_named(self) -> Self:
        if not (self.groups or self.units):
            message = "there are no groups and no units: give some"
            raise ValueError(message)
        return self


class ModulusCheck(_Keys):
    """The ``[modulus_check]``: the banks' table of weights, which the council has from Pay.UK."""

    weights: Path
    substitutes: Path | None = None


class Settings(_Keys):
    """All of ``stocktake.toml``; without a file, nothing of it is set."""

    detector: tuple[OwnDetector, ...] = Field(default=(), max_length=50)
    words: dict[Entity, AddedWords] = Field(default_factory=dict)
    allow: tuple[AllowedValues, ...] = Field(default=(), max_length=_MOST_ROWS)
    threshold: dict[Entity, Confidence] = Field(default_factory=dict)
    exclude: tuple[LeftOutPaths, ...] = Field(default=(), max_length=_MOST_ROWS)
    share: tuple[NamedShare, ...] = Field(default=(), max_length=_MOST_ROWS)
    people: tuple[NamedPeople, ...] = Field(default=(), max_length=_MOST_ROWS)
    connections_per_server: int = Field(default=2, ge=1, le=16)
    recognisers: Path | None = None
    modulus_check: ModulusCheck | None = None

    @property
    def left_out_shares(self) -> Mapping[str, frozenset[str]]:
        """Names of shares that are not scanned, in small letters, by server."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for each in self.share:
            if each.without:
                found[str(server_of(each.path))] |= {name.lower() for name in each.without}
        return found

    @model_validator(mode="after")
    def _one_detector_an_entity(self) -> Self:
        names = [each.entity for each in self.detector]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            message = f"{twice[0]} is there twice: give its patterns in one [[detector]]"
            raise ValueError(message)
        return self

    @field_validator("allow")
    @classmethod
    def _allowed_are_values(
        cls, allow: tuple[AllowedValues, ...], info: ValidationInfo
    ) -> tuple[AllowedValues, ...]:
        own: tuple[OwnDetector, ...] = info.data.get("detector", ())
        for each in allow:
            entities = [*(one.entity for one in detectors()), *(one.entity for one in own)]
            if each.entity not in entities:
                message = f"no entity {each.entity!r}{nearest(each.entity, entities)}"
                raise ValueError(message)
            for number, value in enumerate(each.values, 1):
                if WILDCARD not in value and canonical_of(each.entity, value, own) is None:
                    message = f"value {number} of {each.entity} is not a valid one: correct it"
                    raise ValueError(message)
        return allow


def canonical_of(entity: str, value: str, own: Sequence[OwnDetector]) -> str | None:
    """Return the canonical form of a written value; None where it is none of ``entity``."""
    for one in own:
        if one.entity == entity:
            return canonical(one.patterns, value)
    return next(each for each in detectors() if each.entity == entity).check(value.strip())


NOTHING_SET = Settings()
