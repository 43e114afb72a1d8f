"""The nouns as rows of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.record import (
    Accounts,
    Actor,
    Anomaly,
    Appearance,
    Capture,
    Document,
    Given,
    Moment,
    Region,
    Said,
    Setting,
    Statement,
    Unattributed,
    content_id,
    words_of,
)
from onrecord.store import fulltext

Row = dict[str, Any]


def sighting_id(capture: Capture) -> str:
    """Return the id of the sighting that `capture` is: where it was met and what was said of it."""
    given = capture.given
    said = (given.outlet, given.published, given.url, given.charset, given.language, capture.declared_charset)
    return content_id("sighting", capture.id, capture.locator, capture.article, *map(repr, said))


def capture_row(capture: Capture) -> Row:
    """Return the row of the bytes."""
    return {
        "id": capture.id,
        "sha256": capture.sha256,
        "media_type": capture.media_type.value,
        "size": len(capture.data),
        "data": capture.data,
    }


def sighting_row(capture: Capture) -> Row:
    """Return the row of where the bytes were met."""
    given: Given = capture.given
    return {
        "id": sighting_id(capture),
        "capture_id": capture.id,
        "locator": capture.locator,
        "article": capture.article,
        "declared_charset": capture.declared_charset,
        "outlet": given.outlet,
        "published": given.published,
        "url": given.url,
        "charset": given.charset,
        "language": given.language,
        "fetched_at": capture.fetched_at,
    }


def _moment(name: str, moment: Moment | None) -> Row:
    span = moment.span if moment else None
    return {
        name: moment.iso if moment else None,
        f"{name}_basis": moment.basis.value if moment else None,
        f"{name}_zone": moment.zone if moment else None,
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def document_row(
    document: Document, capture: Capture, made_by: str, accounts: Accounts | None, appearances: Sequence[Appearance]
) -> Row:
    """Return the row of a document made from `capture` as it was met there.

    With its number of quotations, and the names that its text holds.
    """
    return {
        "id": document.id,
        "capture_id": document.capture_id,
        "sighting_id": sighting_id(capture),
        "text": document.text,
        "offsets": document.offsets.to_rows(),
        "charset": document.charset,
        "source_field": document.source_field,
        "title": document.title,
        "url": document.url,
        "outlet": document.outlet,
        "language": document.language,
        "flags": list(document.flags),
        **_moment("published", document.published),
        **_moment("updated", document.updated),
        "made_by": made_by,
        "quotations": accounts.quotations if accounts else None,
        "company": sorted(set().union(*(appearance.company for appearance in appearances))),
    }


def region_rows(document: Document) -> list[Row]:
    """Return the rows of the document's regions."""
    return [_region(document.id, region) for region in document.regions]


def _region(document_id: str, region: Region) -> Row:
    return {
        "document_id": document_id,
        "start": region.start,
        "end": region.end,
        "kind": region.kind.value,
        "reason": region.reason,
    }


def actor_rows(actors: list[Actor], appearances: Sequence[Appearance]) -> list[Row]:
    """Return the rows of the actors, with the names by which they are compared across documents."""
    appeared = {appearance.actor_id: appearance for appearance in appearances}
    return [_actor(actor, appeared.get(actor.id)) for actor in actors]


def _actor(actor: Actor, appearance: Appearance | None) -> Row:
    return {
        "id": actor.id,
        "document_id": actor.document_id,
        "kind": actor.kind.value,
        "name": actor.name,
        "called": appearance.name if appearance and appearance.name != actor.name else None,
        "forms": list(appearance.names) if appearance else [],
        "posts": list(appearance.roles) if appearance else None,
    }


def mention_rows(actors: list[Actor]) -> list[Row]:
    """Return the rows of the actors' mentions and roles, each once."""
    rows = {}
    for actor in actors:
        for kind, spans in (("mention", actor.mentions), ("role", actor.roles)):
            for span in spans:
                place = {"actor_id": actor.id, "kind": kind, "start": span.start, "end": span.end}
                rows[tuple(place.values())] = {**place, "words": span.words}
    return list(rows.values())


