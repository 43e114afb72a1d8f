"""The bundled files hold what their README says, and nothing that contradicts itself."""

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from onrecord.resolve.authority import AS_OF, Authority, Entry, EntryKind, Office, OfficeKind, authority
from onrecord.resolve.authority.authority import FILES, FOLDER
from onrecord.resolve.authority.index import Names
from onrecord.resolve.authority.rows import SEPARATOR
from onrecord.text.folding import fold_name

README = (FOLDER / "README.md").read_text(encoding="utf-8")
HANDING_OVER = 2
"""The days at most on which two hold one office because one hands it to the other."""
SHARED = {
    (OfficeKind.HEAD_OF_STATE, "kr"): {"Park Geun-hye", "Hwang Kyo-ahn"},
    (OfficeKind.HEAD_OF_STATE, "ni"): {"Daniel Ortega", "Rosario Murillo"},
    (OfficeKind.HEAD_OF_GOVERNMENT, "il"): {"Ariel Sharon", "Ehud Olmert"},
}
"""Who held an office at one time for longer: the exceptions of the README."""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a bundled file."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", FILES)
def test_every_source_is_one_of_the_readme(name: str) -> None:
    """A reader can look up where each row comes from."""
    known = set(re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE))
    assert {row["source"] for row in rows(name)} <= known


def test_every_id_is_a_wikidata_id_or_ours() -> None:
    """No id is neither, and no row whose facts are ours alone bears a Wikidata id of no source."""
    for name in ("people.csv", "bodies.csv", "territories.csv"):
        for row in rows(name):
            assert re.fullmatch(r"Q[1-9]\d*|onrecord:[a-z0-9-]+", row["id"])
            assert row["id"].startswith("onrecord:") == (row["source"] == "onrecord")


def test_no_id_stands_for_two_entries() -> None:
    """An id is given once in all files together."""
    ids = [row["id"] for name in ("people.csv", "bodies.csv", "territories.csv") for row in rows(name)]
    assert len(ids) == len(set(ids))


def test_no_term_is_given_twice() -> None:
    """Nobody begins the same office twice on one day."""
    keys = [tuple(row[c] for c in ("entry", "kind", "country", "start", "title")) for row in rows("offices.csv")]
    assert len(keys) == len(set(keys))


def test_countries_are_territories() -> None:
    """Every country of an entry is a territory's code, and of an office that or an entry's id."""
    known = authority()
    for entry in known.entries:
        assert entry.country is None or known.territory(entry.country), entry
        for office in entry.offices:
            assert known.territory(office.country) or known.get(office.country), office


def test_persons_have_a_gender_and_a_surname_of_their_name() -> None:
    """Pronouns need the one; the other is part of a name, else it would name somebody else."""
    for entry in authority().entries:
        if entry.kind is EntryKind.PERSON:
            assert entry.gender in ("m", "f"), entry
            words = {fold_name(name) for name in (entry.name, *entry.aliases)}
            assert entry.surnames, entry
            for surname in entry.surnames:
                assert any(fold_name(surname) in name for name in words), entry


def test_nobody_dies_in_office_of_old_age() -> None:
    """No term is longer than that of Elizabeth II, and none begins long after the data's date."""
    for entry in authority().entries:
        for office in entry.offices:
            assert office.start == "?" or int(office.start[:4]) <= int(AS_OF[:4]) + 1
            end = office.end.rstrip("?") if office.end else AS_OF
            assert not end or office.start == "?" or int(end[:4]) - int(office.start[:4]) <= 70


def overlaps(terms: list[tuple[Entry, Office]]) -> Iterator[tuple[Entry, Entry, int]]:
    """Yield each two persons whose exact terms overlap, with the number of days."""
    exact = [(e, date.fromisoformat(o.start), _end(o)) for e, o in terms if len(o.start) == 10 and _end(o)]
    for number, (one, start, end) in enumerate(exact):
        for other, begin, until in exact[number + 1 :]:
            assert end and until
            days = (min(end, until) - max(start, begin) + timedelta(1)).days
            if days > 0 and other.id != one.id:
                yield one, other, days


def _end(office: Office) -> date | None:
    end = office.end or AS_OF
    return date.fromisoformat(end) if len(end) == 10 else None


@pytest.mark.parametrize("kind", [OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT, OfficeKind.FOREIGN_MINISTER])
def test_an_office_has_one_holder_on_a_day(kind: OfficeKind) -> None:
    """Two hold it on days of handing over alone, but for the exceptions that the README states."""
    by_country: dict[str, list[tuple[Entry, Office]]] = {}
    for entry in authority().entries:
        for office in entry.offices:
            if office.kind is kind:
                by_country.setdefault(office.country, []).append((entry, office))
    for country, terms in by_country.items():
        for one, other, days in overlaps(terms):
            stated = {one.name, other.name} == SHARED.get((kind, country))
            assert stated or days <= HANDING_OVER, f"{country}: {one.name} and {other.name} for {days} days"


def test_every_shared_office_is_in_the_readme() -> None:
    """The exceptions of this test are those that a reader is told."""
    for (_, country), names in SHARED.items():
        line = next(line for line in README.splitlines() if f", `{country}` |" in line)
        assert all(name in line for name in names)


def test_every_ambiguous_name_is_listed() -> None:
    """The README names each full name, alias, demonym and capital that stands for several."""
    known = authority()
    names = Names((name, e.id) for e in known.entries for name in (e.name, *e.aliases)).ambiguous()
    demonyms = Names((word, t.code) for t in known.territories for word in t.demonyms).ambiguous()
    capitals = Names((name, t.code) for t in known.territories for name in t.capitals).ambiguous()
    text = fold_name(README[README.index("## Ambiguous names") :])
    assert [name for name in (*names, *demonyms, *capitals) if name not in text] == []
    assert len(names) == README[README.index("## Ambiguous names") :].count("\n| ") - 1


def test_no_cell_holds_a_name_twice() -> None:
    """Nothing is said twice: no alias repeats another or the name letter for letter."""
    for name in ("people.csv", "bodies.csv", "territories.csv"):
        for row in rows(name):
            said = [row["name"], *filter(None, row["aliases"].split(SEPARATOR))]
            assert len(said) == len(set(said)), row


def test_it_covers_most_days_of_the_last_ten_years() -> None:
    """Of the countries that it knows at all, at least 110 heads of state and 90 of government of any year's middle."""
    known = authority()
    codes = [territory.code for territory in known.territories]
    for year in range(2015, 2026):
        day = f"{year}-07-01"
        assert sum(bool(known.holders("head-of-state", code, day)) for code in codes) >= 110
        assert sum(bool(known.holders("head-of-government", code, day)) for code in codes) >= 90
        assert sum(bool(known.holders("foreign-minister", code, day)) for code in codes) >= 60


def test_the_bundled_authority_is_read_once() -> None:
    """Two calls give the same object, and a load of its own another."""
    assert authority() is authority()
    assert Authority.load() is not authority()
