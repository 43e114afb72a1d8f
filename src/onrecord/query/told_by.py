"""All utterances of a record as columns: which statements tell them, in the orders in which they are listed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from onrecord.query.filter import Filter
from onrecord.query.selection import Mask, Selection, remembered
from onrecord.record import Relation
from onrecord.store import alignments
from onrecord.store.columns import Columns
from onrecord.text.moment import LATEST, instant

Array = NDArray[Any]
Key = tuple[int, str, str]
"""An utterance's place in a list: its number of tellings (0 where that does not count), when first told, its id."""

_RELATIONS = {relation.value: 1 << place for place, relation in enumerate(Relation)}


@dataclass(frozen=True)
class Index:
    """The utterances in order of when they were first told, as `instant` writes it, and of id.

    `places` are the places of the statements that tell them, `owners` whose they are; `relations` are bits.
    """

    ids: list[str]
    first: list[str]
    tellings: Array
    relations: Array
    places: Array
    owners: Array

    def mask(self, columns: Columns, connection: Connection, wanted: Filter, relation: Relation | None) -> Mask:
        """Return for each utterance whether one of its tellings meets `wanted`, and one is that `relation`."""
        met = Selection(columns, connection, wanted).mask()[self.places]
        found: Mask = np.bincount(self.owners, weights=met, minlength=len(self.ids)) > 0
        return found if relation is None else found & (self.relations & _RELATIONS[relation.value] > 0)

    def key(self, row: int, order: str) -> Key:
        """Return the place in the list of this order."""
        return int(self.tellings[row]) if order == "most told" else 0, self.first[row], self.ids[row]

    def chosen(self, mask: Mask, order: str, behind: Any, size: int) -> list[int]:  # noqa: ANN401 (as `place` checked)
        """Return the first `size` rows of `mask` behind the place `behind`."""
        if order == "most told":
            rows, keys = self._told
            first = bisect_right(keys, (-behind[0], *behind[1:])) if behind else 0
            return [int(row) for row in rows[first:][mask[rows[first:]]][:size]]
        if order == "newest":
            last = self._after(behind, right=False) if behind else len(self.ids)
            return [int(row) for row in mask[:last].nonzero()[0][::-1][:size]]
        first = self._after(behind, right=True) if behind else 0
        return [int(row) + first for row in mask[first:].nonzero()[0][:size]]

    def _after(self, behind: Any, *, right: bool) -> int:  # noqa: ANN401
        key = behind[1:]
        at = bisect_right(range(len(self.ids)), key, key=lambda row: (self.first[row], self.ids[row]))
        return at if right or not at or (self.first[at - 1], self.ids[at - 1]) != key else at - 1

    @cached_property
    def _told(self) -> tuple[Array, list[tuple[int, str, str]]]:
        """The rows with most tellings first, and their keys."""
        rows = np.argsort(-self.tellings, kind="stable")
        return rows, [(-int(self.tellings[row]), self.first[row], self.ids[row]) for row in rows]


def index_of(columns: Columns, connection: Connection) -> Index:
    """Return the utterances as the connection sees them; made once for these columns and this alignment."""
    key = ("utterances", alignments.version(connection))
    index: Index = remembered(columns, key, lambda: _made(columns, connection))
    return index


def _made(columns: Columns, connection: Connection) -> Index:
    rows = list(connection.exec_driver_sql("SELECT utterance_id, statement_id, relation FROM tellings"))
    places = columns.places_of([row[1] for row in rows])
    known = [(row[0], row[2], int(place)) for row, place in zip(rows, places, strict=True) if place >= 0]
    documents, published = columns.statements.document, columns.documents.published
    told: dict[str, str] = {}
    for utterance, _, place in known:
        time = instant(published[documents[place]].decode())
        told[utterance] = min(time, told.get(utterance, LATEST))
    told = {key: "" if time == LATEST else time for key, time in told.items()}  # undated ones are no newest
    ordered = sorted(told, key=lambda key: (told[key], key))
    rank = {key: row for row, key in enumerate(ordered)}
    owners = np.array([rank[utterance] for utterance, _, _ in known], np.int32)
    bits = np.array([_RELATIONS[relation] for _, relation, _ in known], np.uint8)
    relations = np.zeros(len(ordered), np.uint8)
    np.bitwise_or.at(relations, owners, bits)
    return Index(
        ids=ordered,
        first=[told[key] for key in ordered],
        tellings=np.bincount(owners, minlength=len(ordered)),
        relations=relations,
        places=np.array([place for _, _, place in known], np.int32),
        owners=owners,
    )
