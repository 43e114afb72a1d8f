"""Where actors are spoken of without their names: pronouns and descriptions, outside of quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.record import SPOKEN_REGIONS, Document, RegionKind, Span
from onrecord.resolve.cast import Cast
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.roles import Place, is_body_noun

_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_PHRASE = re.compile(r"\b(?P<article>[Tt]he|[Aa]n?|[Oo]ne)[ \u00a0](?P<words>(?:[^\W\d_][\w’'&-]*[ \u00a0]?){1,4})")
_WORD = re.compile(r"[\w’'&-]+")
_NEXT = re.compile(r"[ \u00a0]([a-z]+)")
_BESIDE = re.compile(r"(?:, |\b(?:is|was|are|were|be|been|become|became|as|not|like|of|for|than) )$")


def mentions(document: Document, cast: Cast, apart: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Return the pronouns and descriptions that point back, and apart those that bring up somebody.

    "He" and "the senator" point back, "a war veteran" and "one man" are new. What overlaps a span of
    `apart`, a name or a quotation is left out, and of new ones what stands beside a name or after "is".
    """
    taken = [(span.start, span.end) for span in apart]
    roles = [place for entity in cast.people.entities for place in entity.roles]
    back: list[Span] = []
    new: list[Span] = []
    for region in document.regions:
        if region.kind not in SPOKEN_REGIONS:
            continue
        pronouns = (match.span() for match in _PRONOUN.finditer(document.text, region.start, region.end))
        phrases = [*_phrases(document.text, region.start, region.end)]
        definite = (place for article, place in phrases if article == "the")
        back += _free(document, cast, (*pronouns, *definite), taken)
        if region.kind is RegionKind.BODY:
            fresh = (place for article, place in phrases if article != "the" and _is_new(document.text, place))
            new += _free(document, cast, fresh, [*taken, *roles])
            new += _free(document, cast, _acting_bodies(document.text, region.start, region.end), taken)
    return back, new


def _free(document: Document, cast: Cast, places: Iterable[Place], taken: Sequence[Place]) -> Iterator[Span]:
    for start, end in places:
        if cast.salience.in_quotation(start) or cast.people.at(start, end):
            continue
        if not any(first < end and start < last for first, last in taken):
            yield document.span(start, end)


def _is_new(text: str, place: Place) -> bool:
    """Return whether the words may bring up somebody: they stand neither beside a name nor after "is"."""
    follows = text[place[1] : place[1] + 2]
    beside = _BESIDE.search(text, max(0, place[0] - 12), place[0])
    return beside is None and not (follows[:1] == " " and follows[1:].isupper())


def _acting_bodies(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield the places of bodies that open a sentence before its verb: "The state railway hit back"."""
    for article, (first, last) in _phrases(text, start, end, is_body_noun):
        after = _NEXT.match(text, last)
        if article == "the" and text[first] == "T" and after and _may_be_verb(after[1]):
            yield first, last


def _may_be_verb(word: str) -> bool:
    return word not in listed("no_verbs") | listed("links") and not lexicon().is_role(word.removesuffix("s"))


def _phrases(text: str, start: int, end: int, fits: Callable[[str], bool] | None = None) -> Iterator[tuple[str, Place]]:
    """Yield the article and the place of each description whose noun `fits`, by default of one person."""
    fits = fits or _is_one
    for match in _PHRASE.finditer(text, start, end):
        last = None
        for word in _WORD.finditer(text, match.start("words"), match.end("words")):
            if fits(word[0]):
                last = word
            elif last is not None or word[0] in listed("links"):
                break
        if last is not None:
            yield match["article"].casefold(), (match.start(), last.end())


def _is_one(noun: str) -> bool:
    words = lexicon()
    return noun.islower() and (noun in words.epithets or words.is_role(noun) or noun in words.unnamed_heads)
