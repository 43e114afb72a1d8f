"""Who is known: look-ups by name, by surname, by office and day, by country and by seat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from onrecord.errors import InputError
from onrecord.resolve.authority.entry import Entry, EntryKind, Territory
from onrecord.resolve.authority.index import Names
from onrecord.resolve.authority.office import Office, OfficeKind
from onrecord.resolve.authority.rows import Held, Row, Seat, read
from onrecord.text.folding import fold_name

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "authority"
FILES = ("territories.csv", "bodies.csv", "people.csv", "offices.csv", "seats.csv")

AS_OF = "2025-12-31"
"""The data's date: what is still held was held on this day. Later days are answered as if nothing had changed."""


class Authority:
    """Persons, organisations, governments, outlets and territories, with their names and offices.

    Names are compared as `fold_name` folds them. Every answer with several entries is in the order
    of the files. Look-ups that find nothing return an empty tuple or None; they never guess.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        """Hold `rows`; a later entry, territory, seat or term takes the place of an earlier one of its id or name."""
        self._entries: dict[str, Entry] = {}
        self._territories: dict[str, Territory] = {}
        self._seats: dict[str, Seat] = {}
        terms: dict[str, dict[tuple[str, str, str, str], Office]] = {}
        for row in rows:
            match row:
                case Held(entry, office):
                    key = (office.kind, office.title, office.country, office.start)
                    terms.setdefault(entry, {})[key] = office
                case Entry():
                    self._entries[row.id] = row
                case Territory():
                    self._territories[row.code] = row
                    self._entries[row.id] = row.entry()
                case Seat():
                    self._seats[row.name] = row
        unknown = sorted((terms.keys() | {seat.stands_for for seat in self._seats.values()}) - self._entries.keys())
        if unknown:
            raise InputError(f"no entry has the id {unknown[0]}, to which an office or seat belongs: add its entry")
        for holder, offices in terms.items():
            self._entries[holder] = self._entries[holder].holding(offices.values())

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Authority:
        """Return the bundled authority with the rows of the CSV files `extra` added, in their order.

        Their columns are `rows.COLUMNS`. Raises InputError that names file and line of a bad row.
        """
        paths = [*(FOLDER / name for name in FILES), *extra]
        return cls(row for path in paths for row in read(path))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, territories among them."""
        return tuple(self._entries.values())

    @property
    def territories(self) -> tuple[Territory, ...]:
        """Every territory."""
        return tuple(self._territories.values())

    def get(self, identifier: str) -> Entry | None:
        """Return the entry with this id, None if there is none. Any Wikidata id of a territory finds it."""
        entry = self._entries.get(identifier)
        if entry is None and (code := self._other_ids.get(identifier)):
            entry = self._entries[self._territories[code].id]
        return entry

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return the entries that `name` names in full: by name or alias, never by surname alone."""
        return tuple(self._entries[key] for key in self._names.find(name))

    def by_surname(self, word: str) -> tuple[Entry, ...]:
        """Return the persons whom `word` names alone: Putin, Xi, Zelenskyy."""
        return tuple(self._entries[key] for key in self._surnames.find(word))

    def territory(self, code: str) -> Territory | None:
        """Return the territory of a code ("ru"), None if there is none."""
        return self._territories.get(code)

    def country(self, name: str) -> Territory | None:
        """Return the territory of a name, demonym or capital; None for an unknown one and for one of several.

        Names go before demonyms, demonyms before capitals: "Mexico City" and "Mexican" are Mexico.
        "Korean" and "Congolese" are nobody's: `countries` tells whose they may be.
        """
        found = self.countries(name)
        return found[0] if len(found) == 1 else None

    def countries(self, name: str) -> tuple[Territory, ...]:
        """Return the territories that `name` may stand for: by name, else by demonym, else by capital."""
        for names in (self._country_names, self._demonyms, self._capitals):
            if found := names.find(name):
                return tuple(self._territories[code] for code in found)
        return ()

    def seat(self, name: str) -> Entry | None:
        """Return the body for which the seat `name` stands: the Kremlin, Downing Street. None if it is no seat."""
        found = self._seat_names.find(name)
        return self._entries[self._seats[found[0]].stands_for] if found else None

    def holders(self, office_kind: str, country: str, day: date | str) -> tuple[Entry, ...]:
        """Return who held the office in `country` on `day`; where nobody surely did, who may have.

        `country` is a code or whatever `country` reads; for an organisation's head, its id. On a day
        of handing over both are returned, the earlier first. Empty where the authority does not know.
        """
        return tuple(entry for entry, _ in self.terms(office_kind, country, day))

    def terms(self, office_kind: str, country: str, day: date | str) -> tuple[tuple[Entry, Office], ...]:
        """Return what `holders` returns, each entry with the office held."""
        kind, on = OfficeKind(office_kind), _iso(day)
        terms = self._terms.get((kind, self._code(country)), ())
        held = [(entry, office, office.held(on)) for entry, office in terms]
        sure = tuple((entry, office) for entry, office, holds in held if holds)
        if sure:
            return sure
        # Of a term whose end nobody noted it is known that it ended when the next one began.
        last = max((office.start for _, office in terms if office.start <= on), default="")
        return tuple(
            (entry, office)
            for entry, office, holds in held
            if holds is None and not (office.open_ended and office.start < last)
        )

    def held(self, entry: Entry, office_kind: str, country: str, day: date | str) -> bool | None:
        """Return whether `entry` held the office on `day`: True or False where that is sure, else None.

        False needs somebody else who surely held it then. Where the authority knows no holder, or the
        person's own dates leave it open, the answer is None.
        """
        kind, on, code = OfficeKind(office_kind), _iso(day), self._code(country)
        own = [office.held(on) for office in entry.offices if (office.kind, office.country) == (kind, code)]
        if any(own):
            return True
        others = [office.held(on) for other, office in self._terms.get((kind, code), ()) if other.id != entry.id]
        return False if None not in own and any(others) else None

    def _code(self, country: str) -> str:
        """Return the code for a code, the name of a country, or any id; an organisation's id stays what it is."""
        if country in self._territories:
            return country
        if (entry := self.get(country)) is not None:
            return (entry.country or country) if entry.kind is EntryKind.COUNTRY else country
        found = self.country(country)
        return found.code if found is not None else country

    @cached_property
    def _terms(self) -> dict[tuple[OfficeKind, str], list[tuple[Entry, Office]]]:
        terms: dict[tuple[OfficeKind, str], list[tuple[Entry, Office]]] = {}
        for entry in self._entries.values():
            for office in entry.offices:
                terms.setdefault((office.kind, office.country), []).append((entry, office))
        for held in terms.values():
            held.sort(key=lambda term: (term[1].start, term[0].id))
        return terms

    @cached_property
    def _other_ids(self) -> dict[str, str]:
        return {other: t.code for t in self._territories.values() for other in (t.id, *t.other_ids)}

    @cached_property
    def _names(self) -> Names:
        return Names((name, e.id) for e in self._entries.values() for name in (e.name, *e.aliases))

    @cached_property
    def _surnames(self) -> Names:
        persons = (entry for entry in self._entries.values() if entry.kind is EntryKind.PERSON)
        return Names((word, e.id) for e in persons for word in e.surnames or (surname(e.name),))

    @cached_property
    def _country_names(self) -> Names:
        return Names((n, t.code) for t in self._territories.values() for n in (t.name, t.full_name, *t.aliases) if n)

    @cached_property
    def _demonyms(self) -> Names:
        return Names((word, t.code) for t in self._territories.values() for word in t.demonyms)

    @cached_property
    def _capitals(self) -> Names:
        return Names((name, t.code) for t in self._territories.values() for name in t.capitals)

    @cached_property
    def _seat_names(self) -> Names:
        return Names((name, seat.name) for seat in self._seats.values() for name in (seat.name, *seat.aliases))


def surname(name: str) -> str:
    """Return the last word of `name` that is no suffix: "Biden" of "Joe Biden Jr."."""
    words = name.split()
    while len(words) > 1 and fold_name(words[-1]) in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    return words[-1].rstrip(",")


def _iso(day: date | str) -> str:
    """Return `day` as YYYY-MM-DD; raises ValueError for a text that is no such day."""
    return (date.fromisoformat(day) if isinstance(day, str) else day).isoformat()
