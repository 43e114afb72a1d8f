"""Statements as linked data: W3C Web Annotations, schema.org quotations, and PROV-O; a line of JSON-LD for each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from onrecord.present.export.selectors import selectors
from onrecord.query import Reported
from onrecord.record import ActorKind, Form
from onrecord.store import Store
from onrecord.store.schema import captures, documents

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
SCHEMA = "https://schema.org"
PROV = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a statement was read from: the document's text, the SHA-256 of its bytes, and what made the document."""

    text: str
    sha256: str
    made_by: str


Maker = Callable[[Reported, Source], dict[str, Any]]


def linked_lines(store: Store, found: Iterable[Reported], form: str) -> Iterator[str]:
    """Yield each statement as a line of JSON-LD of the format `form`, one of FORMS."""
    last, source = "", Source("", "", "")
    for reported in found:
        if reported.heading.document_id != last:
            last = reported.heading.document_id
            source = _source(store, last)
        yield json.dumps(FORMS[form](reported, source), ensure_ascii=False)


def _source(store: Store, document_id: str) -> Source:
    query = select(documents.c.text, captures.c.sha256, documents.c.made_by)
    query = query.join(captures, captures.c.id == documents.c.capture_id).where(documents.c.id == document_id)
    with store.reading() as connection:
        return Source(*connection.execute(query).one())


def _statement(reported: Reported) -> str:
    return f"urn:onrecord:statement:{reported.id}"


def _document(reported: Reported) -> str:
    return f"urn:onrecord:document:{reported.heading.document_id}"


def _bytes(source: Source) -> str:
    """Return the name of the bytes by their digest."""
    return f"urn:onrecord:sha256:{source.sha256}"


def web_annotation(reported: Reported, source: Source) -> dict[str, Any]:
    """Return a Web Annotation (W3C, 2017): which words of which text are told to be whose.

    The text is the document's, its address where that is known; positions count code points of it.
    """
    where = {"source": reported.heading.url or _document(reported), "type": "SpecificResource"}
    content = reported.statement.attribution.content
    targets = [{**where, "selector": selectors(source.text, span)} for span in content]
    told = f"reported as said by {reported.speaker or 'nobody named'}"
    return {
        "@context": ANNOTATION,
        "id": _statement(reported),
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": told, "format": "text/plain", "purpose": "identifying"},
        "target": targets[0] if len(targets) == 1 else targets,
    }


_FORM = {
    Form.DIRECT: "reported in quotation marks",
    Form.INDIRECT: "reported in the outlet's own words",
    Form.MIXED: "reported partly in quotation marks, partly in the outlet's own words",
}
_TYPE = {ActorKind.PERSON: "Person", ActorKind.ORGANISATION: "Organization", ActorKind.GROUP: "Organization"}


def quotation(reported: Reported, source: Source) -> dict[str, Any]:
    """Return a schema.org Quotation: the words, who is reported to have said them, in which article.

    `description` says whose words they are. The day is there only where it is known to the day.
    """
    statement, heading = reported.statement, reported.heading
    speaker = statement.speaker
    article = {
        "@type": "NewsArticle",
        "@id": _document(reported),
        "headline": heading.title,
        "url": heading.url,
        "datePublished": heading.published,
        "publisher": {"@type": "Organization", "name": heading.outlet} if heading.outlet else None,
        "inLanguage": heading.language,
    }
    kind = _TYPE.get(speaker.kind) if speaker else None
    said = statement.said
    exact = said is not None and said.interval.start == said.interval.end
    told = {
        "@context": SCHEMA,
        "@type": "Quotation",
        "@id": _statement(reported),
        "text": reported.words,
        "description": _FORM[statement.attribution.form],
        "spokenByCharacter": _known({"@type": kind or "Thing", "name": reported.speaker}) if speaker else None,
        "dateCreated": said.interval.start if said and exact else None,
        "isPartOf": _known(article),
        "identifier": _bytes(source),
    }
    return _known(told)


def provenance(reported: Reported, source: Source) -> dict[str, Any]:
    """Return where a statement comes from as PROV-O: quoted from a document, derived from bytes, found by software."""
    heading, reading = reported.heading, f"urn:onrecord:reading:{reported.heading.document_id}"
    agent = {"@id": f"urn:onrecord:software:{source.made_by.replace(' ', '%20')}", "@type": "prov:SoftwareAgent"}
    capture = {
        "@id": _bytes(source),
        "@type": "prov:Entity",
        "prov:atLocation": [{"@id": heading.url}] if heading.url else [{"@value": each} for each in heading.locators],
    }
    document = {
        "@id": _document(reported),
        "@type": "prov:Entity",
        "prov:wasDerivedFrom": {"@id": _bytes(source)},
        "prov:wasGeneratedBy": {"@id": reading},
    }
    activity = {
        "@id": reading,
        "@type": "prov:Activity",
        "prov:used": {"@id": _bytes(source)},
        "prov:wasAssociatedWith": {"@id": agent["@id"]},
    }
    statement = {
        "@id": _statement(reported),
        "@type": "prov:Entity",
        "rdfs:label": f"reported as said by {reported.speaker or 'nobody named'}",
        "prov:value": reported.words,
        "prov:wasQuotedFrom": {"@id": _document(reported)},
        "prov:wasGeneratedBy": {"@id": reading},
        "prov:wasAttributedTo": {"@id": agent["@id"]},
    }
    return {
        "@context": PROV,
        "@graph": [statement, document, activity, {**agent, "rdfs:label": source.made_by}, capture],
    }


def _known(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None}


FORMS: dict[str, Maker] = {"web-annotation": web_annotation, "schema-org": quotation, "prov": provenance}
"""Format → what makes JSON-LD of a statement."""
