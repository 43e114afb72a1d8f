"""Texts of our own with their attributions marked: {s|Lorn} {c|told} Verek {x|that it rains}.

A digit before the letter tells to which attribution a part belongs, the first one without it: ``{2s|He}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record import Attribution, Basis, Document, Form, Moment, OffsetMap, Region, RegionKind, Span

_MARK = re.compile(r"\{(\d?)([scx])\|([^{}]*)\}")


@dataclass(frozen=True)
class Marked:
    """A document and its attributions, in order of their numbers; `sources` are the words of each one's source."""

    document: Document
    attributions: tuple[Attribution, ...]

    @property
    def sources(self) -> list[str | None]:
        """The words of each attribution's source, None without one."""
        return [a.source[0].words if a.source else None for a in self.attributions]


def document(text: str, published: str | None = None, headline: bool = False, outlet: str | None = None) -> Document:
    """Return a document whose lines are body paragraphs, the first one a headline where that is asked for."""
    regions, position = [], 0
    for line in text.split("\n"):
        kind = RegionKind.HEADLINE if headline and not position else RegionKind.BODY
        if line:
            regions.append(Region(position, position + len(line), kind))
        position += len(line) + 1
    moment = Moment(published, Basis.GIVEN) if published else None
    offsets = OffsetMap.identity(len(text))
    return Document("capture", text, tuple(regions), offsets, "utf-8", published=moment, outlet=outlet)


def marked(source: str, published: str | None = None, headline: bool = False) -> Marked:
    """Return the document and attributions of a marked text."""
    parts: dict[int, dict[str, list[tuple[int, int]]]] = {}
    text, last = "", 0
    for match in _MARK.finditer(source):
        text += source[last : match.start()]
        number = int(match[1] or 1)
        parts.setdefault(number, {}).setdefault(match[2], []).append((len(text), len(text) + len(match[3])))
        text += match[3]
        last = match.end()
    doc = document(text + source[last:], published, headline)
    return Marked(doc, tuple(_attribution(doc, roles) for _, roles in sorted(parts.items())))


def _attribution(doc: Document, roles: dict[str, list[tuple[int, int]]]) -> Attribution:
    spans = [tuple(Span.of(doc.text, *place) for place in roles.get(role, ())) for role in "scx"]
    direct = all(span.words[0] in '“"' for span in spans[2])
    return Attribution(doc.id, spans[0], spans[1], spans[2], Form.DIRECT if direct else Form.INDIRECT, 1.0)
