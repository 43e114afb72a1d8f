"""To whom a statement is addressed, where the text says so: told Lorn, said in a letter to the council."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.record import Attribution, Document, Span
from onrecord.record.occasion import Setting, SettingBasis, SettingKind
from onrecord.resolve.asked import asked_of
from onrecord.resolve.audience import audience, bundled
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.phrases import Sentences, Word, words

_TO_DO = re.compile(r"[ \u00a0](?:to|that|whether|if|how|why|what)\b")
_TO_VERB = re.compile(r"to[ \u00a0](\w+)")
_ENDS_TO_VERB = re.compile(r"(?<=[ \u00a0])to[ \u00a0](\w+)$")
_ASKS = frozenset(("ask", "warn", "urge", "advise"))
_QUOTE = "\"“”‘’'"
_VOCATIVE = re.compile(
    r"[“\"‘'](?P<name>(?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30})?), ?"
    r"(?:[”\"’']|[^”\"\n]{0,60}?\b[Yy]ou(?:r|’|'|\b))"
)
_SPEAKING = re.compile(
    r"\b(?:[Ss]peaking|[Tt]alking)[ \u00a0](?:to|with)\b|\b[Aa]ddressing\b"
    r"|\b(?:[Ww]hen[ \u00a0])?(?:[Aa]sked|[Pp]ressed)[ \u00a0]by\b"
)
_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.")
_BY = re.compile(r"[ \u00a0]by[ \u00a0]")
_HEARD = frozenset(
    (
        SettingKind.INTERVIEW,
        SettingKind.LETTER,
        SettingKind.STATEMENT,
        SettingKind.SPEECH,
        SettingKind.HEARING,
        SettingKind.CALL,
    )
)
_BE = frozenset(("was", "were", "been", "being", "be", "is", "are", "got", "get", "gets"))
_SUBJECTS = frozenset(("he", "she", "they", "it", "we", "i", "you"))


def addressees(
    document: Document, attributions: Sequence[Attribution], settings: Sequence[Setting | None]
) -> tuple[Span | None, ...]:
    """Return for each attribution the words of those to whom it is addressed, None where the text does not say.

    `settings` are the occasions of the attributions (``occasion.occasions``): who is interviewed by an
    outlet speaks to it. The words stand outside of the content, unless they are the object of the verb
    that the content takes in, or called upon at its beginning ("Hedda," he said, "…").
    """
    sentences = Sentences.of(document)
    contents = [span for attribution in attributions for span in attribution.content]
    found = [
        _stated(document, a, sentences) or _by_setting(s) or _speaking(document, a, sentences, contents)
        for a, s in zip(attributions, settings, strict=True)
    ]
    asked = asked_of(document, attributions)
    return tuple(
        span or _shared(index, attributions, found, sentences) or asked[index] for index, span in enumerate(found)
    )


def _stated(document: Document, attribution: Attribution, sentences: Sentences) -> Span | None:
    place = (
        _told(document, attribution, sentences)
        or _was_told(document.text, attribution, sentences)
        or _called_upon(document.text, attribution)
    )
    return document.span(*place) if place else None


def _by_setting(setting: Setting | None) -> Span | None:
    """Return with or to whom a setting is, where that is who hears: an interview with Tern News, a letter to Lorn."""
    if setting is None or setting.basis is not SettingBasis.STATED or setting.kind not in _HEARD:
        return None
    return setting.counterpart


def _speaking(
    document: Document, attribution: Attribution, sentences: Sentences, contents: Sequence[Span]
) -> Span | None:
    """Return who is spoken to in a phrase beside the source: "Speaking to reporters, Lorn said", "asked by Verek"."""
    if not attribution.source or not attribution.cue:
        return None
    start, end = sentences.at(attribution.cue[0].start)
    for match in _SPEAKING.finditer(document.text, start, end):
        said = any(span.start <= match.start() < span.end for span in contents)
        near = match.start() == start or any(0 <= match.start() - s.end <= 2 for s in attribution.source)
        follows = match.start() > attribution.cue[-1].end
        place = audience(document.text, match.end(), end) if not said and (near or follows) else None
        if place is not None and not any(s.start < place[1] and place[0] < s.end for s in attribution.source):
            return document.span(*place)
    return None


def _shared(
    index: int, attributions: Sequence[Attribution], found: Sequence[Span | None], sentences: Sentences
) -> Span | None:
    """Return who hears another verb of the same sentence and source: told Lorn that, adding that."""
    mine = attributions[index]
    if not mine.cue or not mine.cue[0].words.split()[-1].endswith("ing"):
        return None
    sentence = sentences.at(mine.cue[0].start)
    for other, span in zip(attributions, found, strict=True):
        same = other.source == mine.source and other.cue and sentences.at(other.cue[0].start) == sentence
        if span is not None and same and other.cue[0].start < mine.cue[0].start:
            return span
    return None


def _told(document: Document, attribution: Attribution, sentences: Sentences) -> tuple[int, int] | None:
    """Return the range of the object of the cue's last verb that takes one."""
    for verb in _verbs(document.text, (*attribution.cue, *_infinitives(document, attribution))):
        _, limit = sentences.at(verb.start)
        contents = [c.start for c in attribution.content if c.start >= verb.end]
        place = _object(document, verb, limit, min(contents, default=limit))
        if place and not any(s.start < place[1] and place[0] < s.end for s in attribution.source):
            return place
    return None


