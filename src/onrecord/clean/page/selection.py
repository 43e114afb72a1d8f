"""Which blocks of a page are the article: trafilatura chooses, our own text is what is kept."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import defaultdict

from onrecord.clean.page.dom import Block, Page

MAX_CHARS = 8 * 1024 * 1024
"""The longest source shown to trafilatura: its time grows faster than linearly on larger ones."""
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
    if len(page.shallow) > MAX_CHARS:
        return None
    from lxml.etree import LxmlError, ParserError
    from lxml.html import HTMLParser, document_fromstring
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = page.shallow.replace("\0", " ").encode("utf-8", "replace")
    try:
        tree = document_fromstring(source, parser=HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True))
        extracted = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except (LxmlError, ParserError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        # trafilatura raises all of these on one broken page or another; the page is then read without it.
        return None
    text = getattr(extracted, "text", None)
    return text.split("\n") if text else None


def match_blocks(page: Page, lines: list[str]) -> set[int]:
    """Return the indexes of the blocks whose words `lines` hold, each line's words once.

    Where several blocks have the same words (a teaser repeats a paragraph), the one nearest to the
    blocks matched without doubt is taken.
    """
    known = {gram for line in _joined(lines) for gram in _shingles(line)}
    short = {tuple(words(line)) for line in lines}
    texts = [tuple(words(page.text[block.start : block.end])) for block in page.blocks]
    fitting = [index for index, text in enumerate(texts) if text and _fits(text, known, short)]
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in fitting:
        alike[texts[index]].append(index)
    sure = sorted(places[0] for text, places in alike.items() if len(places) == 1 and len(text) >= SHINGLE)
    return {_nearest(places, sure) for places in alike.values()}


def _joined(lines: list[str]) -> list[list[str]]:
    """Return the words of each line, and of neighbours together: trafilatura cuts lines at breaks."""
    return [[word for line in lines for word in words(line)]]


def _shingles(text: list[str] | tuple[str, ...]) -> list[tuple[str, ...]]:
    return [tuple(text[start : start + SHINGLE]) for start in range(len(text) - SHINGLE + 1)]


def _fits(text: tuple[str, ...], known: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> bool:
    if len(text) < SHINGLE:
        return text in short
    grams = _shingles(text)
    return sum(gram in known for gram in grams) >= LEAST_SHARE * len(grams)


def _nearest(places: list[int], sure: list[int]) -> int:
    if len(places) == 1 or not sure:
        return places[0]
    return min(places, key=lambda place: (_distance(place, sure), place))


def _distance(place: int, sure: list[int]) -> int:
    at = bisect_left(sure, place)
    return min(abs(place - other) for other in sure[max(0, at - 1) : at + 1])


def is_prose(page: Page, block: Block) -> bool:
    """Return whether `block` reads like a paragraph: ten words, a sentence's end, few links."""
    text = page.text[block.start : block.end]
    count = len(_WORD.findall(text))
    return count >= 10 and bool(re.search(r"[.!?…][\"'”’»)]*\s*$", text[-12:])) and 2 * block.links < len(text)
