"""Tellings and descents for the record of `bench.million`: ``python -m bench.related RECORD``.

Its articles are copies with other names and days, so aligning them would tell nothing. In its place two in five
statements get tellings of utterances (two to six of one speaker, each in another article) and two in five articles
families, whose sizes fall off as those of reprints do: most have two members, some a thousand. Who tells what of whom
is drawn by chance, by one seed; how many rows there are, and how they hang together, is what is measured.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from onrecord.align.lineage import HUBS, packed, prose
from onrecord.record import DescentKind
from onrecord.run.aligner import Shipped
from onrecord.run.kindred import Kindred
from onrecord.store import Store, alignments, changes, nouns

SHARE = 0.4
"""Of statements that tell what others tell too, and of articles that share text with others."""

LARGEST = 1000
"""Members of a family at most."""

EVENTS = 2
"""Other articles of which each one tells the same event."""

_KINDS = (DescentKind.REPRINT,) * 8 + (DescentKind.VERSION, DescentKind.CONTAINS)


def tellings(connection: sqlite3.Connection, chance: Random) -> Iterator[list[str]]:
    """Yield groups of statements of one speaker that tell one utterance."""
    of: dict[str, list[str]] = defaultdict(list)
    sql = "SELECT m.identity_id, s.id FROM statements s JOIN members m ON m.actor_id = s.actor_id ORDER BY s.id"
    number = 0
    for identity, statement in connection.execute(sql):
        of[identity].append(statement)
        number += 1
    for each in of.values():
        chance.shuffle(each)
    several = [each for each in of.values() if len(each) > 1]
    share = SHARE * number / sum(map(len, several))
    for each in several:
        at, most = 0, share * len(each)
        while at < most and len(each) - at > 1:
            size = chance.choice((2, 2, 2, 3, 4, 6))
            yield each[at : at + size]
            at += size


def families(ids: list[str], chance: Random) -> Iterator[list[str]]:
    """Yield groups of articles that share text."""
    chance.shuffle(ids)
    at = 0
    while at < SHARE * len(ids):
        size = min(LARGEST, int(2 / (1 - chance.random()) ** 0.9))
        yield sorted(ids[at : at + size])
        at += size


def tell(connection: sqlite3.Connection, chance: Random) -> int:
    """Leave utterances with their tellings in the record; return how many tellings."""
    number = 0
    for group in tellings(connection, chance):
        occasion, utterance = (f"{chance.getrandbits(96):024x}" for _ in range(2))
        connection.execute("INSERT INTO occasions (id, speakers) VALUES (?, '[]')", (occasion,))
        rows = [(occasion, each) for each in group]
        connection.executemany("INSERT INTO occasion_statements (occasion_id, statement_id) VALUES (?, ?)", rows)
        connection.execute("INSERT INTO utterances (id, occasion_id) VALUES (?, ?)", (utterance, occasion))
        told = [(utterance, each, "paraphrase" if at else "full") for at, each in enumerate(group)]
        connection.executemany("INSERT INTO tellings (utterance_id, statement_id, relation) VALUES (?, ?, ?)", told)
        number += len(group)
    return number


def descend(connection: sqlite3.Connection, chance: Random) -> list[str]:
    """Leave descents in the record, as each document's with the first of its family; return the families' members."""
    ids = [row[0] for row in connection.execute("SELECT id FROM documents ORDER BY id")]
    rows: dict[tuple[str, str], tuple[str, float, float]] = {}
    related: list[str] = []
    for group in families(list(ids), chance):
        related += group
        for place, each in enumerate(group):
            kind = chance.choice(_KINDS)
            for origin in group[: min(place, HUBS)]:
                rows[each, origin] = (kind.value, chance.uniform(0.6, 1), chance.uniform(0.6, 1))
    for each in ids:
        for other in chance.sample(ids, EVENTS):
            if each != other and (other, each) not in rows:
                rows.setdefault((each, other), (DescentKind.EVENT.value, 0.0, 0.0))
    sql = "INSERT INTO descents (document_id, origin_id, kind, of_document, of_origin) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(sql, ((*pair, *told) for pair, told in sorted(rows.items())))
    return related


def add(path: Path, seed: int = 1) -> tuple[int, int]:
    """Leave tellings and descents in a record that has none; return how many tellings and articles in families."""
    chance = Random(seed)
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    told, related = tell(connection, chance), descend(connection, chance)
    connection.execute("COMMIT")
    connection.close()
    with Store.open(path) as store, store.writing() as writing:
        for each in related:
            document = nouns.document_of(writing, each)
            if document is not None:
                data = packed(prose(document))
                writing.exec_driver_sql("INSERT INTO fingerprints (document_id, data) VALUES (?, ?)", (each, data))
        alignments.reached(writing, changes.latest(writing), Shipped().made_by)
        Kindred(writing).gather_all()
    return told, len(related)


def main() -> None:
    """Add them and say how many, and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    given = parser.parse_args()
    start = time.monotonic()
    told, related = add(given.record)
    print(f"{told} tellings, {related} articles in families, in {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
