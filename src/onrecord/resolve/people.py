"""Who is named in a document: names gathered under the fullest form of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.record import ActorKind, Document, RegionKind
from onrecord.resolve.couples import with_couples, with_nicknames
from onrecord.resolve.entity import Entity
from onrecord.resolve.gender import infer_genders
from onrecord.resolve.kinds import told_kind
from onrecord.resolve.known import gender_in_office, is_state_office, kind_and_gender
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.resolve.reader import NameReader
from onrecord.resolve.surnames import is_placed, owner
from onrecord.text.names import name_key
from onrecord.text.quotations import Quotation

_NAMED_IN = frozenset({RegionKind.STANDFIRST, RegionKind.BODY, RegionKind.CAPTION})
_SURNAME = re.compile(r"(?:Mc|O[’']|Fitz)[A-Z]")
_MIXED = re.compile(r"[a-z][A-Z]")


class People:
    """The named entities of a document, and the way from a name as met to its entity."""

    def __init__(self, document: Document, quoted: Sequence[Quotation]) -> None:
        self.text = document.text
        self.entities: list[Entity] = []
        self.reader = NameReader(document.text)
        self.headlines = [region for region in document.regions if region.kind is RegionKind.HEADLINE]
        names, titles = _names(document, self.reader)
        self._alone = {name.key[0] for name in [*names, *titles] if len(name.key) == 1}
        self._gather(with_couples(self.text, with_nicknames(self.text, names)))
        self._add_titles(titles)
        infer_genders(self.text, self.entities, quoted)
        for entity in self.entities:
            entity.roles.sort()
            self._settle(entity)
            entity.rename()
        self.entities.sort(key=lambda e: e.mentions[0])
        self._roles = {end: entity for entity in self.entities for _, end in entity.roles}
        places = sorted((start, end, i) for i, e in enumerate(self.entities) for start, end in e.mentions)
        self._places = places
        self._longest = max((end - start for start, end, _ in places), default=0)

    def at(self, start: int, end: int) -> Entity | None:
        """Return the entity of which a mention by name overlaps ``[start, end)``, the last such mention's."""
        index = bisect_left(self._places, (end,)) - 1
        while index >= 0 and self._places[index][0] > start - self._longest - 1:
            first, last, which = self._places[index]
            if first < end and start < last:
                return self.entities[which]
            index -= 1
        return None

    def holding(self, end: int) -> Entity | None:
        """Return the person beside whose name a role that ends at `end` stands: "her aide, Ivo Tarn"."""
        return self._roles.get(end)

    def find(self, name: Name) -> Entity | None:
        """Return the entity of a name as met in the text: by its place, by its words, by the words it begins with.

        In a headline all words may be capital: "Ada Lorn Warns Ostrin" begins with a name.
        """
        found = self.at(name.start, name.end) or owner(name, self.text, self.entities)
        begun = (e for e in self.persons() if len(e.key) > 1 and name.key[: len(e.key)] == e.key)
        return found or max(begun, key=lambda e: len(e.key), default=None)

    def between(self, start: int, end: int) -> list[Entity]:
        """Return the entities of which a mention by name begins in ``[start, end)``, in order of the text."""
        return [entity for entity, _ in self.starting(start, end)]

    def starting(self, start: int, end: int) -> list[tuple[Entity, int]]:
        """Return the entities of which a mention by name begins in ``[start, end)``, each with where it begins."""
        low, high = bisect_left(self._places, (start,)), bisect_left(self._places, (end,))
        return [(self.entities[which], first) for first, _, which in self._places[low:high]]

    def party_of(self, entity: Entity) -> Entity | None:
        """Return the party, if it is named, whose people a name in the plural is: the Democratic Party."""
        if entity.kind is not ActorKind.GROUP:
            return None
        stem = entity.key[0].removesuffix("s")
        parties = (e for e in self.entities if e.kind is ActorKind.ORGANISATION and e.key[-1] in listed("party_bodies"))
        return next((e for e in parties if len(e.key) > 1 and e.key[0].startswith(stem)), None)

    def end_of(self, start: int) -> int:
        """Return where the mention by name that begins at `start` ends."""
        return self._places[bisect_left(self._places, (start,))][1]

    def persons(self) -> list[Entity]:
        """Return the entities that are persons."""
        return [entity for entity in self.entities if entity.kind is ActorKind.PERSON]

    def _gather(self, names: list[Name]) -> None:
        """Place full names first, the longest before others, then single words in order of the text."""
        full = sorted((n for n in names if len(n.key) > 1), key=lambda n: (-len(n.words), n.start))
        for name in full:
            self._place(name)
        for name in sorted((n for n in names if len(n.key) == 1), key=lambda n: n.start):
            self._place(name)

    def _add_titles(self, titles: Iterable[Name]) -> None:
        """Add the names in headlines to entities met below; alone they name nobody, for any word may be capital."""
        for name in titles:
            entity = owner(name, self.text, self.entities)
            if entity is not None:
                entity.mention((name.start, name.end))
        for entity in self.entities:
            if entity.kind is ActorKind.PERSON and len(entity.key) == 1:
                self._complete(entity)

    def _complete(self, entity: Entity) -> None:
        """Take a person's given name from a headline that has it before the surname."""
        for region in self.headlines:
            pattern = rf"\b(?P<given>[A-Z][\w’'-]+) {re.escape(entity.name)}\b"
            match = re.search(pattern, self.text[region.start : region.end])
            gender = lexicon().gender_of_name(match["given"]) if match else None
            if match and gender and entity.gender in (None, gender):
                entity.name, entity.gender = match[0], gender
                entity.key = (name_key(match["given"]), *entity.key)
                entity.mention((region.start + match.start(), region.start + match.end()))

    def _place(self, name: Name) -> None:
        entity = owner(name, self.text, self.entities)
        if entity is None:
            entity = self._new(name)
            self.entities.append(entity)
        entity.add(name, self.text)

    def _new(self, name: Name) -> Entity:
        surname = len(name.key) > 1 and name.key[-1] in self._alone and name.key[-1] not in listed("organisation_tails")
        kind = name.kind or (ActorKind.PERSON if surname else None)
        entity = Entity(name.key, name.text(self.text), kind, name.start, suffix=name.suffix)
        if len(name.words) > 1:
            entity.gender = lexicon().gender_of_name(name.words[0])
        return entity

    def _settle(self, entity: Entity) -> None:
        """Decide the kind of a name whose words alone do not tell.

        Two or three words are a person, unless "the" or a preposition of place stands before them or the
        last is a common noun; so is a single word that is a given name or called he or she.
        """
        entity.gender = entity.gender or self._gender_in_office(entity)
        if entity.kind is not None:
            return
        entity.kind, gender = kind_and_gender(entity.name)
        entity.gender = entity.gender or gender
        if entity.kind is None and entity.gender is None:
            entity.kind = told_kind(entity.mentions, self.text)
        if entity.kind is None:
            entity.kind = ActorKind.PERSON if self._may_be_person(entity) else ActorKind.ORGANISATION
            entity.sure = entity.gender is not None

    def _gender_in_office(self, entity: Entity) -> str | None:
        """Return the gender of who is known to have held the office met with a surname: "President Obama"."""
        if len(entity.key) > 1:
            return None
        titles = (
            " ".join(sorted(held.words, key=held.heads.__contains__)) for held in entity.held if len(held.words) < 3
        )
        known = (gender_in_office(entity.name, title) for title in titles if is_state_office(title))
        return next(filter(None, known), None)

    def _may_be_person(self, entity: Entity) -> bool:
        mixed = _MIXED.search(entity.name) and not _SURNAME.match(entity.name.rsplit(" ", 1)[-1])
        if mixed or any(is_placed(start, end, self.text) for start, end in entity.mentions):
            return False
        if len(entity.key) == 1:
            entity.gender = entity.gender or lexicon().gender_of_name(entity.name)
            return entity.gender is not None or bool(_SURNAME.match(entity.name))
        tail = entity.key[-1]
        return len(entity.key) < 4 and not (tail in listed("organisation_tails") or self.reader.spelling.is_lower(tail))


def _names(document: Document, reader: NameReader) -> tuple[list[Name], list[Name]]:
    """Return the names of the article and, apart, those of its headlines."""
    names: list[Name] = []
    titles: list[Name] = []
    for region in document.regions:
        if region.kind in _NAMED_IN:
            names += reader.names_in(region.start, region.end)
        elif region.kind is RegionKind.HEADLINE:
            titles += reader.names_in(region.start, region.end)
    return names, titles