def statement_row(statement: Statement, document: Document) -> Row:
    """Return the row of a statement; its region is where its content begins."""
    region = document.region_at(statement.attribution.content[0].start)
    return {**statement_columns(statement), "region": region.kind.value if region else None}


def statement_columns(statement: Statement) -> Row:
    """Return the row of a statement but for what its document tells."""
    attribution = statement.attribution
    return {
        "id": statement.id,
        "document_id": attribution.document_id,
        "actor_id": statement.speaker.id if statement.speaker else None,
        "form": attribution.form.value,
        "confidence": attribution.confidence,
        "basis": statement.basis,
        "start": attribution.start,
        "act": attribution.act.value if attribution.act else None,
        "relay_id": statement.relay.id if statement.relay else None,
        "stated": statement.stated,
        "addressee_id": statement.addressee.id if statement.addressee else None,
        **_said(statement.said),
        **_setting(statement.setting),
        "type": statement.type.value if statement.type else None,
        "type_chance": statement.type_chance,
        "conditional": statement.conditional,
        "negated": statement.negated,
        "hypothetical": statement.hypothetical,
    }


def _said(said: Said | None) -> Row:
    return {
        "said": said.edtf if said else None,
        "said_start": said.interval.start if said else None,
        "said_end": said.interval.end if said else None,
        "said_basis": said.basis.value if said else None,
        "said_reason": said.reason if said else None,
    }


def _setting(setting: Setting | None) -> Row:
    return {
        "setting": setting.kind.value if setting else None,
        "setting_basis": setting.basis.value if setting else None,
        "medium": setting.medium if setting else None,
    }


def span_rows(statement: Statement) -> list[Row]:
    """Return the rows of a statement's spans, by role and place."""
    a = statement.attribution
    roles = {"source": a.source, "cue": a.cue, "content": a.content, "via": a.via}
    told = [(role, span) for role, spans in roles.items() for span in spans]
    return [
        {"statement_id": statement.id, "role": role, "start": span.start, "end": span.end, "words": span.words}
        for role, span in (*told, *statement.circumstances())
    ]


def unattributed_row(unattributed: Unattributed) -> Row:
    """Return the row of a quotation that is part of no attribution."""
    span = unattributed.span
    place = {"start": span.start, "end": span.end, "words": span.words}
    return {
        "id": unattributed.id,
        "document_id": unattributed.document_id,
        **place,
        "reason": unattributed.reason.value,
    }


def anomaly_row(anomaly: Anomaly) -> Row:
    """Return the row of an anomaly."""
    return {
        "id": anomaly.id,
        "document_id": anomaly.document_id,
        "kind": anomaly.kind.value,
        "reason": anomaly.reason,
        "start": anomaly.spans[0].start,
    }


def anomaly_span_rows(anomaly: Anomaly) -> list[Row]:
    """Return the rows of an anomaly's spans, each once."""
    spans = dict.fromkeys(anomaly.spans)
    return [{"anomaly_id": anomaly.id, "start": s.start, "end": s.end, "words": s.words} for s in spans]


def search_entry(statement: Statement, document: Document) -> fulltext.Entry:
    """Return what a statement can be found by."""
    relay = [statement.relay.name] if statement.relay else []
    addressee = [statement.addressee.name] if statement.addressee else []
    return fulltext.Entry(
        statement_id=statement.id,
        content=words_of(statement.attribution.content),
        source=words_of(statement.attribution.source),
        speaker=statement.speaker.name if statement.speaker else "",
        headline=document.title or "",
        outlet=document.outlet or "",
        relay="; ".join([*relay, words_of(statement.attribution.via)]),
        addressee="; ".join([*addressee, *([statement.to.words] if statement.to else [])]),
    )
