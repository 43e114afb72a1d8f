"""Who is named in a document: names gathered under the fullest form of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.record import ActorKind, Document, RegionKind, Span
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name, read_name
from onrecord.text.names import runs, tokens

_NAMED_IN = frozenset(set(RegionKind) - {RegionKind.BOILERPLATE, RegionKind.CREDIT, RegionKind.BYLINE})


@dataclass(slots=True)
class Entity:
    """One named actor of a document while it is being put together."""

    key: tuple[str, ...]
    name: str
    kind: ActorKind | None
    first: int
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None

    def add(self, name: Name, text: str) -> None:
        """Take in one mention of the entity."""
        self.mentions.append((name.start, name.end))
        if name.kind is not None and self.kind is None:
            self.kind = name.kind
        for role in filter(None, (name.role, apposition(name.end, text))):
            if role not in self.roles:
                self.roles.append(role)
                gender = lexicon().gender_of_title(text[slice(*role)].split()[-1])
                self.gender = gender or self.gender

    def last_before(self, position: int) -> int | None:
        """Return where the last mention before `position` starts, None if there is none."""
        return max((start for start, _ in self.mentions if start < position), default=None)


class People:
    """The named entities of a document, and the way from a name as met to its entity."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.entities: list[Entity] = []
        names = [n for r in document.regions if r.kind in _NAMED_IN for n in _names(document.text, r.start, r.end)]
        for name in sorted(names, key=lambda n: -len(n.words)):
            self._place(name)
        for entity in self.entities:
            entity.mentions.sort()
            entity.roles.sort()
            self._settle(entity)
        self.entities.sort(key=lambda e: e.mentions[0])

    def find(self, name: Name) -> Entity | None:
        """Return the entity of a name as met in the text: by its place, then by its words."""
        for entity in self.entities:
            if any(start < name.end and name.start < end for start, end in entity.mentions):
                return entity
        return self._match(name)

    def persons(self) -> Iterable[Entity]:
        """Return the entities that are persons."""
        return (entity for entity in self.entities if entity.kind is ActorKind.PERSON)

    def _place(self, name: Name) -> None:
        entity = self._match(name)
        if entity is None:
            words = Span.of(self.text, name.start, name.end).words
            entity = Entity(name.key, words, name.kind, name.start)
            entity.gender = lexicon().gender_of_name(name.words[0]) if len(name.words) > 1 else None
            self.entities.append(entity)
        entity.add(name, self.text)

    def _match(self, name: Name) -> Entity | None:
        """Return the entity that `name` is the whole or a shorter form of, the last met before it."""
        fitting = [e for e in self.entities if _is_form(name, e)]
        exact = [e for e in fitting if e.key == name.key]
        for candidates in (exact, fitting):
            if candidates:
                return max(
                    candidates,
                    key=lambda e: (last if (last := e.last_before(name.start)) is not None else -1, -e.first),
                )
        return None

    def _settle(self, entity: Entity) -> None:
        """Decide the kind of a name whose words alone do not tell."""
        if entity.kind is not None:
            return
        short = any(end - start < len(entity.name) for start, end in entity.mentions)
        several = len(entity.key) > 1
        the = self.text[max(0, entity.first - 4) : entity.first].casefold() == "the "
        entity.kind = (
            ActorKind.PERSON if several and not the and (short or len(entity.key) <= 3) else ActorKind.ORGANISATION
        )


_APPOSITION = re.compile(r",[ \u00a0](?:(?:the|a|an)[ \u00a0])?(?P<role>[^,;:()\n.“”\"]{3,60})(?=[,.\n])")


def apposition(end: int, text: str) -> tuple[int, int] | None:
    """Return the range of the role that follows a name ending at `end`: "Jane Doe, a senior adviser,"."""
    match = _APPOSITION.match(text, end)
    if match is None or not any(lexicon().is_role(word) for word in match["role"].split()[:6]):
        return None
    return match.span("role")


def _names(text: str, start: int, end: int) -> Iterable[Name]:
    for run in runs(tokens(text, start, end), text):
        name = read_name(run, text)
        if name is not None:
            yield name


def _is_form(name: Name, entity: Entity) -> bool:
    """Return whether `name` is the entity's name or a shorter form of a person's."""
    key = name.key
    if key == entity.key:
        return True
    if entity.kind is ActorKind.ORGANISATION or name.kind is ActorKind.ORGANISATION or len(entity.key) < 2:
        return False
    if len(key) == 1:
        return key[0] in (entity.key[-1], entity.key[0]) and (key[0] == entity.key[-1] or name.kind is None)
    inner = [part for part in entity.key if len(part) > 1]
    return key[-1] == entity.key[-1] and key[0] == inner[0] and set(key) <= set(entity.key)
