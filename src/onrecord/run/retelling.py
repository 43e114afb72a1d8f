"""People's judgements of tellings: that statements tell the same passage, or that they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import Connection, select

from onrecord.errors import ConflictError, InputError, MissingError
from onrecord.query.tellings import version_of
from onrecord.query.utterances import known_id
from onrecord.record import Judgement, JudgementKind
from onrecord.run.aligning import kept_aligned
from onrecord.run.judging import Check, unchecked
from onrecord.store import Store, judgements, verdicts
from onrecord.store.schema import statements, tellings

Seen = Mapping[str, str]
"""By ids of utterances, as given: the versions that the judge had before them."""

NOTHING: Seen = MappingProxyType({})


def merge_tellings(
    store: Store,
    ids: Sequence[str],
    *,
    author: str,
    made_at: str,
    reason: str = "",
    seen: Seen = NOTHING,
    check: Check = unchecked,
) -> int:
    """Judge that utterances and single statements, by id, are one utterance; return the judgement's number.

    Raises ConflictError, with nothing written, where an utterance has other tellings than those `seen`, MissingError
    for an id of neither, InputError for fewer than two statements.
    """
    with store.writing() as connection:
        check(connection)
        subjects = {each for one in ids for each in _statements(connection, one, seen)}
        made = Judgement(author, made_at, JudgementKind.TOLD_SAME, tuple(sorted(subjects)), reason=reason)
        return _judge(connection, made)


def split_tellings(
    store: Store,
    utterance: str,
    apart: Sequence[str],
    *,
    author: str,
    made_at: str,
    reason: str = "",
    seen: Seen = NOTHING,
    check: Check = unchecked,
) -> int:
    """Judge that some of an utterance's statements tell another passage than the rest; return the judgement's number.

    Raises ConflictError, with nothing written, where it has other tellings than those `seen`, MissingError for an
    utterance that is none, InputError where a statement is none of its, or none is left.
    """
    with store.writing() as connection:
        check(connection)
        utterance_id = known_id(connection, utterance)
        subjects = _tellings(connection, utterance_id, seen.get(utterance))
        chosen = sorted({_one_of(subjects, each, utterance_id) for each in apart})
        made = Judgement(author, made_at, JudgementKind.TOLD_APART, tuple(subjects), " ".join(chosen), reason)
        return _judge(connection, made)


def _judge(connection: Connection, made: Judgement) -> int:
    """Append a judgement and let it count."""
    with kept_aligned(connection):
        number = judgements.add(connection, made)
        verdicts.settle(connection, made.subjects, anew=False)
    return number


def _statements(connection: Connection, given: str, seen: Seen) -> Sequence[str]:
    """Return the statements that an id stands for: an utterance's tellings, or the statement itself."""
    if connection.execute(select(statements.c.id).where(statements.c.id == given)).first():
        return [given]
    return _tellings(connection, known_id(connection, given), seen.get(given))


def _tellings(connection: Connection, utterance_id: str, seen: str | None) -> Sequence[str]:
    query = select(tellings.c.statement_id).where(tellings.c.utterance_id == utterance_id)
    found = connection.execute(query.order_by(tellings.c.statement_id)).scalars().all()
    if not found:
        raise MissingError(f"the utterance {utterance_id[:8]} has no tellings; run: onrecord verify")
    if seen is not None and seen != version_of(found):
        raise ConflictError(f"the utterance {utterance_id[:8]} is told by others than when it was seen; look again")
    return found


def _one_of(subjects: Sequence[str], prefix: str, utterance_id: str) -> str:
    found = [each for each in subjects if prefix and each.startswith(prefix.lower())]
    if len(found) != 1:
        raise InputError(
            f"{prefix!r} begins the id of {len(found) or 'no'} telling of the utterance {utterance_id[:8]}"
        )
    return found[0]
