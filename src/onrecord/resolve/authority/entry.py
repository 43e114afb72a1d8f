"""What the authority knows: persons, organisations, governments, outlets and territories."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.resolve.authority.office import Office

_QID = re.compile("Q[1-9][0-9]*")


class EntryKind(StrEnum):
    """What kind of thing an entry names. A government is an organisation that speaks for a country."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or body that the authority knows.

    `id` is the Wikidata id where a source gives one, else an id of our own ("onrecord:...").
    `aliases` are other full names and spellings; `surnames` are the words that name the person alone.
    `country` is a territory's code ("ru") or None, `gender` "m", "f" or None. `source` is a key
    that the README of `resources/authority` explains, or the path of a user's file.
    Raises ValueError for an empty id or name, or an id that begins like a Wikidata id and is none.
    """

    id: str
    name: str
    kind: EntryKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    gender: str | None = None
    offices: tuple[Office, ...] = ()
    source: str = ""
    surnames: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the id, the name and the gender."""
        if not self.id or not self.name:
            raise ValueError("an entry needs an id and a name")
        check_id(self.id)
        if self.gender not in (None, "m", "f"):
            raise ValueError(f"the gender {self.gender!r} is none: write m, f or nothing")

    def holding(self, offices: Iterable[Office]) -> Entry:
        """Return this entry with `offices` for its own."""
        held = tuple(offices)
        return Entry(
            self.id, self.name, self.kind, self.aliases, self.country, self.gender, held, self.source, self.surnames
        )

    @property
    def qid(self) -> str | None:
        """The Wikidata id, None where no source gave one."""
        return self.id if _QID.fullmatch(self.id) else None


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or territory: ISO 3166 code in lower case, Wikidata id, names, capitals, demonyms.

    `demonyms` are adjectives and nouns for its people ("Russian"), `capitals` the capital's name and
    other forms of it, or a second seat of government; `other_ids` are further Wikidata ids of it.
    """

    code: str
    id: str
    name: str
    full_name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    source: str
    other_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the code, the id and the name."""
        if not self.code or not self.id or not self.name:
            raise ValueError("a territory needs a code, an id and a name")
        check_id(self.id)

    @property
    def capital(self) -> str | None:
        """The capital's name, None where it has none."""
        return self.capitals[0] if self.capitals else None

    def entry(self) -> Entry:
        """Return the territory as an entry of kind country."""
        names = dict.fromkeys((self.full_name, *self.aliases))
        names.pop(self.name, None)
        names.pop("", None)
        return Entry(self.id, self.name, EntryKind.COUNTRY, tuple(names), self.code, source=self.source)


def check_id(identifier: str) -> None:
    """Raise ValueError unless `identifier` is a Wikidata id, or an id of one's own with a colon in it."""
    if not _QID.fullmatch(identifier) and ":" not in identifier:
        raise ValueError(
            f"the id {identifier!r} is neither a Wikidata id (Q and digits) nor one of your own (desk:name)"
        )
