"""The statements of a record as columns of numbers, in the order in which they are listed.

What a million statements are searched and counted by fits in 60 MB of memory: questions that would read most of
a file of gigabytes take milliseconds here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.record import Act, AnomalyKind, Form, SettingKind, Stance, StatementType, Status
from onrecord.store.callings import Callings

Array = NDArray[Any]

VOCABULARY: dict[str, tuple[str, ...]] = {
    "form": tuple(Form),
    "act": tuple(Act),
    "setting": tuple(SettingKind),
    "status": tuple(Status),
    "type": tuple(StatementType),
    "flags": tuple(AnomalyKind),
    "stance": tuple(Stance),
}
"""What the numbers of a column mean: places in these tuples, in `flags` bits. -1 is nothing known."""


BANDS = (0.0, 0.5, 0.75, 0.9)
"""From which confidence on the bands are; each ends before the next."""


MIXED = ("form", "act", "setting", "status", "type", "band")
SIZES = (*(len(VOCABULARY[name]) + 1 for name in MIXED[:-1]), len(BANDS) + 1)
"""The columns of few values, and how many each has."""


class Names:
    """Names by number. It only grows, so that columns of different times share one."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        self.names = list(names)
        self._codes: dict[str, int] | None = None

    def code(self, name: str | None) -> int:
        """Return the number of a name, a new one if it has none yet; -1 for None."""
        if name is None:
            return -1
        codes = self._known
        if name not in codes:
            codes[name] = len(self.names)
            self.names.append(name)
        return codes[name]

    def find(self, name: str) -> int:
        """Return the number of a name, -1 if it has none."""
        return self._known.get(name, -1)

    @property
    def _known(self) -> dict[str, int]:
        if self._codes is None:
            self._codes = {name: code for code, name in enumerate(self.names)}
        return self._codes


@dataclass(frozen=True)
class Documents:
    """The documents in order of publication and id, as columns; `key` is both, as bytes that sort so.

    `published` is the time as ISO 8601, empty where unknown; `month` counts months since year 0, -1 where
    unknown; `outlet` is a number among :attr:`Columns.outlets`; `flags` are bits of the kinds of anomalies.
    """

    key: Array
    published: Array
    month: Array
    outlet: Array
    flags: Array

    def __len__(self) -> int:
        return len(self.key)

    @cached_property
    def year(self) -> Array:
        """The year of publication, -1 where unknown."""
        known = self.published != b""
        return np.where(known, np.where(known, self.published, b"0").astype("S4").astype(np.int32), -1)

    @cached_property
    def day(self) -> Array:
        """The day of publication as a number (20310304; 20310300 where the month is known), 0 where unknown."""
        days, places = np.unique(self.published.astype("S10"), return_inverse=True)
        numbers = [int(day.replace(b"-", b"").ljust(8, b"0") or 0) for day in days.tolist()]
        return np.array(numbers, np.int32)[places]


