"""Which blocks of a page are the article: trafilatura chooses, our own text is what is kept."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.clean.page.dom import Block, Page

MAX_CHARS = 4 * 1024 * 1024
"""The longest page shown to trafilatura, without scripts and styles: the longest of 181 real ones has 0.4 million."""
MAX_ELEMENTS = 50_000
"""The most elements of a page shown to trafilatura, whose time grows faster than their number."""
COMPARED_CHARS = 20_000
"""Characters of a block that are compared: longer ones are whole articles without markup."""
SHINGLE = 4
"""Words compared at once; shorter blocks must be a line of trafilatura's output."""
LEAST_SHARE = 0.5
"""Share of a block's shingles that trafilatura has to have kept. bench/regions.py shows the effect."""

_WORD = re.compile(r"\w+")
# trafilatura removes these; they would cut words in two.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def words(text: str) -> list[str]:
    """Return the words of `text` for comparison, without soft hyphens and zero-width characters."""
    return _WORD.findall(text.translate(_UNSEEN))


def chosen_text(page: Page) -> list[str] | None:
    """Return the lines that trafilatura takes for the article, None where it was not asked or fails."""
    if len(page.markup) > MAX_CHARS or page.elements > MAX_ELEMENTS:
        return None
    from lxml.etree import LxmlError, ParserError
    from lxml.html import HTMLParser, document_fromstring
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = page.markup.encode("utf-8", "replace")
    try:
        tree = document_fromstring(source, parser=HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True))
        extracted = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except (LxmlError, ParserError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        # trafilatura raises all of these on one broken page or another; the page is then read without it.
        return None
    text = getattr(extracted, "text", None)
    return text.split("\n") if text else None


def match_blocks(page: Page, lines: list[str]) -> set[int]:
    """Return the indexes of the blocks whose words `lines` hold, each word as often as they hold it.

    Where the page has the same words more often than the lines (a teaser repeats a paragraph, a hidden
    copy the whole article), the element with the most fitting blocks goes first.
    """
    left = Counter(_shingles([word for line in lines for word in words(line)]))
    short = Counter(tuple(words(line)) for line in lines)
    texts = block_words(page)
    fitting = _fitting(texts, left, short)
    sizes = Counter(page.blocks[index].container for index in fitting)
    chosen: set[int] = set()
    for index in sorted(fitting, key=lambda index: (-sizes[page.blocks[index].container], index)):
        grams = _shingles(texts[index])
        if sum(left[gram] > 0 for gram in grams) >= LEAST_SHARE * len(grams):
            left.subtract(grams)
            chosen.add(index)
    return chosen - _far_copies(texts, chosen, short)


def _far_copies(texts: list[tuple[str, ...]], chosen: set[int], short: Counter[tuple[str, ...]]) -> set[int]:
    """Return the short blocks in excess of the lines with their words: those farthest from long ones."""
    sure = sorted(index for index in chosen if len(texts[index]) >= SHINGLE)
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in sorted(chosen.difference(sure)):
        alike[texts[index]].append(index)
    return {index for text, places in alike.items() if text in short for index in _nearest(places, sure)[short[text] :]}


def block_words(page: Page) -> list[tuple[str, ...]]:
    """Return the words of each block of `page`."""
    return [tuple(words(page.text[b.start : min(b.end, b.start + COMPARED_CHARS)])) for b in page.blocks]


def _shingles(text: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(text[start : start + SHINGLE]) for start in range(len(text) - SHINGLE + 1)]


def _fitting(
    texts: list[tuple[str, ...]], known: Counter[tuple[str, ...]], short: Counter[tuple[str, ...]]
) -> list[int]:
    """Return the blocks of which enough was kept, in order.

    A short block is a line itself, or stands in the lines with its neighbours' words around it, as the
    cells of a table do.
    """
    stream = [word for text in texts for word in text]
    fitting, at = [], 0
    for index, text in enumerate(texts):
        if len(text) >= SHINGLE:
            grams = _shingles(text)
            fits = sum(gram in known for gram in grams) >= LEAST_SHARE * len(grams)
        else:
            first = max(0, at + len(text) - SHINGLE)
            around = _shingles(stream[first : at + SHINGLE])
            fits = bool(text) and (text in short or any(gram in known for gram in around))
        if fits:
            fitting.append(index)
        at += len(text)
    return fitting


def _nearest(places: list[int], sure: list[int]) -> list[int]:
    """Return `places`, those nearest to a sure one first."""

    def distance(place: int) -> tuple[int, int]:
        at = bisect_left(sure, place)
        return min((abs(place - other) for other in sure[max(0, at - 1) : at + 1]), default=0), place

    return sorted(places, key=distance)


def is_prose(page: Page, block: Block) -> bool:
    """Return whether `block` reads like a paragraph: ten words, a sentence's end, few links."""
    text = page.text[block.start : block.end]
    count = len(_WORD.findall(text[:COMPARED_CHARS]))
    return count >= 10 and bool(re.search(r"[.!?…][\"'”’»)]*\s*$", text[-12:])) and 2 * block.links < len(text)
