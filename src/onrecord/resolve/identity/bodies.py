"""Names of organisations compared: long forms, acronyms, the country a body is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.compare import Names
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.places import places_in
from onrecord.resolve.identity.sound import fold
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.roles import is_body_noun

EQUAL_BODIES, ONE_COUNTRY, COMMON, STANDS_FOR, FIRST_WORD = 3.5, 2.2, 0.5, 1.2, 0.0
"""Points for equal long names, equal ones of which one tells the country, equal ones of a kind that each
country has ("Health Ministry"), an acronym with a long name that it fits, the first word of a long name.
Set by hand on `eval/gold/names.jsonl`."""

ACRONYM = {2: 0.5, 3: 1.5}
"""Points for equal acronyms by their length; longer ones: `LONG_ACRONYM`."""

LONG_ACRONYM = 2.3

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_ORIGIN = re.compile(
    r"(?:[Tt]he )?(?P<place>[^\W\d_a-z][^\W\d_]{2,30}(?:an|ese|ish))(?: [^\W\d_a-z][\w’'&-]*){1,4}? "
    r"(?P<body>[^\W\d_a-z][^\W\d_]*)"
)
"""A body of which place by an adjective that the authority does not know: "Lornian State Railways"."""
_OF_PLACE = re.compile(r".+ (?P<body>\S+) of (?:the )?(?P<place>[^\W\d_a-z][\w’'-]*)")
"""A body of many places, under which of them it is: "Supreme Court of Lorn"."""

_APART = Names(-9.0, "the names differ", possible=False)


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name: its telling words in folded form, sorted, the countries it names, or its acronym.

    Another place that it is told to be of counts as a country.

    `initials` are the first letters in their order, with those of the words that name countries; `first` is the
    first of the words.
    """

    words: tuple[str, ...]
    countries: frozenset[str]
    acronym: str = ""
    initials: str = ""
    first: str = ""


@lru_cache(maxsize=100_000)
def read_body(text: str, authority: Authority) -> Body:
    """Return a body's name taken apart; "Justice Department" and "Department of Justice" are equal."""
    raw = _WORD.findall(text.replace("&", " and "))
    plain = text.replace(".", "").strip()
    short = plain.removeprefix("the ").removeprefix("The ")
    if 2 <= len(short) <= 8 and short.isalpha() and short.isupper():
        return Body((), frozenset(), acronym=short.casefold())
    codes, taken = places_in(raw, authority)
    words = [_spelled(fold(word)) for word in raw]
    place, at = (None, 0) if codes else _place(plain, words)
    taken, countries = (taken | {at}, frozenset({f"of {place}"})) if place else (taken, codes)
    telling = [(i, word) for i, word in enumerate(words) if word not in lists().legal]
    kept = tuple(sorted(word for i, word in telling if i not in taken)) or tuple(sorted(w for _, w in telling))
    first = next((word for _, word in telling), "")
    return Body(kept, countries, initials="".join(word[0] for _, word in telling), first=first)


def _place(name: str, words: list[str]) -> tuple[str | None, int]:
    """Return the place, folded, that a body is told to be of, and which of the name's `words` tells it.

    The authority knows countries alone: other places are known by standing where a place stands, behind a body of
    which every place may have one, or as an adjective before a body's name of two words or more.
    """
    match = _OF_PLACE.fullmatch(name)
    if match is not None and fold(match["body"]) in lists().local:
        place = fold(match["place"])
        return (None if place in lists().matters or place in lists().portfolios else place), len(words) - 1
    match = _ORIGIN.fullmatch(name)
    if match is not None and is_body_noun(_spelled(fold(match["body"]))) and not lexicon().is_role(match["place"]):
        return fold(match["place"]), words.index(fold(match["place"]))
    return None, 0


def _spelled(word: str) -> str:
    """Return a word as it is compared: in one spelling, and a noun for bodies in the singular."""
    word = lists().spellings.get(word, word.removesuffix("'s"))
    single = word.removesuffix("s")
    return single if single != word and single != "state" and is_body_noun(single) else word


def compare_bodies(one: tuple[str, ...], other: tuple[str, ...], authority: Authority) -> Names:
    """Return how the names of two bodies agree: the longest that both have, of several words, of one, or acronyms."""
    ours, theirs = ([read_body(name, authority) for name in names] for names in (one, other))
    for long in (1, 0):
        if any(len(b.words) > long for b in ours) and any(len(b.words) > long for b in theirs):
            ours, theirs = ([b for b in bodies if len(b.words) > long] for bodies in (ours, theirs))
    pairs = product(ours, theirs)
    return max((_compare(a, b) for a, b in pairs), key=lambda n: (n.possible, n.points, n.reason), default=_APART)


def _compare(one: Body, other: Body) -> Names:
    if one.countries and other.countries and not one.countries & other.countries:
        return Names(-9.0, "bodies of different countries", possible=False)
    if one.acronym and other.acronym:
        points = ACRONYM.get(len(one.acronym), LONG_ACRONYM)
        return Names(points, "equal acronyms") if one.acronym == other.acronym else _APART
    if one.acronym or other.acronym:
        long = other if one.acronym else one
        fits = letters(one.acronym or other.acronym) in (letters(long.initials), letters(_first(long.words)))
        return Names(STANDS_FOR, "an acronym that fits") if fits else _APART
    if one.words != other.words:
        short, full = sorted((one, other), key=lambda body: len(body.words))
        begins = len(short.words) == 1 < len(full.words) and short.first == full.first and not short.countries
        return Names(FIRST_WORD, "the first word of the name") if begins else _APART
    common = lists().state.intersection(one.words) or any(map(_is_unknown, one.countries | other.countries))
    if common and not one.countries & other.countries:
        return Names(COMMON, "equal names of a common kind")
    return Names(EQUAL_BODIES if one.countries == other.countries else ONE_COUNTRY, "equal names")


def _is_unknown(place: str) -> bool:
    return place.startswith("of ")


def _first(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def letters(initials: str) -> str:
    """Return initials sorted and without "o", which acronyms have for "of" or not: what long and short share."""
    return "".join(sorted(initials.replace("o", ""))) or "o"


def body_keys(names: tuple[str, ...], authority: Authority) -> frozenset[str]:
    """Return the keys under which bodies are compared: an acronym and the long names it may stand for share one."""
    keys: set[str] = set()
    for name in names:
        body = read_body(name, authority)
        if body.acronym:
            keys.add("body:" + letters(body.acronym))
        elif len(body.words) == 1:
            keys.add("body:" + body.words[0])
        else:
            keys.update({"body:" + letters(body.initials), "body:" + letters(_first(body.words))})
    return frozenset(keys) | words_keys(names, authority)


def words_keys(names: tuple[str, ...], authority: Authority) -> frozenset[str]:
    """Return the keys under which equal long names are compared."""
    found = (read_body(name, authority).words for name in names)
    return frozenset(f"body:{' '.join(words)}" for words in found if len(words) > 1)
