"""Statements and quotations as plain dictionaries, ready for JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.query import Flagged, Quoted, Reported
from onrecord.record import Actor, ActorKind, OffsetMap, Said, Setting, Span, words_of


def whole(reported: Reported, way: OffsetMap) -> dict[str, Any]:
    """Return everything known of a statement; each span with its offsets in document and source."""
    heading, a = reported.heading, reported.statement.attribution
    return {
        "id": reported.id,
        "document": heading.document_id,
        "capture": heading.capture_id,
        "articles": list(heading.articles),
        "locators": list(heading.locators),
        "outlet": heading.outlet,
        "title": heading.title,
        "url": heading.url,
        "language": heading.language,
        "published": heading.published,
        "published_basis": heading.published_basis,
        "updated": heading.updated,
        "region": reported.region,
        "speaker": _speaker(reported),
        "relay": _actor(reported, reported.statement.relay),
        "addressee": _actor(reported, reported.statement.addressee),
        "said": _said(reported.statement.said, way),
        "setting": _setting(reported.statement.setting, way),
        "stated": reported.stated,
        **_kind(reported, way),
        **_joined(reported),
        "act": reported.act,
        "form": reported.form,
        "confidence": round(reported.confidence, 4),
        "words": reported.words,
        "source": _spans(a.source, way),
        "cue": _spans(a.cue, way),
        "content": _spans(a.content, way),
        "via": _spans(a.via, way),
        "to": _spans([reported.statement.to] if reported.statement.to else [], way),
    }


def _kind(reported: Reported, way: OffsetMap) -> dict[str, Any]:
    """Return what kind of statement it is; nulls where an earlier version did not tell."""
    statement = reported.statement
    told = statement.type is not None
    return {
        "type": reported.type,
        "type_chance": _rounded(statement.type_chance),
        "conditional": statement.conditional if told else None,
        "condition": _spans(statement.condition, way),
        "negated": statement.negated if told else None,
        "hypothetical": statement.hypothetical if told else None,
    }


def _joined(reported: Reported) -> dict[str, Any]:
    """Return what joins a statement with those of other documents."""
    about = reported.joined.about
    return {
        "issue": about and {"id": about.issue_id, "name": about.issue, "chance": _rounded(about.chance)},
        "stance": reported.stance,
        "stance_chance": _rounded(about.stance_chance) if about else None,
        "occasion": reported.joined.occasion_id,
        "utterances": list(reported.joined.utterances),
    }


def _rounded(chance: float | None) -> float | None:
    return None if chance is None else round(chance, 4)


def _speaker(reported: Reported) -> dict[str, Any] | None:
    speaker = _actor(reported, reported.statement.speaker)
    return speaker and {**speaker, "basis": reported.statement.basis}


def _actor(reported: Reported, actor: Actor | None) -> dict[str, Any] | None:
    if actor is None:
        return None
    known = reported.known.get(actor.id)
    return {
        "name": reported.name_of(actor),
        "met_as": actor.name,
        "kind": actor.kind.value,
        "roles": list(dict.fromkeys(role.words for role in actor.roles)),
        "actor": known.id if known else None,
        "authority": known.authority if known else None,
    }


def _said(said: Said | None, way: OffsetMap) -> dict[str, Any] | None:
    if said is None:
        return None
    spans = _spans([said.span] if said.span else [], way)
    basis = {"basis": said.basis.value, "reason": said.reason}
    return {"edtf": said.edtf, "start": said.interval.start, "end": said.interval.end, **basis, "spans": spans}


def _setting(setting: Setting | None, way: OffsetMap) -> dict[str, Any] | None:
    if setting is None:
        return None
    return {
        "kind": setting.kind.value,
        "medium": setting.medium,
        "basis": setting.basis.value,
        "spans": _spans(setting.spans, way),
        "counterpart": _spans([setting.counterpart] if setting.counterpart else [], way),
        "place": _spans([setting.place] if setting.place else [], way),
    }


def _spans(spans: Sequence[Span], way: OffsetMap) -> list[dict[str, Any]]:
    rows = []
    for span in spans:
        start, end = way.to_source(span.start, span.end)
        row = {"start": span.start, "end": span.end, "words": span.words}
        rows.append({**row, "source_start": start, "source_end": end})
    return rows


def flat(reported: Reported, way: OffsetMap) -> dict[str, str | int | float | None]:
    """Return one row of a table: the same columns for every statement."""
    heading, a, speaker = reported.heading, reported.statement.attribution, reported.statement.speaker
    start, end = way.to_source(a.content[0].start, a.content[-1].end)
    return {
        "id": reported.id,
        "speaker": reported.speaker,
        "speaker_kind": speaker.kind.value if speaker else None,
        "speaker_basis": reported.statement.basis,
        "roles": "; ".join(dict.fromkeys(role.words for role in speaker.roles)) if speaker else "",
        **_known(reported),
        "relay": reported.relay,
        "addressee": reported.addressee,
        "said": reported.said,
        "said_basis": reported.statement.said.basis.value if reported.statement.said else None,
        "setting": reported.setting,
        "setting_kind": reported.statement.setting.kind.value if reported.statement.setting else None,
        "stated": reported.stated,
        **_columns(reported),
        "act": reported.act,
        "words": reported.words,
        "form": reported.form,
        "confidence": round(reported.confidence, 4),
        "source": words_of(a.source),
        "cue": words_of(a.cue),
        "via": words_of(a.via),
        "region": reported.region,
        "outlet": heading.outlet,
        "published": heading.published,
        "published_basis": heading.published_basis,
        "title": heading.title,
        "url": heading.url,
        "article": "; ".join(heading.articles),
        "locator": "; ".join(heading.locators),
        "start": start,
        "end": end,
        "document": heading.document_id,
        "capture": heading.capture_id,
        "status": reported.status.value,
    }


def _columns(reported: Reported) -> dict[str, str | float | None]:
    statement, about = reported.statement, reported.joined.about
    told = statement.type is not None
    return {
        "type": reported.type,
        "type_chance": _rounded(statement.type_chance),
        "conditional": statement.conditional if told else None,
        "condition": words_of(statement.condition),
        "negated": statement.negated if told else None,
        "hypothetical": statement.hypothetical if told else None,
        "issue": reported.issue,
        "issue_id": about.issue_id if about else None,
        "stance": reported.stance,
        "stance_chance": _rounded(about.stance_chance) if about else None,
        "occasion": reported.joined.occasion_id,
        "utterances": "; ".join(reported.joined.utterances),
    }


def _known(reported: Reported) -> dict[str, str | None]:
    speaker = reported.statement.speaker
    known = reported.known.get(speaker.id) if speaker else None
    return {"actor": known.id if known else None, "authority": known.authority if known else None}


def scored(reported: Reported, way: OffsetMap) -> Iterator[dict[str, Any]]:
    """Yield a statement as scorers read it, once for each article that its bytes were met under.

    Spans are ``[start, end)`` of code points of the decoded source: the text file, or the row's text.
    """
    a, speaker = reported.statement.attribution, reported.statement.speaker
    unnamed = speaker is not None and speaker.kind is ActorKind.UNNAMED
    line = {
        "source": _pairs(a.source, way) or None,
        "cue": _pairs(a.cue, way) or None,
        "content": _pairs(a.content, way),
        "form": reported.form,
        "speaker": f"unnamed: {reported.speaker}" if unnamed else reported.speaker,
        "speaker_type": speaker.kind.value if speaker else None,
        "via": reported.relay,
        "addressee": reported.addressee,
        "said_on": reported.said,
        "occasion": reported.setting,
        "act": reported.act,
        "type": reported.type,
        "conditional": reported.statement.conditional if reported.type else None,
        "stance": reported.stance,
        "utterance": list(reported.joined.utterances) or None,
        "occasion_id": reported.joined.occasion_id,
    }
    for article in reported.heading.articles:
        yield {"article": article, **line}


def quotation(quoted: Quoted, way: OffsetMap) -> dict[str, Any]:
    """Return everything known of an unattributed quotation, with its offsets in document and source."""
    heading, span = quoted.heading, quoted.quotation.span
    start, end = way.to_source(span.start, span.end)
    return {
        "id": quoted.id,
        "reason": quoted.reason,
        "words": quoted.words,
        "paragraph": quoted.paragraph.words,
        "outlet": heading.outlet,
        "published": heading.published,
        "title": heading.title,
        "url": heading.url,
        "articles": list(heading.articles),
        "locators": list(heading.locators),
        "start": span.start,
        "end": span.end,
        "source_start": start,
        "source_end": end,
        "document": heading.document_id,
        "capture": heading.capture_id,
    }


def anomaly(flagged: Flagged, way: OffsetMap) -> dict[str, Any]:
    """Return everything known of an anomaly, its spans with their offsets in document and source."""
    heading = flagged.heading
    return {
        "id": flagged.id,
        "kind": flagged.kind,
        "reason": flagged.reason,
        "spans": _spans(flagged.anomaly.spans, way),
        "outlet": heading.outlet,
        "published": heading.published,
        "title": heading.title,
        "url": heading.url,
        "articles": list(heading.articles),
        "locators": list(heading.locators),
        "document": heading.document_id,
        "capture": heading.capture_id,
    }


def anomaly_row(flagged: Flagged, way: OffsetMap) -> dict[str, Any]:
    """Return an anomaly as one row of a table."""
    told = anomaly(flagged, way)
    start, end = way.to_source(flagged.anomaly.spans[0].start, flagged.anomaly.spans[-1].end)
    words = words_of(flagged.anomaly.spans)
    joined = {name: "; ".join(told[name]) for name in ("articles", "locators")}
    return {**told, **joined, "spans": words, "source_start": start, "source_end": end}


def _pairs(spans: Sequence[Span], way: OffsetMap) -> list[tuple[int, int]]:
    return [way.to_source(span.start, span.end) for span in spans]
