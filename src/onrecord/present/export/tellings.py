"""Utterances and comparisons as plain values for JSON: the command line's, the API's and the files' alike."""

from __future__ import annotations

from typing import Any

from onrecord.present.export.lineages import descent, heading
from onrecord.query.compared import Cell, Comparison, Row
from onrecord.query.tellings import ListedUtterance, ReportedTelling, ShownOccasion, ShownUtterance, Speaking
from onrecord.record import Difference


def listed(utterance: ListedUtterance) -> dict[str, Any]:
    """Return an utterance as a list tells it."""
    return {
        "id": utterance.id,
        "occasion": utterance.occasion_id,
        "speakers": [who(each) for each in utterance.speakers],
        "cue": utterance.cue,
        "words": utterance.words,
        "passage": utterance.passage,
        "first": utterance.first,
        "tellings": utterance.tellings,
        "documents": utterance.documents,
        "witnesses": utterance.witnesses,
        "outlets": list(utterance.outlets),
        "told_by": list(utterance.told_by),
        "relations": {relation.value: number for relation, number in utterance.relations},
        "contrast": utterance.contrast and {"relation": utterance.contrast[0].value, "words": utterance.contrast[1]},
    }


def shown(utterance: ShownUtterance) -> dict[str, Any]:
    """Return an utterance with all its tellings, the first published first."""
    return {
        "id": utterance.id,
        "occasion": occasion(utterance.occasion),
        "speakers": [who(each) for each in utterance.speakers],
        "witnesses": utterance.witnesses,
        "reconstruction": [{"words": p.words, "witnesses": list(p.witnesses)} for p in utterance.reconstruction],
        "tellings": [telling(each) for each in utterance.tellings],
        "judgements": [
            {"number": number, "kind": each.kind.value, "author": each.author, "made_at": each.made_at}
            for number, each in utterance.judgements
        ],
    }


def occasion(found: ShownOccasion) -> dict[str, Any]:
    """Return an occasion without what was said on it."""
    kind, medium, name, place, counterpart = found.setting or ("", "", "", "", "")
    interval = found.interval and {"start": found.interval.start, "end": found.interval.end}
    setting = {"kind": kind, "medium": medium, "name": name, "place": place, "counterpart": counterpart}
    return {
        "id": found.id,
        "speakers": [who(each) for each in found.speakers],
        "days": interval,
        "setting": {key: value for key, value in setting.items() if value} or None,
        "statements": found.statements,
    }


def who(speaker: Speaking) -> dict[str, Any]:
    """Return who speaks."""
    return {"id": speaker.id, "name": speaker.name}


def telling(each: ReportedTelling) -> dict[str, Any]:
    """Return one telling with its differences from the fullest one."""
    heading = each.reported.heading
    return {
        "statement": each.reported.id,
        "document": heading.document_id,
        "outlet": heading.outlet,
        "title": heading.title,
        "published": heading.published,
        "speaker": each.reported.speaker,
        "relation": each.relation.value,
        "changes_meaning": each.changes_meaning,
        "witness": each.witness,
        "origin": each.origin,
        "cue": each.cue,
        "words": each.words,
        "differences": [difference(one) for one in each.differences],
    }


def difference(one: Difference) -> dict[str, Any]:
    """Return one difference; ranges are half-open, in code points of the two tellings' words."""
    return {
        "kind": one.kind.value,
        "fuller": list(one.fuller) if one.fuller else None,
        "other": list(one.other) if one.other else None,
        "changes_meaning": one.changes_meaning,
        "reason": one.reason,
    }


def compared(comparison: Comparison) -> dict[str, Any]:
    """Return articles side by side: a row for each thing said, a cell for each article."""
    return {
        "articles": [heading(each) for each in comparison.articles],
        "descents": [descent(each) for each in comparison.descents],
        "rows": [_row(row) for row in comparison.rows],
        "total": comparison.total,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "utterance": row.utterance_id,
        "speakers": [who(each) for each in row.speakers],
        "cue": row.cue,
        "words": row.words,
        "passage": row.passage,
        "cells": [_cell(cell) for cell in row.cells],
        "elsewhere": row.elsewhere,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    told = [telling(each) for each in cell.tellings]
    return {"document": cell.document_id, "relation": cell.relation.value if cell.relation else None, "tellings": told}