def _infinitives(document: Document, attribution: Attribution) -> Iterator[Span]:
    """Yield the "to" and verb with which a content begins or ends: would like [to ask Lorn why]."""
    for content in attribution.content:
        for match in (_TO_VERB.match(content.words), _ENDS_TO_VERB.search(content.words)):
            if match is not None and match[1].casefold() in bundled().tell | _ASKS:
                yield document.span(content.start + match.start(), content.start + match.end())
                break


def _verbs(text: str, cue: Sequence[Span]) -> list[Word]:
    """Return the verbs of a cue that take somebody as their object, the last first; none in the passive."""
    lists, found = bundled(), []
    for span in cue:
        inside: list[Word | None] = [None, *words(text, span.start, span.end)]
        for before, verb in pairwise(inside):
            if verb is None or verb.key not in lists.tell | lists.ask | lists.to | lists.on:
                continue
            passive = before is not None and before.key in _BE
            article = before is not None and before.text in ("a", "an", "the")
            if not article and not (passive and verb.key in lists.passive):
                found.append(verb)
    return found[::-1]


def _object(document: Document, verb: Word, limit: int, content: int) -> tuple[int, int] | None:
    """Return the range of who hears what `verb` says; `content` is where what is said begins."""
    lists, text = bundled(), document.text
    following = next(words(text, verb.end, limit), None)
    if following is None:
        return None
    led = (following.text in ("to", "with") and verb.key in lists.to) or (
        following.text in ("on", "upon") and verb.key in lists.on
    )
    if led and not text[verb.end : following.start].strip(" \u00a0"):
        return audience(text, following.end, limit)
    if verb.key in lists.tell:
        return audience(text, verb.end, limit, content)
    if verb.key not in lists.ask:
        return _led(text, verb, limit) if verb.key in lists.to else None
    place = audience(text, verb.end, limit)
    return place if place and (verb.key not in lists.asked_to or _TO_DO.match(text, place[1])) else None


def _led(text: str, verb: Word, limit: int) -> tuple[int, int] | None:
    """Return the range of who stands behind an adverb and "to" or "with": wrote later to the council."""
    found = list(words(text, verb.end, min(limit, verb.end + 30)))[:2]
    if (
        len(found) < 2
        or found[1].text not in ("to", "with")
        or text[verb.end : found[1].start].strip(" \u00a0") != found[0].text
    ):
        return None
    adverb = found[0].text in bundled().between or found[0].text.endswith("ly")
    return audience(text, found[1].end, limit) if adverb else None


def _was_told(text: str, attribution: Attribution, sentences: Sentences) -> tuple[int, int] | None:
    """Return the range of the subject of a passive cue, where the source follows with "by"."""
    for cue in attribution.cue:
        verbs = [word for word in words(text, cue.start, cue.end) if word.key in bundled().passive]
        after = [s for s in attribution.source if verbs and s.start >= verbs[-1].end]
        if any(_BY.search(text, verbs[-1].end, s.start) for s in after):
            return _subject(text, sentences.at(cue.start)[0], verbs[-1])
    return None


def _subject(text: str, start: int, verb: Word) -> tuple[int, int] | None:
    """Return the range of the noun phrase that ends where the passive verb's auxiliaries begin."""
    lists, before = bundled(), list(words(text, start, verb.start))
    while before and (before[-1].key in lists.auxiliaries or before[-1].text in lists.between):
        before.pop()
    if not before or not (before[-1].key in _SUBJECTS or lists.hears(before[-1])):
        return None
    if before[-1].key in _SUBJECTS:
        return before[-1].start, before[-1].end
    first = len(before) - 1
    while first and not lists.stops(before[first - 1]) and len(text[before[first - 1].end : before[first].start]) == 1:
        first -= 1
    return before[first].start, before[-1].end


def _called_upon(text: str, attribution: Attribution) -> tuple[int, int] | None:
    """Return the range of a name that is called upon at the beginning of the quotation."""
    content = attribution.content[0]
    start = content.start + (len(content.words) - len(content.words.lstrip(_QUOTE)))
    if start == content.start:
        return None
    for vocative in bundled().vocatives:
        if text.startswith(vocative + ",", start):
            return start, start + len(vocative)
    match = _VOCATIVE.match(text, content.start)
    if match is None:
        return None
    first = match["name"].split()[0]
    return match.span("name") if first in _TITLES or lexicon().gender_of_name(first) else None
