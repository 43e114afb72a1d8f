"""Lineage as plain values for JSON: the command line's and the API's alike."""

from __future__ import annotations

from typing import Any

from onrecord.query.compared import Comparable
from onrecord.query.lineage import Descendant, DocumentLineage, ShownFamily
from onrecord.query.reported import Heading
from onrecord.query.versions import ShownChange, Versions
from onrecord.record import Descent


def heading(found: Heading) -> dict[str, Any]:
    """Return what names an article."""
    return {
        "document": found.document_id,
        "outlet": found.outlet,
        "title": found.title,
        "published": found.published,
        "url": found.url,
    }


def descent(found: Descent) -> dict[str, Any]:
    """Return what a document is to another one; shares are of either text, 0 to 1."""
    return {
        "document": found.document_id,
        "origin": found.origin_id,
        "kind": found.kind.value,
        "of_document": round(found.of_document, 3),
        "of_origin": round(found.of_origin, 3),
    }


def family(found: ShownFamily) -> dict[str, Any]:
    """Return documents that descend from one report, the first published first."""
    members = [_member(each) for each in found.members]
    return {"id": found.id, "agency": found.agency, "outlets": list(found.outlets), "members": members}


def _member(each: Descendant) -> dict[str, Any]:
    return {**heading(each.heading), "descent": descent(each.descent) if each.descent else None}


def lineage(found: DocumentLineage) -> dict[str, Any]:
    """Return what a document descends from, what descends from it, and what reports the same event."""
    return {
        **heading(found.heading),
        "family": family(found.family) if found.family else None,
        "descents": [descent(pair) for _, pair in found.descents],
        "event": [heading(each) for each in found.event],
    }


def comparable(found: Comparable) -> dict[str, Any]:
    """Return an article that another one can be compared with, and what joins the two."""
    joined = descent(found.descent) if found.descent else None
    return {**heading(found.heading), "descent": joined, "shared": found.shared}


def versions(found: Versions) -> dict[str, Any]:
    """Return two versions sentence by sentence; ranges are half-open, in code points."""
    return {
        "before": heading(found.before),
        "after": heading(found.after),
        "descent": descent(found.descent) if found.descent else None,
        "numbers": {kind.value: number for kind, number in found.numbers.items()},
        "changes": [_change(each) for each in found.changes],
    }


def _change(each: ShownChange) -> dict[str, Any]:
    return {
        "kind": each.change.kind.value,
        "before": each.before,
        "before_at": list(each.change.before) if each.change.before else None,
        "after": each.after,
        "after_at": list(each.change.after) if each.change.after else None,
        "edits": [{"before": list(edit.before), "after": list(edit.after)} for edit in each.edits],
        "sharp": list(dict.fromkeys(one.kind.value for one in each.sharp)),
    }
