"""The regions of a page: the article's blocks by what they are, the rest as boilerplate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.clean.furniture import furniture
from onrecord.clean.marks import TimeLine, dateline_end, is_byline, is_signature, time_line
from onrecord.clean.page.dom import Block, Page
from onrecord.clean.page.elements import Mark
from onrecord.clean.page.metadata import Metadata
from onrecord.clean.page.selection import block_words, chosen_text, is_prose, match_blocks, words
from onrecord.clean.times import Found
from onrecord.record import Region, RegionKind

OUTSIDE = "outside the article"
NEAR = 6
"""Blocks between a block that was left out and the next chosen one, at most, for it to be taken back."""

LONG = 200
"""Characters of a block that is taken for text without a sentence's end, where the finder chose nothing."""
_APART = Mark.APART | Mark.CAPTION | Mark.CREDIT | Mark.BYLINE | Mark.TIME
COMMON = 0.3
"""Share of the chosen characters with a mark from which it says nothing of any one of them."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The regions of a page, when its text says it was published and updated, and flags."""

    regions: tuple[Region, ...]
    published: Found | None
    updated: Found | None
    flags: tuple[str, ...]


def lay_out_page(page: Page, metadata: Metadata) -> PageLayout:
    """Return the regions of `page`, sorted: one for each block of the article, stretches between as one.

    Body is what trafilatura chose, with the paragraphs taken back that it leaves out between others.
    The flag "regions-guessed" says that it chose nothing, and that all prose is taken instead.
    """
    lines = chosen_text(page)
    chosen = match_blocks(page, lines) if lines else set()
    flags = () if chosen else ("regions-guessed",)
    page = _unmarked(page, chosen)
    chosen = _repaired(page, chosen) if chosen else _guessed(page)
    headline = _headline(page, metadata, chosen)
    regions: list[Region] = []
    for index, block in enumerate(page.blocks):
        if index == headline:
            regions.append(Region(block.start, block.end, RegionKind.HEADLINE))
        elif index in chosen:
            regions += _article(page, block)
        else:
            regions.append(_outside(page, block, index, headline, chosen, metadata))
    times = [_time(page, region) for region in regions if region.kind is RegionKind.DATELINE]
    return PageLayout(
        regions=tuple(_merged(_signed(page, regions))),
        published=next((time.published for time in times if time and time.published), None),
        updated=next((time.updated for time in times if time and time.updated), None),
        flags=flags,
    )


def _time(page: Page, region: Region) -> TimeLine | None:
    found = time_line(page.text[region.start : region.end])
    return found.moved(region.start) if found else None


def _guessed(page: Page) -> set[int]:
    """Return the blocks taken where the finder chose none: prose and long blocks, else all that is not apart."""
    blocks = list(enumerate(page.blocks))
    near = [(i, b) for i, b in blocks if not b.marks & _APART and 2 * b.links < b.end - b.start]
    long = {i for i, b in near if is_prose(page, b) or b.end - b.start > LONG}
    return long or {i for i, _ in near} or {i for i, _ in blocks}


def _unmarked(page: Page, chosen: set[int]) -> Page:
    """Return `page` without the marks that much of the chosen text bears: they name the whole article.

    Themes give such classes to containers: an article of class "author-jane", a body of class "caption".
    """
    length = sum(page.blocks[index].end - page.blocks[index].start for index in chosen)
    common = Mark.NONE
    for mark in Mark.HINTS:
        bearing = (b.end - b.start for b in (page.blocks[index] for index in chosen) if b.marks & mark)
        if length and sum(bearing) > COMMON * length:
            common |= mark
    return replace(page, blocks=tuple(replace(block, marks=block.marks & ~common) for block in page.blocks))


def _takeable(page: Page, block: Block) -> bool:
    """Return whether `block` may be body although trafilatura left it out."""
    return not block.marks & _APART and is_prose(page, block)


def _repaired(page: Page, chosen: set[int]) -> set[int]:
    """Add prose between chosen blocks that are near one another, and after and before them in the article.

    Two kinds of element count as the article: the one with most of the chosen text, and, for paragraph
    elements of the same marks, those that share an element with it not far above (the parts between
    which a page puts advertisements). Cells between chosen cells of a table are added as well.
    """
    blocks, texts = page.blocks, block_words(page)
    there = {texts[index] for index in chosen}
    free = [i not in chosen and texts[i] not in there and _takeable(page, block) for i, block in enumerate(blocks)]
    taken = set(chosen)
    for before, after in pairwise(sorted(chosen)):
        if after - before <= NEAR:
            cells = bool(blocks[before].marks & blocks[after].marks & Mark.TABLE)
            taken.update(i for i in range(before + 1, after) if free[i] or cells)
    main = _main(page, chosen)
    for indexes in (range(min(chosen) - 1, -1, -1), range(max(chosen) + 1, len(blocks))):
        _extend(blocks, indexes, free, main, taken)
    return taken


def _extend(blocks: Sequence[Block], indexes: range, free: list[bool], main: Block, taken: set[int]) -> None:
    """Add the free blocks of the article met on the way through `indexes`, until none comes for `NEAR` blocks."""
    gap = 0
    for index in indexes:
        block = blocks[index]
        gap += 1
        if gap > NEAR:
            return
        beside = block.name == main.name == "p" and block.marks == main.marks and set(block.above) & set(main.above)
        if free[index] and not block.marks & Mark.LIST and (block.container == main.container or beside):
            taken.add(index)
            gap = 0


