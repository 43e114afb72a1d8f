"""Ways to alter of which words a quotation is made: each returns it altered, or None where it gives no occasion."""

from __future__ import annotations

import re
from itertools import takewhile
from random import Random

from eval.alterations.altering import one, put
from eval.alterations.quotations import Pool, sentences
from eval.alterations.words import LETTERS, WORDS

_LIMITS = re.compile(
    r"\b(?:not|never|no|nothing|nobody|none|without|if|unless|until|may|might|could|only|except|when|provided|neither"
    r"|nor|hardly|going to)\b|n[’']t\b|\d",
    re.IGNORECASE,
)
"""What is left to the ways that are about it."""
_SPACED = re.compile(r"\S+")
_ENDS = re.compile(r"[.?!…()]")
_TRIES = 12


def drop_words(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Drop one to five words within a sentence, none of them one that denies, limits or counts."""
    words = list(_SPACED.finditer(quotation))
    for _ in range(_TRIES):
        size, start = rng.randint(1, 5), rng.randint(1, max(1, len(words) - 3))
        cut = words[start : start + size]
        text = " ".join(w[0] for w in cut)
        within = len(cut) == size and start + size < len(words)
        plain = not (_ENDS.search(text) or _LIMITS.search(text) or _ENDS.search(words[start - 1][0]))
        telling = any(len(w[0].strip(",;")) > 4 for w in cut) and text not in quotation[: words[start].start()]
        if within and plain and telling:
            return put(quotation, cut[0].start(), cut[-1].end(), "")
    return None


def add_words(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Put in an adverb, a phrase, or words of another quotation."""
    words = list(_SPACED.finditer(quotation))
    places = [w for w in words[1:-1] if w[0][-1].isalpha() and w[0].islower()]
    if not places:
        return None
    at, way = rng.choice(places).end(), rng.random()
    new = rng.choice(WORDS["adverbs"].split()) if way < 0.4 else rng.choice(WORDS["phrases"])
    if way > 0.8:
        new = " ".join(rng.sample(pool.words, rng.randint(1, 3)))
        if _LIMITS.search(new):
            return None
    return put(quotation, at, at, f" {new}")


def replace_words(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Put another word: of other strength, or any other one."""
    found = [m for m in re.finditer(r"\b[a-z]{3,}\b(?![’'])", quotation) if m.start() > 0]
    strong = [m for m in found if m[0] in WORDS["strengths"]]
    if strong and rng.random() < 0.7:
        match = rng.choice(strong)
        return put(quotation, *match.span(), WORDS["strengths"][match[0]])
    plain = [m for m in found if len(m[0]) > 4 and not _LIMITS.search(m[0]) and m[0] not in LETTERS]
    chosen, new = one(rng, plain), rng.choice(pool.words)
    if chosen is None or new[:4] == chosen[0][:4] or _LIMITS.search(new):
        return None
    return put(quotation, *chosen.span(), new)


def splice(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Join two passages that do not follow each other without a mark: whole sentences, or halves of them."""
    parts = [s for s in sentences(quotation) if len(s.split()) > 3]
    if len(parts) < 2 or len(parts) != len(set(parts)):
        return None
    if len(parts) > 2 and rng.random() < 0.5:
        i = rng.randrange(len(parts) - 2)
        return f"{parts[i]} {parts[rng.randrange(i + 2, len(parts))]}"
    i = rng.randrange(len(parts) - 1)
    first, second = parts[i].split(), parts[i + 1].split()
    if len(first) < 8 or len(second) < 8:
        return None
    a, b = rng.randint(4, len(first) - 3), rng.randint(3, len(second) - 4)
    if rng.random() < 0.2:
        return f"{parts[i + 1]} {parts[i]}"
    return " ".join([*first[:a], *second[b:]])


def move_ellipsis(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Drop words without a mark, and put an ellipsis where nothing is left out."""
    altered = drop_words(rng, quotation, pool)
    if altered is None:
        return None
    words = altered.split()
    cut = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, quotation.split(), strict=False)))
    places = [k for k in range(2, len(words) - 1) if abs(k - cut) > 2]
    if not places:
        return None
    k = rng.choice(places)
    return " ".join([*words[:k], rng.choice(("…", "...", ". . .")), *words[k:]])
