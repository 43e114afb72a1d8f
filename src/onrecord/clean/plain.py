"""The regions of an article in plain text, one region for each paragraph or furniture line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.clean.furniture import MOST_WORDS, Part, furniture
from onrecord.clean.marks import TimeLine, dateline_end, is_byline, is_signature, time_line
from onrecord.clean.times import Found
from onrecord.record import Region, RegionKind
from onrecord.text.paragraphs import Line, is_final, is_wrapped, lines

TOP_LINES = 8
"""Lines from the start among which bylines, time lines and a dateline without agency are looked for."""
TITLE_CASE = 0.8
"""The share of capitalised words, among those of four letters and more, from which a line is in title case."""
LONGEST_STOPPED = 14
"""Words. A longer line with a final stop is prose, unless it is in title case."""
LONGEST_HEADLINE = 180
"""Characters. The longest of some 1,000 headlines measured has 143."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The regions of a text, and when it says it was published and updated (offsets in the text)."""

    regions: tuple[Region, ...]
    published: Found | None = None
    updated: Found | None = None


def lay_out(text: str, title: str | None = None) -> Layout:
    """Return the regions of `text`, sorted; each paragraph and each furniture line is one.

    What no rule knows is body. `title` marks the line that repeats it as headline.
    """
    found = lines(text)
    paragraphs = _paragraphs(text, found)
    regions: list[Region] = []
    times: list[TimeLine] = []
    for index, paragraph in enumerate(paragraphs):
        line = text[paragraph.start : paragraph.end]
        time = time_line(line) if index < TOP_LINES or index >= len(paragraphs) - 2 else None
        if time:
            times.append(time.moved(paragraph.start))
        parts = _parts(line, index, len(paragraphs), time)
        regions += [Region(paragraph.start + p.start, paragraph.start + p.end, p.kind, p.reason) for p in parts]
    regions = _repeated(text, _topped(text, regions, paragraphs, title))
    return Layout(
        tuple(region for region in regions if region.start < region.end),
        next((time.published for time in times if time.published), None),
        next((time.updated for time in times if time.updated), None),
    )


def _paragraphs(text: str, found: list[Line]) -> list[Line]:
    """Join the lines over which sentences run; every other line is a paragraph."""
    wrapped = is_wrapped(text, found)
    joined: list[Line] = found[:1]
    for before, line in pairwise(found):
        if not line.after_blank and _runs_on(text, before, line, wrapped):
            joined[-1] = replace(joined[-1], end=line.end)
        else:
            joined.append(line)
    return joined


def _runs_on(text: str, before: Line, line: Line, wrapped: bool) -> bool:
    first, second = text[before.start : before.end], text[line.start : line.end]
    if not wrapped and (is_final(first) or not second[0].islower()):
        return False
    apart = furniture(first) or furniture(second) or time_line(first) or time_line(second)
    return not apart and not is_byline(second)


def _parts(line: str, index: int, count: int, time: TimeLine | None) -> list[Part]:
    """Return the parts of one paragraph; `index` of `count` is its place."""
    whole = len(line)
    if time:
        return [Part(0, whole, RegionKind.DATELINE, "when the article was published")]
    if index < TOP_LINES and is_byline(line):
        return [Part(0, whole, RegionKind.BYLINE, "who wrote the article")]
    if index and index >= count - 2 and is_signature(line):
        return [Part(0, whole, RegionKind.BYLINE, "who wrote the article")]
    parts = furniture(line)
    if parts:
        return parts
    end = dateline_end(line)
    if end and (index < TOP_LINES or "(" in line[:end]):
        return [
            Part(0, len(line[:end].rstrip()), RegionKind.DATELINE, "where the article was written"),
            Part(end, whole, RegionKind.BODY, ""),
        ]
    return [Part(0, whole, RegionKind.BODY, "")]


def _topped(text: str, regions: list[Region], paragraphs: list[Line], title: str | None) -> list[Region]:
    """Return `regions` with headline and standfirst marked, and the reasons of spoken regions dropped."""
    kinds = [region.kind for region in regions]
    bodies = [index for index, kind in enumerate(kinds) if kind is RegionKind.BODY]
    if bodies and _is_headline(text, regions, bodies[0], paragraphs, title):
        kinds[bodies[0]] = RegionKind.HEADLINE
        if len(bodies) > 2 and _is_standfirst(text, regions, bodies[1]):
            kinds[bodies[1]] = RegionKind.STANDFIRST
    return [replace(r, kind=k, reason=r.reason or None) for r, k in zip(regions, kinds, strict=True)]


def _is_headline(text: str, regions: list[Region], at: int, paragraphs: list[Line], title: str | None) -> bool:
    """Return whether the first line that could be body is a headline.

    It is short, prose follows, and either it has no final stop, or a time or byline follows, or a
    blank line sets it off from a longer paragraph.
    """
    region = regions[at]
    line = text[region.start : region.end]
    if title and _folded(line) == _folded(title):
        return True
    after = regions[at + 1] if at + 1 < len(regions) else None
    if after is None or at > 2 or (at and regions[at - 1].end == region.start) or "\n" in line:
        return False
    if len(line) > LONGEST_HEADLINE or len(line.split()) > MOST_WORDS or (at and _prefixed(regions[at - 1], region)):
        return False
    if not is_final(line.rstrip(";")) or after.kind in (RegionKind.DATELINE, RegionKind.BYLINE):
        return True
    if len(line.split()) > LONGEST_STOPPED and not _in_title_case(line):
        return False
    blank = any(p.start == after.start and p.after_blank for p in paragraphs)
    return blank and any(later.end - later.start > len(line) for later in regions[at + 1 : at + 4])


def _in_title_case(line: str) -> bool:
    """Return whether nearly all longer words of `line` are capitalised."""
    longer: list[str] = re.findall(r"[^\W\d_]{4,}", line)
    return sum(word[0].isupper() for word in longer) >= TITLE_CASE * len(longer)


def _prefixed(before: Region, region: Region) -> bool:
    """Return whether `before` is the dateline within the same paragraph."""
    return before.kind is RegionKind.DATELINE and region.start - before.end <= 2


def _is_standfirst(text: str, regions: list[Region], at: int) -> bool:
    """Return whether the line after the headline is a standfirst: short, with a byline or dateline after it."""
    line = text[regions[at].start : regions[at].end]
    after = regions[at + 1]
    return len(line.split()) <= 2 * MOST_WORDS and after.kind in (RegionKind.BYLINE, RegionKind.DATELINE)


def _folded(line: str) -> str:
    return " ".join(line.casefold().split()).rstrip(". ")


def _repeated(text: str, regions: list[Region]) -> list[Region]:
    """Mark a caption that repeats one before it, with or without its credit."""
    seen: set[str] = set()
    marked = []
    for region in regions:
        words = _folded(text[region.start : region.end].strip("| "))
        if region.kind is RegionKind.CAPTION and words in seen:
            region = replace(region, reason="a picture's caption, repeated")
        if region.kind is RegionKind.CAPTION:
            seen.add(words)
        marked.append(region)
    return marked