def _main(page: Page, chosen: set[int]) -> Block:
    """Return a block of the element that holds most of the chosen characters."""
    sizes: Counter[int] = Counter()
    for index in sorted(chosen):
        sizes[page.blocks[index].container] += page.blocks[index].end - page.blocks[index].start
    largest = sizes.most_common(1)[0][0]
    inside = [page.blocks[index] for index in sorted(chosen) if page.blocks[index].container == largest]
    return max(inside, key=lambda block: (block.end - block.start, -block.start))


def _headline(page: Page, metadata: Metadata, chosen: set[int]) -> int | None:
    """Return the index of the headline's block: the heading most like the page's title, h1 before h2."""
    first = min(chosen) if chosen else len(page.blocks)
    title = set(words((metadata.title or "").casefold()))
    best: tuple[float, int, int] | None = None
    for index, block in enumerate(page.blocks):
        if not block.marks & Mark.HEADING or index > first + 3:
            continue
        own = set(words(page.text[block.start : block.end].casefold()))
        like = len(own & title) / len(own | title) if own else 0.0
        rank = (like, block.name == "h1", index)
        if (like >= 0.5 or block.name == "h1") and (best is None or rank > best):
            best = rank
    return best[2] if best else None


def _article(page: Page, block: Block) -> list[Region]:
    """Return the regions of a chosen block."""
    text = page.text[block.start : block.end]
    for mark, kind, reason in _KINDS:
        if block.marks & mark and not (mark is Mark.BYLINE and len(text) > 200):
            return [Region(block.start, block.end, kind, reason)]
    parts = furniture(text)
    if parts:
        return [Region(block.start + p.start, block.start + p.end, p.kind, p.reason) for p in parts if p.start < p.end]
    if time_line(text):
        return [Region(block.start, block.end, RegionKind.DATELINE, "when the article was published")]
    if is_byline(text):
        return [Region(block.start, block.end, RegionKind.BYLINE, "who wrote the article")]
    end = dateline_end(text)
    if end:
        where = Region(
            block.start, block.start + len(text[:end].rstrip()), RegionKind.DATELINE, "where the article was written"
        )
        return [where, Region(block.start + end, block.end, RegionKind.BODY)]
    return [Region(block.start, block.end, RegionKind.BODY)]


_KINDS = (
    (Mark.CAPTION, RegionKind.CAPTION, "a picture's caption"),
    (Mark.CREDIT, RegionKind.CREDIT, "a picture's credit"),
    (Mark.BYLINE, RegionKind.BYLINE, "who wrote the article"),
)


def _outside(
    page: Page, block: Block, index: int, headline: int | None, chosen: set[int], metadata: Metadata
) -> Region:
    """Return the region of a block that is not of the body."""
    text = page.text[block.start : block.end]
    start, end = (headline if headline is not None else len(page.blocks)), (min(chosen) if chosen else 0)
    near = start - 6 <= index <= max(chosen, default=0) + 6
    if start < index < end and _is_standfirst(block, text, metadata):
        return Region(block.start, block.end, RegionKind.STANDFIRST)
    if near and time_line(text):
        return Region(block.start, block.end, RegionKind.DATELINE, "when the article was published")
    if near and not block.marks & Mark.APART:
        if block.marks & Mark.CAPTION:
            return Region(block.start, block.end, RegionKind.CAPTION, "a picture's caption")
        if block.marks & Mark.CREDIT:
            return Region(block.start, block.end, RegionKind.CREDIT, "a picture's credit")
        if is_byline(text) or (block.marks & Mark.BYLINE and len(text) <= 200):
            return Region(block.start, block.end, RegionKind.BYLINE, "who wrote the article")
    return Region(block.start, block.end, RegionKind.BOILERPLATE, OUTSIDE)


def _is_standfirst(block: Block, text: str, metadata: Metadata) -> bool:
    """Return whether a block between headline and body is a standfirst: named so, or the page's description."""
    if block.marks & (Mark.APART | Mark.CAPTION | Mark.CREDIT | Mark.BYLINE) or len(text) > 500:
        return False
    described = " ".join(words((metadata.description or "").casefold()))
    own = " ".join(words(text.casefold()))
    return bool(block.marks & Mark.STANDFIRST and len(own) > 20) or (len(own) > 20 and described.startswith(own[:80]))


def _signed(page: Page, regions: list[Region]) -> list[Region]:
    """Mark the last body block as byline where it is a signature."""
    last = max((i for i, r in enumerate(regions) if r.kind is RegionKind.BODY), default=None)
    if last and is_signature(page.text[regions[last].start : regions[last].end]):
        regions[last] = Region(regions[last].start, regions[last].end, RegionKind.BYLINE, "who wrote the article")
    return regions


def _merged(regions: list[Region]) -> list[Region]:
    """Join neighbouring stretches outside the article: a page has hundreds, and nobody reads them."""
    merged: list[Region] = []
    for region in regions:
        if merged and region.reason == OUTSIDE and merged[-1].reason == OUTSIDE:
            merged[-1] = Region(merged[-1].start, region.end, region.kind, OUTSIDE)
        else:
            merged.append(region)
    return merged
