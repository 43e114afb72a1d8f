"""The quotations that are altered: those of PolNeAR train, read at run time, and our own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eval.alterations.words import WORDS
from eval.measures import SHARED, rows
from onrecord.text.quotations import quotations

OWN = Path(__file__).resolve().parents[1] / "gold" / "sayings.txt"
_LEAST, _MOST = 7, 120
_SENTENCE_END = re.compile(
    r"(?<=[a-z\d%)’'][.!?])(?<!\b(?:Mr|Ms|Dr|St)\.)(?<!\b(?:Mrs|Sen|Gov|Gen|Rep)\.)\s+(?=[A-Z“\"])"
)
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=[ ,.?!]|$)")
_FIRST = re.compile(r"((?:[A-Z][a-z]+ ?){1,3})(?<! )(?= [a-z])")
_WORD = re.compile(r"[A-Za-z]+")
_TITLES = frozenset(WORDS["titles"].split())


@dataclass(frozen=True, slots=True)
class Pool:
    """Quotations of one half, with the names and the words in lower case met in them."""

    quotations: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]


@cache
def pool(*, held_out: bool, shared: bool = True) -> Pool:
    """Return the pool of one half: a quotation's hash tells which half it is in; without `shared` our own alone."""
    found = [*_own(), *(_polnear() if shared else ())]
    mine = tuple(q for q in dict.fromkeys(found) if _half(q) == held_out)
    names = sorted({n for q in mine if not _headline(q) for n in _NAME.findall(q) if not set(n.split()) & _TITLES})
    words = sorted({w for q in mine for w in _WORD.findall(q) if w.islower() and len(w) > 4})
    return Pool(mine, tuple(names), tuple(words))


def _headline(quotation: str) -> bool:
    """Return whether most words are written upper case, so that it does not show what a name is."""
    words: list[str] = _WORD.findall(quotation)
    return sum(w[0].isupper() for w in words) > len(words) / 3


def _half(quotation: str) -> bool:
    return hashlib.sha256(quotation.encode()).digest()[0] % 2 == 1


def _own() -> Iterator[str]:
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _polnear() -> Iterator[str]:
    for row in rows(SHARED / "corpora" / "polnear" / "train.jsonl.gz"):
        for quotation in quotations(row["text"]):
            words = " ".join(row["text"][quotation.inner_start : quotation.inner_end].split())
            if quotation.closed and _LEAST <= len(words.split()) <= _MOST and words[0].isupper():
                yield words


def sentences(quotation: str) -> Sequence[str]:
    """Return the sentences of `quotation`."""
    return _SENTENCE_END.split(quotation)


def names_in(quotation: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """Return where names stand within sentences of `quotation`, and where those that are `known` begin it."""
    first = _FIRST.match(quotation)
    begins = [first.span(1)] if first and first[1] in known else []
    return begins + [m.span() for m in _NAME.finditer(quotation) if not set(m[0].split()) & _TITLES]
