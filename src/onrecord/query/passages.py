"""Which part of a long telling an utterance is about, where the same telling tells several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from onrecord.query.told import told_of
from onrecord.record import Relation, Told
from onrecord.store.schema import tellings
from onrecord.text.differences import Piece, reconstruction

MOST = 20
"""Tellings of an utterance that are looked at: those that quote a part of it tell where the part is."""

FEW = 3
"""Words at an end that are too few to be told as left out."""

_QUOTING = (Relation.FULL.value, Relation.TRUNCATED.value, Relation.ALTERED.value)


def passages(connection: Connection, utterance_ids: Collection[str]) -> dict[str, str]:
    """Return what part of their fullest telling's words these utterances are about.

    Those of which the whole of it is told, or of which nobody quotes a part, are left out.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    c = tellings.c
    query = select(c.utterance_id, c.statement_id).where(c.utterance_id.in_(utterance_ids), c.relation.in_(_QUOTING))
    for row in connection.execute(query.order_by(c.relation != Relation.FULL.value, c.statement_id)):
        if len(found[row.utterance_id]) < MOST:
            found[row.utterance_id].append(row.statement_id)
    told = told_of(connection, sorted({each for ids in found.values() for each in ids}), everything=True)
    parts = {key: passage([told[each] for each in ids if each in told]) for key, ids in found.items()}
    return {key: part for key, part in parts.items() if part is not None}


def passage(told: Sequence[Told]) -> str | None:
    """Return the words that all of these tellings quote, from the first to the last one, with … for what was cut.

    A few words at either end are left with it: they may only be told otherwise. None where that is all that is quoted,
    or nothing.
    """
    pieces = reconstruction(told)
    quoting = {each for piece in pieces for each in piece.witnesses}
    shared = [place for place, piece in enumerate(pieces) if len(piece.witnesses) == len(quoting) > 1]
    if not shared:
        return None
    first = shared[0] if _many(pieces[: shared[0]]) else 0
    end = shared[-1] + 1 if _many(pieces[shared[-1] + 1 :]) else len(pieces)
    if (first, end) == (0, len(pieces)):
        return None
    words = " ".join(piece.words for piece in pieces[first:end])
    return f"{'… ' if first else ''}{words}{' …' if end < len(pieces) else ''}"


def _many(pieces: Sequence[Piece]) -> bool:
    return sum(len(piece.words.split()) for piece in pieces) > FEW
