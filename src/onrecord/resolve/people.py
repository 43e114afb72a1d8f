"""Who is named in a document: names gathered under the fullest form of each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.record import ActorKind, Document, RegionKind, Span
from onrecord.resolve.entity import Entity
from onrecord.resolve.gender import infer_genders
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name, read_name
from onrecord.text.names import runs, tokens

_NAMED_IN = frozenset({RegionKind.STANDFIRST, RegionKind.BODY, RegionKind.CAPTION})


class People:
    """The named entities of a document, and the way from a name as met to its entity."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.entities: list[Entity] = []
        names = [n for r in document.regions if r.kind in _NAMED_IN for n in _names(document.text, r.start, r.end)]
        titles = [
            n for r in document.regions if r.kind is RegionKind.HEADLINE for n in _names(self.text, r.start, r.end)
        ]
        alone = {name.key[0] for name in [*names, *titles] if len(name.key) == 1}
        for name in sorted(names, key=lambda n: -len(n.words)):
            self._place(name, alone)
        self._add_titles(titles)
        infer_genders(self.text, self.entities)
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

    def _add_titles(self, titles: Iterable[Name]) -> None:
        """Add the names in headlines to entities met below; alone they name nobody, for any word may be capital."""
        for name in titles:
            entity = self._match(name)
            if entity is not None:
                entity.mentions.append((name.start, name.end))

    def _place(self, name: Name, alone: set[str]) -> None:
        entity = self._match(name)
        if entity is None:
            words = Span.of(self.text, name.start, name.end).words
            kind = name.kind or (ActorKind.PERSON if len(name.key) > 1 and name.key[-1] in alone else None)
            entity = Entity(name.key, words, kind, name.start)
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
        """Decide the kind of a name whose words alone do not tell.

        Two or three words are a person, unless "the" or a preposition of place stands before them.
        """
        if entity.kind is None:
            entity.sure = False
            placed = any(_PLACED.search(self.text, max(0, start - 8), start) for start, _ in entity.mentions)
            entity.kind = ActorKind.PERSON if len(entity.key) in (2, 3) and not placed else ActorKind.ORGANISATION


_PLACED = re.compile(r"\b(?:the|in|at|near|into|across)[ \u00a0]$", re.IGNORECASE)


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
    if entity.kind is not ActorKind.PERSON or (len(key) == 1 and re.search(r"\bJr\b", entity.name)):
        return False
    if len(key) == 1:
        # "Xi" and "Kim" come first; a given name alone is too often somebody else's.
        first = key[0] == entity.key[0] and lexicon().gender_of_name(key[0]) is None
        return key[0] == entity.key[-1] or first
    inner = [part for part in entity.key if len(part) > 1]
    return key[-1] == entity.key[-1] and key[0] == inner[0] and set(key) <= set(entity.key)
