"""A record of a million statements, made from real ones: ``python -m bench.million RECORD --seed SEED [--number N]``.

Copies the articles of the record SEED (made by `onrecord read`; of newswcl50 and the example for the figures in
docs/decisions/0013) with ids, days, outlets and names of their own: names and some rare words give way to others of
the same length, so that every span still holds the words at its place. The record is made as fast as the disk
allows: without a journal, and its full-text index included. `bench.reading_room` then measures it.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from onrecord.record import content_id
from onrecord.store import Store, fulltext, listing
from onrecord.store.types import pack, unpack

Row = dict[str, Any]
Vary = Callable[[str], str]
_WORD = re.compile(r"\w+")
FIRST, LAST = date(2005, 1, 1), date(2025, 12, 31)
OUTLETS, NAMES = 300, 4000
BATCH = 400
"""Copies that are written at once, in order of their keys."""

# By table the columns that tell of which document a row is, or of which of its rows.
_OF = {
    "sightings": "capture_id IN (SELECT capture_id FROM documents WHERE id = ?)",
    "documents": "id = ?",
    "captures": "id IN (SELECT capture_id FROM documents WHERE id = ?)",
    "regions": "document_id = ?",
    "actors": "document_id = ?",
    "mentions": "actor_id IN (SELECT id FROM actors WHERE document_id = ?)",
    "members": "actor_id IN (SELECT id FROM actors WHERE document_id = ?)",
    "statements": "document_id = ?",
    "spans": "statement_id IN (SELECT id FROM statements WHERE document_id = ?)",
    "unattributed": "document_id = ?",
    "anomalies": "document_id = ?",
    "anomaly_spans": "anomaly_id IN (SELECT id FROM anomalies WHERE document_id = ?)",
}
_IDS = frozenset({"capture_id", "sighting_id", "document_id", "actor_id", "relay_id", "addressee_id", "statement_id"})
_IDS |= {"id", "anomaly_id"}
_DAYS = ("published", "updated", "said_start", "said_end", "said")
_WORDS = ("words", "name", "called", "title", "text", "basis", "forms")


@dataclass
class Template:
    """One article of the seed: the rows of each table, what of it may give way, and how often it was copied."""

    rows: dict[str, list[Row]]
    entries: list[Row]
    names: list[str]
    rare: list[str]
    day: date | None
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        keys = {row[name] for rows in self.rows.values() for row in rows for name in _IDS & row.keys()}
        self.ids = sorted(key for key in keys if key is not None)


def templates(seed: sqlite3.Connection) -> list[Template]:
    """Return the articles of a record."""
    seed.row_factory = sqlite3.Row
    known = {row["id"]: row["name"] for row in seed.execute("SELECT id, name FROM identities")}
    return [_template(seed, row[0], known) for row in seed.execute("SELECT id FROM documents ORDER BY id").fetchall()]


def _template(seed: sqlite3.Connection, document_id: str, known: dict[str, str]) -> Template:
    def asked(sql: str) -> list[Row]:
        return [dict(row) for row in seed.execute(sql, (document_id,))]

    rows = {table: asked(f"SELECT * FROM {table} WHERE {of}") for table, of in _OF.items()}
    for row in rows["members"]:
        row["name"] = known[row["identity_id"]]
    entries = asked(
        "SELECT rowid, * FROM search WHERE statement_id IN (SELECT id FROM statements WHERE document_id = ?)"
    )
    [document] = rows["documents"]
    tokens = {t for row in rows["actors"] if row["kind"] == "person" for t in _WORD.findall(row["name"])}
    lower = {word for word in _WORD.findall(document["text"]) if word.islower() and len(word) >= 7 and word.isascii()}
    day = date.fromisoformat(document["published"][:10]) if document["published"] else None
    names = sorted(token for token in tokens if token[:1].isupper() and len(token) >= 4 and token.isascii())
    return Template(rows, entries, names, sorted(lower), day)


class Maker:
    """Makes copies; everything is chosen by one seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = Random(seed)
        self._pools = {length: self._pool(length) for length in range(4, 20)}
        self._weights = list(accumulate(1 / (n + 2) for n in range(NAMES)))
        self._outlets = [
            f"{self._invented(7)} {kind}" for kind in ("Post", "Times", "News") for _ in range(OUTLETS // 3)
        ]
        self._outlet_weights = list(accumulate(1 / (n + 3) for n in range(len(self._outlets))))

    def _invented(self, length: int) -> str:
        letters = ("bcdfghklmnprstvw", "aeiou")
        return "".join(self._chance.choice(letters[n % 2]) for n in range(length)).title()

    def _pool(self, length: int) -> list[str]:
        return [self._invented(length) for _ in range(NAMES)]

    def copy(self, of: Template) -> dict[str, list[Row]]:
        """Return the rows of a copy by table; `search` are those of the full-text index."""
        chance = self._chance
        words = {name: chance.choices(self._pools[len(name)], cum_weights=self._weights)[0] for name in of.names}
        words |= {word: self._invented(len(word)).lower() for word in chance.sample(of.rare, min(5, len(of.rare)))}
        day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        shift = day - of.day if of.day else timedelta(0)

        def varied(text: str) -> str:
            return _WORD.sub(lambda match: words.get(match[0], match[0]), text)

        def moved(value: str) -> str:
            return re.sub(r"\d{4}-\d\d-\d\d", lambda match: (date.fromisoformat(match[0]) + shift).isoformat(), value)

        data = _encoded(varied(_decoded(of.rows["captures"][0]["data"])))
        ids = {each: f"{chance.getrandbits(96):024x}" for each in of.ids} | _ids(of, data, varied)
        outlet = chance.choices(self._outlets, cum_weights=self._outlet_weights)[0]
        made = {table: [self._row(row, ids, varied, moved) for row in rows] for table, rows in of.rows.items()}
        for row in (*made["documents"], *made["sightings"]):
            row["outlet"] = outlet
        for row in made["documents"]:
            if row["published"] is None:
                row |= {"published": day.isoformat(), "published_basis": "given"}
        for row in made["captures"]:
            row |= {"data": pack(data), "sha256": sha256(data).hexdigest(), "size": len(data)}
        for row in made["statements"]:
            # Confidence as spread as real ones are, but not as often the same number.
            row["confidence"] = min(1.0, max(0.2, row["confidence"] + chance.gauss(0, 0.02)))
        made["search"] = [self._entry(row, ids, varied, outlet) for row in of.entries]
        return made

    def _row(self, row: Row, ids: dict[str, str], varied: Vary, moved: Vary) -> Row:
        made = dict(row)
        for name in _IDS & row.keys():
            made[name] = ids.get(row[name], row[name])
        for name in _DAYS:
            if isinstance(row.get(name), str):
                made[name] = moved(row[name])
        for name in _WORDS:
            if isinstance(row.get(name), str):
                made[name] = varied(row[name])
        return made

    def _entry(self, row: Row, ids: dict[str, str], varied: Vary, outlet: str) -> Row:
        made = {name: varied(value) if isinstance(value, str) else value for name, value in row.items()}
        statement_id = ids[row["statement_id"]]
        return made | {"rowid": fulltext.rowid(statement_id), "statement_id": statement_id, "outlet": outlet}


def _decoded(packed: bytes) -> str:
    return unpack(packed).decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _ids(of: Template, data: bytes, varied: Vary) -> dict[str, str]:
    """Return the ids that a copy has by its content, by those of the template."""
    rows = of.rows
    [capture], [document] = rows["captures"], rows["documents"]
    capture_id = content_id("capture", capture["media_type"], sha256(data).hexdigest())
    made = {capture["id"]: capture_id, document["id"]: content_id("document", capture_id)}
    first: dict[str, int] = {}
    for row in rows["mentions"]:
        if row["kind"] == "mention":
            first[row["actor_id"]] = min(row["start"], first.get(row["actor_id"], row["start"]))
    of_document = made[document["id"]]
    for row in rows["actors"]:
        at = first.get(row["id"], -1)
        made[row["id"]] = content_id("actor", of_document, row["kind"], varied(row["name"]), at)
    places: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for row in sorted(rows["spans"], key=lambda row: (row["start"], row["end"])):
        places.setdefault(row["statement_id"], {}).setdefault(row["role"], []).append((row["start"], row["end"]))
    for row in rows["statements"]:
        told = places[row["id"]]
        roles = [told.get(role, []) for role in ("source", "cue", "content")] + ([told["via"]] if "via" in told else [])
        made[row["id"]] = content_id("statement", content_id("attribution", of_document, *roles))
    return made


def identities(members: list[Row], kinds: dict[str, str], known: set[str]) -> list[Row]:
    """Give each member an identity: whoever has a name has one across all articles, others one of their own.

    Returns the rows of those that are not `known` yet, and adds them.
    """
    new: list[Row] = []
    for row in members:
        named = kinds[row["actor_id"]] in ("person", "organisation")
        key = sha256((row["name"] if named else row["actor_id"]).encode()).hexdigest()[:24]
        kind, name = kinds[row["actor_id"]], row.pop("name")
        row["identity_id"] = row["machine_id"] = key
        if key not in known:
            known.add(key)
            told = {"authority": None, "reason": "", "judgements": "[]", "bodies": "[]"}
            new.append({"id": key, "kind": kind, "name": name, **told})
    return new


def copies(of: list[Template], number: int, seed: int) -> Iterator[dict[str, list[Row]]]:
    """Yield batches of rows by table, of copies that together have at least `number` statements."""
    maker, made, batch, size = Maker(seed), 0, {}, 0
    known: set[str] = set()
    while made < number:
        copy = maker.copy(of[size % len(of)])
        kinds = {row["id"]: row["kind"] for row in copy["actors"]}
        copy["identities"] = identities(copy["members"], kinds, known)
        made, size = made + len(copy["statements"]), size + 1
        for table, rows in copy.items():
            batch.setdefault(table, []).extend(rows)
        if size % BATCH == 0 or made >= number:
            yield batch
            batch = {}


def make(path: Path, seed: Path, number: int, chance: int = 1) -> None:
    """Leave a record of at least `number` statements at `path`, in place of any file there."""
    path.unlink(missing_ok=True)
    Store.open(path, create=True).close()
    with sqlite3.connect(seed) as source:
        of = templates(source)
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000000", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for batch in copies(of, number, chance):
        for table, rows in batch.items():
            if rows:
                names = list(rows[0])
                values = sorted(tuple(row[name] for name in names) for row in rows)
                marks, columns = ",".join("?" * len(names)), ",".join(f'"{name}"' for name in names)
                connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
    connection.execute("INSERT INTO changes (document_id) SELECT id FROM documents ORDER BY id")
    connection.execute("COMMIT")
    connection.close()


def main() -> None:
    """Make the record and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--seed", type=Path, required=True, help="a record to copy from")
    parser.add_argument("--number", type=int, default=1_000_000)
    arguments = parser.parse_args()
    start = time.monotonic()
    make(arguments.record, arguments.seed, arguments.number)
    print(f"made in {time.monotonic() - start:.0f} s, {arguments.record.stat().st_size / 1e9:.2f} GB")
    start = time.monotonic()
    with Store.open(arguments.record) as store, store.writing() as connection:
        listing.keep(connection)
    print(f"columns read and kept in {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main()