@dataclass(frozen=True)
class Statements:
    """The statements in order, as columns. What people judged stands in place of what the machine found.

    `id` holds 12 bytes each; `document` is a place in :class:`Documents`; `actor` is a number among
    :attr:`Columns.actors`; `said_start` and `said_end` are days as numbers (20310304), 0 where unknown; `stated`
    is NaN where unknown. `issue` is a number among :attr:`Columns.issues`, -1 for none, `chance` the probability that
    it and the stance are right, 1 where there is none. `utterance` is a number that the statements have whose
    utterances have one fullest telling, -1 for those of none.
    """

    id: Array
    document: Array
    start: Array
    relayed: Array
    actor: Array
    form: Array
    act: Array
    setting: Array
    status: Array
    type: Array
    conditional: Array
    hypothetical: Array
    confidence: Array
    stated: Array
    said_start: Array
    said_end: Array
    issue: Array
    stance: Array
    chance: Array
    utterance: Array

    def __len__(self) -> int:
        return len(self.id)

    @cached_property
    def said_month(self) -> Array:
        """The month in which each was said in months since year 0, -1 where it is not known to be within one."""
        start, end = self.said_start // 100, self.said_end // 100
        within = (start == end) & (start > 0)
        return np.where(within, start // 100 * 12 + start % 100 - 1, -1).astype(np.int32)

    @cached_property
    def said_year(self) -> Array:
        """The year in which each was said, -1 where it is not known to be within one."""
        start, end = self.said_start // 10_000, self.said_end // 10_000
        return np.where((start == end) & (start > 0), start, -1).astype(np.int32)

    @cached_property
    def mixed(self) -> Array:
        """The columns of :data:`MIXED` as one number, by the sizes of :data:`SIZES`: one pass counts them all.

        Their numbers are one higher, so that nothing known is 0. `band` is the one of :data:`BANDS` that each
        confidence is in.
        """
        band = np.searchsorted(np.array(BANDS), self.confidence, side="right") - 1
        parts = [getattr(self, name).astype(np.intp) + 1 for name in MIXED[:-1]]
        return np.ravel_multi_index((*parts, band + 1), SIZES).astype(np.int32)


@dataclass(frozen=True)
class Columns:
    """A record's documents and statements as columns, as they were after the change of `number`.

    Issues and stances are those of the version `coded` of what statements are about, utterances those of the version
    `aligned`: both can change without their documents. `called` is what the actors are called.
    """

    number: int
    documents: Documents
    statements: Statements
    outlets: Names
    actors: Names
    issues: Names
    called: Callings
    coded: int = 0
    aligned: int = 0
    kept: dict[Any, Any] = field(default_factory=dict, compare=False)
    """Answers that were given: they hold as long as these columns do."""
    lock: Lock = field(default_factory=Lock, compare=False)

    @cached_property
    def _rows(self) -> tuple[Array, Array]:
        heads = np.ascontiguousarray(self.statements.id[:, :8]).view(">u8").ravel()
        keys = (heads >> np.uint64(4)).astype(np.int64)
        order = np.argsort(keys).astype(np.int32)
        return keys[order], order

    def at_rows(self, rowids: Array) -> Array:
        """Return the places of the statements with these rows in the full-text index, in no defined order."""
        keys, order = self._rows
        if not len(keys):
            return order
        places = np.minimum(np.searchsorted(keys, rowids), len(keys) - 1)
        found: Array = order[places[keys[places] == rowids]]
        return found

    def places_of(self, ids: Sequence[str]) -> Array:
        """Return the place of each statement of these ids, -1 where there is none."""
        keys, order = self._rows
        wanted = np.array([int(each[:15], 16) for each in ids], np.int64)
        if not len(keys):
            return np.full(len(wanted), -1, np.int32)
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[at] == wanted, order[at], -1)

    def ids(self, places: Array) -> list[str]:
        """Return the ids of the statements at these places."""
        text = self.statements.id[places].tobytes().hex()
        return [text[at : at + 24] for at in range(0, len(text), 24)]

    def place_after(self, key: tuple[str, str, int, int, str]) -> int:
        """Return the place of the first statement behind a key: time, document, start, whether relayed, id."""
        published, document_id, start, relayed, statement_id = key
        wanted = np.array([document_key(published, document_id)], dtype=self.documents.key.dtype)
        rank = int(np.searchsorted(self.documents.key, wanted)[0])
        of = self.statements
        first, last = np.searchsorted(of.document, [rank, rank + 1])
        if rank == len(self.documents) or self.documents.key[rank] != wanted[0]:
            return int(first)
        begin = (start, bool(relayed), statement_id)
        for place in range(first, last):
            if (of.start[place], bool(of.relayed[place]), of.id[place].tobytes().hex()) > begin:
                return place
        return int(last)

    def key_of(self, place: int) -> tuple[str, str, int, int, str]:
        """Return the key of the statement at a place, see :meth:`place_after`."""
        of = self.statements
        key = bytes(self.documents.key[of.document[place]]).decode()
        relayed, statement_id = int(of.relayed[place]), of.id[place].tobytes().hex()
        return key[:-24].rstrip("\0"), key[-24:], int(of.start[place]), relayed, statement_id


TIME = 40
"""Bytes of a key that hold the time of publication."""


def document_key(published: str, document_id: str) -> bytes:
    """Return a document's place in the order as bytes."""
    # A cursor that somebody made up may hold half surrogate pairs.
    begin, end = (each.encode("utf-8", "surrogatepass") for each in (published, document_id))
    return begin[:TIME].ljust(TIME, b"\0") + end


def merged(old: Columns, new: Columns, changed: Sequence[str]) -> Columns:
    """Return `old` with the documents of `new` in place of those of its own that `changed`."""
    ids = old.documents.key.view(f"S{TIME + 24}")
    gone = np.isin(_id_part(ids), np.array(list(changed), dtype="S24"))
    kept_documents, kept = ~gone, ~gone[old.statements.document]
    documents = _joined(old.documents, kept_documents, new.documents)
    order = np.argsort(documents.key, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    before = np.cumsum(kept_documents, dtype=np.int32) - 1
    statements = _joined(old.statements, kept, new.statements)
    count = int(kept.sum())
    place = np.concatenate([before[statements.document[:count]], new.statements.document + int(kept_documents.sum())])
    statements = replace(statements, document=rank[place])
    listed = np.argsort(statements.document, kind="stable")
    return replace(
        new,
        documents=taken(documents, order),
        statements=taken(statements, listed),
        coded=old.coded,
        aligned=old.aligned,
        **fresh(),
    )


def fresh() -> dict[str, Any]:
    """Return what columns that replace others begin with: no answer was given of them yet."""
    return {"kept": {}, "lock": Lock()}


def _id_part(keys: Array) -> Array:
    raw = keys.view(np.uint8).reshape(len(keys), TIME + 24)[:, TIME:]
    return np.ascontiguousarray(raw).view("S24").ravel()


def _joined(old: Any, kept: Array, new: Any) -> Any:  # noqa: ANN401 (Documents or Statements)
    names = [each.name for each in fields(old)]
    return type(old)(*(np.concatenate([getattr(old, name)[kept], getattr(new, name)]) for name in names))


def taken(columns: Any, order: Array) -> Any:  # noqa: ANN401 (Documents or Statements)
    """Return the columns with their rows in another order."""
    return type(columns)(*(getattr(columns, each.name)[order] for each in fields(columns)))
