"""The statements of a record as networks count them: those that the machine found, and those that people coded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from onrecord.errors import SettingsError
from onrecord.networks import Coded, Value
from onrecord.query.reported import Heading, Reported
from onrecord.query.statements import CHUNK, headings
from onrecord.record import ActorKind, Stance
from onrecord.record.annotation import Annotation
from onrecord.store import Store, codings
from onrecord.store.issues import judged_issues
from onrecord.store.schema import issues

SIGNED = {Stance.SUPPORT: 1, Stance.NEUTRAL: 0, Stance.OPPOSE: -1}
"""Stances on a scale: support and opposition are twice as far apart as either is from neither."""

_BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)


@dataclass(frozen=True, slots=True)
class Placed:
    """On which issue a statement is and where it stands; `chance` is the probability that both are right."""

    issue: str
    stance: Stance | None = None
    chance: float = 1.0


def placed(connection: Connection) -> dict[str, Placed]:
    """Return by statement on which issue it is and where it stands; those on none are not there."""
    c = judged_issues().c
    query = select(c.statement_id, issues.c.name, c.chance, c.stance, c.stance_chance)
    query = query.join(issues, issues.c.id == c.issue_id)
    return {
        row.statement_id: Placed(
            row.name,
            Stance(row.stance) if row.stance else None,
            row.chance * (1.0 if row.stance_chance is None else row.stance_chance),
        )
        for row in connection.execute(query)
    }


def variables_of(reported: Reported, place: Placed | None = None) -> dict[str, Value]:
    """Return what a network can be of, by name.

    `speaker`, `person` and `organization` (the speaker, where it is one), `kind`, `addressee`, `relay`, `outlet`,
    `form`, `act`, `type`, `setting`, `issue`, `stance` (1 support, 0 neutral, -1 oppose), `agreement` (whether it
    supports; none where neutral) and those of the document.
    """
    statement, heading = reported.statement, reported.heading
    kind = statement.speaker.kind if statement.speaker else None
    stance = place.stance if place else None
    return {
        "speaker": reported.speaker,
        "person": reported.speaker if kind is ActorKind.PERSON else None,
        "organization": reported.speaker if kind in _BODIES else None,
        "kind": kind.value if kind else None,
        "addressee": reported.addressee,
        "relay": reported.relay,
        "outlet": heading.outlet,
        "form": reported.form,
        "act": reported.act,
        "type": statement.type.value if statement.type else None,
        "setting": statement.setting.kind.value if statement.setting else None,
        "issue": place.issue if place else None,
        "stance": SIGNED[stance] if stance else None,
        "agreement": stance is Stance.SUPPORT if stance in (Stance.SUPPORT, Stance.OPPOSE) else None,
        **_of_document(heading),
    }


def _of_document(heading: Heading) -> dict[str, Value]:
    return {
        "document_id": heading.document_id,
        "document_title": heading.title,
        "document_source": heading.outlet,
        "document_language": heading.language,
    }


def moment(told: str | None) -> datetime | None:
    """Return a day or time as UTC without zone; None where it is not known to the day."""
    try:
        found = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found


def kinds(store: Store) -> tuple[str, ...]:
    """Return the statement types of what people coded by hand, in order of name."""
    with store.reading() as connection:
        return _kinds(connection)


def _kinds(connection: Connection) -> tuple[str, ...]:
    return tuple(sorted({annotation.kind for annotation in codings.found(connection)}))


def by_hand(store: Store, kind: str) -> Iterator[Coded]:
    """Yield the annotations of a statement type with their own variables, those of the document, and ``coder``.

    Raises SettingsError where the record has none of that type.
    """
    with store.reading() as connection:
        found = list(codings.found(connection, [kind]))
        if not found:
            known = ", ".join(_kinds(connection)) or "nothing coded by hand"
            raise SettingsError(f"the record has no annotations of the type {kind!r}; it has: {known}")
        known_of = _headings(connection, found)
    for rank, annotation in enumerate(found):
        heading = known_of.get(annotation.document_id)
        yield Coded(
            statement_id=annotation.id,
            document_id=annotation.document_id,
            values={
                **(_of_document(heading) if heading else {}),
                "coder": annotation.coder,
                **dict(annotation.values),
            },
            when=moment(heading.published) if heading else None,
            outlet=heading.outlet if heading else None,
            rank=rank,
        )


def _headings(connection: Connection, found: list[Annotation]) -> dict[str, Heading]:
    ids = sorted({annotation.document_id for annotation in found})
    known: dict[str, Heading] = {}
    for at in range(0, len(ids), CHUNK):
        known |= headings(connection, ids[at : at + CHUNK])
    return known
