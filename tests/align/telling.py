"""Statements of invented people, made up for tests of alignment."""

from __future__ import annotations

import re

from onrecord.record import ActorKind, Form, Interval, Part, SaidBasis, SettingKey, Told

_QUOTED = re.compile("“([^”]*)”")


def telling(
    words: str,
    *,
    id: str = "",
    document: str = "",
    speaker: str | None = "verek",
    day: str | None = "2031-05-12",
    basis: SaidBasis = SaidBasis.INFERRED,
    setting: SettingKey | None = None,
    stands_for: frozenset[str] = frozenset(),
    headline: bool = False,
) -> Told:
    """Return a statement with this content; curly quotation marks quote."""
    quoted = tuple(match.span(1) for match in _QUOTED.finditer(words))
    return Told(
        statement_id=id or f"s {words}",
        document_id=document or f"d {id or words}",
        speaker=speaker,
        name=speaker,
        speaker_kind=ActorKind.PERSON if speaker else None,
        form=Form.MIXED if quoted else Form.INDIRECT,
        parts=(Part(words, quoted),),
        cue="said",
        said=Interval(day, day) if day else None,
        said_basis=basis if day else None,
        setting=setting,
        published=day,
        headline=headline,
        stands_for=stands_for,
    )
