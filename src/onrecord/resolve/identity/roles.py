"""A role taken apart: its nouns and trades, the country or body it belongs to, whether it is past."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.places import places_in
from onrecord.resolve.identity.sound import fold
from onrecord.resolve.lexicon import lexicon
from onrecord.text.folding import ADDRESS

_WORD = re.compile(r"[^\W_]+(?:[.’'\-&][^\W_]+)*\.?")
_PREPOSITION = re.compile(r",? (?:of|for|from|in|at|to|with|who|by|on)\b")
_PAST = frozenset({"former", "ex", "then", "late", "outgoing", "one-time", "erstwhile", "previous"})
_EMPTY = frozenset(
    {
        *("the", "a", "an", "of", "for", "and", "in", "at", "to", "his", "her", "their", "its", "who", "is", "was"),
        *("as", "on", "mr", "mrs", "ms", "miss", "dr", "chief", "senior", "top", "long-time", "new", "local"),
    }
)
_COURTESY = ADDRESS | {"dr"}
_WEAK = frozenset({"chief", "head", "official"})
_ADDED = _WEAK | {"state", "former", "deputy"}
_KIN = frozenset({"kin"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a role says.

    `nouns` are its nouns of office or trade ("minister"), `trades` what they belong to, `countries`
    the codes of the territories it names, `bodies` its other names ("CIA", an unknown country's
    adjective), `words` the portfolio that tells it from others ("foreign"). `kin` is whether it only says whose
    relative somebody is.
    """

    nouns: frozenset[str]
    trades: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]
    words: frozenset[str]
    former: bool
    kin: bool


@lru_cache(maxsize=100_000)
def read_role(text: str, authority: Authority) -> Role:
    """Return what the words of a role say: "former French foreign minister" is past, of France, "minister"."""
    words = _WORD.findall(text)
    folded = [fold(word) for word in words]
    places, taken = places_in(words, authority)
    former = any(part in _PAST for word in folded for part in word.split("-")[:1])
    nouns = frozenset(word for word in folded if _is_noun(word) and word not in _COURTESY)
    nouns = nouns or _WEAK.intersection(folded) or _head(text)
    trades: frozenset[str] = frozenset().union(*(_trades(noun) for noun in nouns))
    capitals = {word for i, word in enumerate(folded) if i not in taken and words[i][0].isupper()}
    bodies = frozenset(w for w in capitals if not _is_noun(w)) - lists().portfolios - _EMPTY - _PAST
    telling = frozenset(lists().spellings.get(word, word) for word in folded if word in lists().portfolios)
    return Role(nouns, trades - _KIN, places, bodies, telling - nouns, former, bool(trades) and trades <= _KIN)


def _head(text: str) -> frozenset[str]:
    """Return the head noun of a role that the lists do not know: "coroner" of "Vale's chief coroner for the north"."""
    words = _PREPOSITION.split(text, maxsplit=1)[0].split()
    head = fold(words[-1].strip(",.;")) if words and words[-1][:1].islower() else ""
    return frozenset({head} if head.isalpha() and len(head) > 3 and head not in _EMPTY | _PAST else ())


def _is_noun(word: str) -> bool:
    return word in lists().trades or (lexicon().is_role(word) and word not in _ADDED)


def _trades(noun: str) -> frozenset[str]:
    return lists().trades.get(noun) or lists().trades.get(noun.split("-")[-1], frozenset())


def trades_agree(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return 1 for trades of one kind, 0 where they say nothing, -1 for unlike and -2 for exclusive ones."""
    if not ours or not theirs:
        return 0.0
    if ours & theirs:
        return 1.0
    if any(ours & group and theirs & group for group in lists().near):
        return 0.0
    loose = any(ours & group and theirs & group for group in lists().loose)
    return -2.0 if (ours | theirs) & lists().alone and not loose else -1.0
