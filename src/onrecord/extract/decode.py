"""From scores to attributions: the best legal tags, the spans they make, the links between spans."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.extract.coordinated import with_joined
from onrecord.extract.scores import Pointing, Scores
from onrecord.extract.tags import CONTENT, CUE, SOURCE, Bools, UnitSpan, best_tags, spans_of


@dataclass(slots=True)
class Draft:
    """An attribution in units, being put together around its cue."""

    cue: UnitSpan
    source: UnitSpan | None = None
    content: list[UnitSpan] = field(default_factory=list)
    source_probability: float = 1.0
    content_probability: float = 1.0

    def add(self, content: UnitSpan, probability: float) -> None:
        """Take in a part of the content, that points at the cue with the given probability."""
        self.content.append(content)
        self.content_probability = min(self.content_probability, probability)


WEAK = 0.5
"""A content that points into no cue with at least this chance joins none."""

RECOVERED = 0.8
"""With at least this chance it may point at words that the tags left out: they are then its cue.

Measured on PolNeAR dev, int8: joining every content to its likeliest cue gives linked50 .735,
quoted50 .857; dropping the weak ones .746, .874, but token content .892; recovering cues as here
.738, .871 and .902. Run `python -m eval.gate polnear-dev` before changing either.
"""

CUE_LIKE = 0.15
"""The chance of a cue tag from which a neighbour belongs to a recovered cue."""


def decode(scores: Scores, begins: Bools, joined: Sequence[int] = ()) -> list[Draft]:
    """Return the attributions that have a content, in order of their cues.

    `begins` [n] marks the units that begin a paragraph; no span runs across one. Every content joins
    the cue it points at, so a content may have several parts; every cue takes the one source it
    points at or, pointing at itself, none; a source may serve several cues. `joined` are the units at
    which a second cue of the same speaker may cut a content in two (`coordinated`).
    """
    tags, owners = with_joined(best_tags(scores.tags, begins), scores.tags, joined)
    spans = spans_of(tags, scores.tags)
    drafts = {span.start: Draft(span) for span in spans if span.role == CUE}
    starts = sorted(drafts)
    free = np.array(tags) == 0
    last: int | None = None
    follows: dict[int, int | None] = {}
    for content in (span for span in spans if span.role == CONTENT):
        if content.start in owners:
            cue: tuple[int, float] | None = (owners[content.start], 1.0)
            follows[owners[content.start]] = last
        else:
            cue = _cue_of(content, drafts, starts, scores, free, begins)
        if cue is not None:
            drafts[cue[0]].add(content, cue[1])
        last = cue[0] if cue else None
    sources = [span for span in spans if span.role == SOURCE]
    kept = [draft for _, draft in sorted(drafts.items()) if draft.content]
    for draft in kept:
        first = follows.get(draft.cue.start)
        if first is None:
            _choose_source(draft, sources, scores)
        else:
            draft.source, draft.source_probability = drafts[first].source, drafts[first].source_probability
    return kept


def _cue_of(
    content: UnitSpan, drafts: dict[int, Draft], starts: list[int], scores: Scores, free: Bools, begins: Bools
) -> tuple[int, float] | None:
    """Return where the cue starts that `content` points at, and with what chance; None if at none.

    A cue that is found only by being pointed at is added to `drafts` and `starts` and no longer `free`.
    """
    pointing = scores.pointing(1, range(content.start, content.end))
    near = starts[bisect_left(starts, pointing.start) : bisect_left(starts, pointing.end)]
    chance, best = max(((pointing.into(start, drafts[start].cue.end), start) for start in near), default=(0.0, -1))
    if chance >= WEAK:
        return best, chance
    cue = _recovered(pointing, scores, free, begins)
    if cue is None:
        return None
    free[cue.start : cue.end] = False
    insort(starts, cue.start)
    drafts[cue.start] = Draft(cue)
    return cue.start, pointing.into(cue.start, cue.end)


def _recovered(pointing: Pointing, scores: Scores, free: Bools, begins: Bools) -> UnitSpan | None:
    """Return the untagged words that are pointed at with enough chance to be a cue, None if there are none."""
    peak = pointing.start + int(np.argmax(np.where(free[pointing.start : pointing.end], pointing.each(), 0)))
    if not free[peak]:
        return None
    like = scores.tags[:, 2 * CUE + 1] + scores.tags[:, 2 * CUE + 2]
    start, end = peak, peak + 1
    while start > 0 and free[start - 1] and not begins[start] and like[start - 1] >= CUE_LIKE:
        start -= 1
    while end < len(free) and free[end] and not begins[end] and like[end] >= CUE_LIKE:
        end += 1
    if pointing.into(start, end) < RECOVERED:
        return None
    return UnitSpan(CUE, start, end, float(like[start:end].mean()))


def _choose_source(draft: Draft, sources: list[UnitSpan], scores: Scores) -> None:
    """Give `draft` the source that its cue points at, or none where it points at itself."""
    pointing = scores.pointing(0, range(draft.cue.start, draft.cue.end))
    first = bisect_left(sources, pointing.start, key=lambda span: span.end)
    near = sources[first : bisect_left(sources, pointing.end, key=lambda span: span.start)]
    chances = [pointing.into(span.start, span.end) for span in (*near, draft.cue)]
    best = int(np.argmax(chances))
    draft.source = near[best] if best < len(near) else None
    draft.source_probability = chances[best]
