"""From scores to attributions: the best legal tags, the spans they make, the links between spans."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.extract.scores import Floats, Scores

SOURCE, CUE, CONTENT = 0, 1, 2
Bools = npt.NDArray[np.bool_]
_FLOOR = 1e-6


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A half-open range of units with one role and the mean probability of its tags."""

    role: int
    start: int
    end: int
    probability: float


@dataclass(slots=True)
class Draft:
    """An attribution in units, being put together around its cue."""

    cue: UnitSpan
    source: UnitSpan | None = None
    content: list[UnitSpan] = field(default_factory=list)
    source_probability: float = 1.0
    content_probability: float = 1.0

    @property
    def confidence(self) -> float:
        """The geometric mean of the probabilities of its parts and links, in 0…1."""
        content = float(np.mean([span.probability for span in self.content]))
        source = self.source.probability if self.source else 1.0
        parts = [self.cue.probability, content, source, self.source_probability, self.content_probability]
        return float(np.exp(np.mean(np.log(np.maximum(parts, _FLOOR)))))


def decode(scores: Scores, begins: Bools) -> list[Draft]:
    """Return the attributions that have a content, in order of their cues.

    `begins` [n] marks the units that begin a paragraph; no span runs across one.
    Every content span joins the cue it points at, so a content may have several parts; every cue
    takes the one source it points at or, pointing at itself, none; a source may serve several cues.
    """
    spans = spans_of(best_tags(scores.tags, begins), scores.tags)
    cues = [span for span in spans if span.role == CUE]
    sources = [span for span in spans if span.role == SOURCE]
    drafts = [Draft(cue) for cue in cues]
    if not drafts:
        return []
    for content in (span for span in spans if span.role == CONTENT):
        chances = _link(scores, 1, content, cues)
        best = int(np.argmax(chances))
        drafts[best].content.append(content)
        drafts[best].content_probability = min(drafts[best].content_probability, float(chances[best]))
    kept = [draft for draft in drafts if draft.content]
    for draft in kept:
        chances = _link(scores, 0, draft.cue, [*sources, draft.cue])
        best = int(np.argmax(chances))
        draft.source = sources[best] if best < len(sources) else None
        draft.source_probability = float(chances[best])
    return kept


def best_tags(probabilities: Floats, begins: Bools) -> list[int]:
    """Return the likeliest tag sequence in which I follows only B or I of its role (Viterbi).

    `probabilities` [n, 7]: O, then B and I of source, cue, content. Where a paragraph begins there
    is no I: of 29,079 content spans in PolNeAR one runs across a line's end, of sources and cues none.
    """
    logs = np.log(np.maximum(probabilities, _FLOOR)).tolist()
    if not logs:
        return []
    states = (0, 1, 3, 5)
    best = [logs[0][0], logs[0][1], -1e9, logs[0][3], -1e9, logs[0][5], -1e9]
    back: list[list[int]] = []
    for row, begin in zip(logs[1:], begins[1:].tolist(), strict=True):
        top = max(range(7), key=best.__getitem__)
        pointers, new = [top] * 7, [0.0] * 7
        for state in states:
            new[state] = best[top] + row[state]
        for inside in (2, 4, 6):
            before = inside if best[inside] >= best[inside - 1] else inside - 1
            pointers[inside] = before
            new[inside] = -1e9 if begin else best[before] + row[inside]
        back.append(pointers)
        best = new
    path = [max(range(7), key=best.__getitem__)]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return path[::-1]


def spans_of(tags: list[int], probabilities: Floats) -> list[UnitSpan]:
    """Return the spans that a legal tag sequence makes, in order."""
    spans: list[UnitSpan] = []
    start = None
    for position, tag in enumerate([*tags, 0]):
        continues = start is not None and tag == 2 * (role := (tags[start] - 1) // 2) + 2
        if start is not None and not continues:
            inside = probabilities[start:position, [2 * role + 1, 2 * role + 2]].sum(-1)
            spans.append(UnitSpan(role, start, position, float(inside.mean())))
            start = None
        if tag in (1, 3, 5):
            start = position
    return spans


def _link(scores: Scores, kind: int, span: UnitSpan, targets: list[UnitSpan]) -> Floats:
    """Return the mean over the span's units of the probability to point into each target."""
    starts, ends = (np.array([getattr(t, edge) for t in targets], np.int64) for edge in ("start", "end"))
    return scores.link(kind, range(span.start, span.end), starts, ends)
