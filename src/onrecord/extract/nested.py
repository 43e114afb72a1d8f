"""Attributions within the content of others: who relays whom."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from onrecord.extract.acts import act_of
from onrecord.record import Attribution, Form, Span
from onrecord.text.quotations import Quotation

Ranges = Sequence[tuple[int, int]]
LEVELS = 2
"""How deep attributions nest: Tern News said that Verek said that Lorn had told him so."""

LEAST = 0.6
"""The confidence from which an inner attribution counts.

Read on PolNeAR dev: of the 12 from .35 to .6 seven were wrong, of those above about one in twenty.
The chance is calibrated on outermost ones; read some again when the calibration changes.
"""

OPENING = 0.4
"""The same where the inner source opens the clause of an "according to": there nearly always is one."""

RULED = 0.8
"""The confidence of what a rule finds."""

_LEADING = re.compile(r"(?:that,?|whether|how|why|to|of|as)[ \u00a0]+", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr)\.)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col)\.)[\"”’')]*\s+"
)
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_REACH = 160
"""Characters before a source in which the suit that is against it is named."""
_AGAINST = re.compile(
    r"\b(?:(?:law)?suit|complaint|charge|case|claim|petition|action)s?[ \u00a0]against[ \u00a0][^.;:!?“”\"]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence ``[start, end)`` within the content of `outer` that may hold an inner attribution."""

    start: int
    end: int
    outer: Attribution


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The bundled words, case folded."""

    gate: re.Pattern[str]
    nominal: re.Pattern[str]
    first_person: frozenset[str]
    nobody: frozenset[str]
    third_person: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    modal: frozenset[str]
    unreal: frozenset[str]
    helping: frozenset[str]
    supposing: frozenset[str]


def inner_attributions(
    text: str, outer: Sequence[Attribution], quoted: Sequence[Quotation], tag: Callable[[Ranges], list[Attribution]]
) -> list[Attribution]:
    """Return the attributions that stand within the contents of `outer`, with who relays them as `via`.

    `tag` finds the attributions in ranges of the text, each for itself; `quoted` are the text's
    outermost quotations. An outer attribution without a source relays nothing.
    """
    found: list[Attribution] = []
    level: Sequence[Attribution] = outer
    for _ in range(LEVELS):
        places = _apart(place for attribution in level for place in _places(text, attribution, quoted))
        level = _kept(text, places, quoted, tag) if places else []
        found.extend(level)
        if not level:
            break
    return found


def _apart(places: Iterator[Place]) -> list[Place]:
    apart: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, p.end)):
        if not apart or place.start >= apart[-1].end:
            apart.append(place)
    return apart


def _places(text: str, outer: Attribution, quoted: Sequence[Quotation]) -> Iterator[Place]:
    """Yield the sentences of the content in which a word reports something that its own speaker does not."""
    if not outer.source or _is_unreal(outer):
        return
    for content in outer.content:
        for start, end in _sentences(text, content):
            leading = _LEADING.match(text, start, end)
            start, end = _unquoted(leading.end() if leading else start, end, quoted)
            if start < end and may_hold(text[start:end], quoted=_within(start, quoted)):
                yield Place(start, end, outer)


def _is_unreal(outer: Attribution) -> bool:
    """Return whether what is said is asked for, wished or planned, so that nothing in it need have happened."""
    words = [word for span in outer.cue for word in _WORD.findall(span.words.casefold())]
    return any(word in lexicon().unreal for word in words) or words[:2] in (["calls", "on"], ["called", "on"])


def _sentences(text: str, content: Span) -> Iterator[tuple[int, int]]:
    start = content.start
    for match in _SENTENCE_END.finditer(text, content.start, content.end):
        yield start, match.end() - len(match[0]) + len(match[0].rstrip())
        start = match.end()
    yield start, content.end


def _unquoted(start: int, end: int, quoted: Sequence[Quotation]) -> tuple[int, int]:
    """Return the range without the marks of a quotation that holds all of it."""
    index = bisect_right(quoted, start, key=lambda q: q.start) - 1
    if index >= 0 and start < quoted[index].end and end <= quoted[index].end:
        return max(start, quoted[index].inner_start), min(end, quoted[index].inner_end)
    return start, end


def _within(position: int, quoted: Sequence[Quotation]) -> bool:
    index = bisect_right(quoted, position, key=lambda q: q.start) - 1
    return index >= 0 and position < quoted[index].inner_end


def may_hold(sentence: str, *, quoted: bool) -> bool:
    """Return whether a word of `sentence` may report somebody else's saying or thought.

    Within a quotation the first person is its speaker, outside of one "he" and "she" mostly are.
    """
    table = lexicon()
    own = table.first_person | table.nobody if quoted else table.nobody | table.third_person
    for match in table.gate.finditer(sentence):
        start = match.end() - len(match["cue"] or match["thought"])
        before = _WORD.findall(sentence[max(0, start - 32) : start].casefold())
        while before and (before[-1] in table.helping or before[-1].endswith("ly")):
            before.pop()
        if before[-1] not in own if before else match[0].casefold() == "according":
            return True
    return False


def _kept(
    text: str, places: Sequence[Place], quoted: Sequence[Quotation], tag: Callable[[Ranges], list[Attribution]]
) -> list[Attribution]:
    starts = [place.start for place in places]
    kept: list[Attribution] = []
    silent = set(range(len(places)))
    for inner in tag([(place.start, place.end) for place in places]):
        index = bisect_right(starts, inner.cue[0].start) - 1
        place = places[index]
        content = tuple(s for s in inner.content if place.start <= s.start and s.end <= place.end)
        if content and (relayed := _relayed(text, replace(inner, content=content), place, quoted)):
            kept.append(relayed)
            silent.discard(index)
    for index in sorted(silent):
        ruled = nominal(text, places[index])
        if ruled and (relayed := _relayed(text, ruled, places[index], quoted)):
            kept.append(relayed)
    return kept


def _relayed(text: str, inner: Attribution, place: Place, quoted: Sequence[Quotation]) -> Attribution | None:
    """Return `inner` with its `via`, None if it is no attribution to somebody else."""
    words = min(len(_WORD.findall(span.words)) for span in inner.content)
    if not inner.source or words < 3 or inner.confidence < (OPENING if _opens(inner, place) else LEAST):
        return None
    if any(s.start < place.start or s.end > place.end for s in (*inner.source, *inner.cue)):
        return None
    if _accuses(text, inner):
        return replace(inner, source=place.outer.source, via=place.outer.via)
    if _is_own(inner, place.outer, quoted) or _is_supposed(text, inner, place):
        return None
    via = tuple(sorted({*place.outer.via, *place.outer.source}))
    return replace(inner, via=via)


def _opens(inner: Attribution, place: Place) -> bool:
    """Return whether the inner source opens a clause that somebody tells whole: "Lorn says …, according to …"."""
    aside = place.outer.cue[:1] and place.outer.cue[0].words.casefold() == "according to"
    return bool(aside) and inner.source[0].start == place.start


def _accuses(text: str, inner: Attribution) -> bool:
    """Return whether the inner source is whom an accusation is against, and the outer one says it.

    "Tarsk filed a suit against Lorn and the council alleging …" is what Tarsk alleges.
    """
    source, cue = inner.source[-1], inner.cue[0]
    if not cue.words.split()[0].endswith("ing") or text[source.end : cue.start].strip(" \u00a0"):
        return False
    return bool(_AGAINST.search(text, max(0, source.start - _REACH), source.start))


def _is_own(inner: Attribution, outer: Attribution, quoted: Sequence[Quotation]) -> bool:
    """Return whether the inner source is nobody in particular, or the outer one speaking of itself."""
    table = lexicon()
    mine = [word.casefold() for span in inner.source for word in _WORD.findall(span.words)]
    theirs = [word.casefold() for span in outer.source for word in _WORD.findall(span.words)]
    if not mine or mine[0] in table.nobody or mine[0] == "no" or mine[-1] in table.first_person:
        return True
    if _name(mine[-1]) in {_name(word) for word in theirs}:
        return True
    if len(mine) > 1 or mine[0] not in table.third_person or _within(inner.source[0].start, quoted):
        return False
    him_by_her = table.male & set(mine) and table.female & set(theirs)
    her_by_him = table.female & set(mine) and table.male & set(theirs)
    return not (him_by_her or her_by_him)


def _name(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)


def _is_supposed(text: str, inner: Attribution, place: Place) -> bool:
    """Return whether the inner attribution is a question, a condition or something still to come."""
    table = lexicon()
    cue = _WORD.findall(inner.cue[0].words.casefold())
    before = _WORD.findall(text[place.start : inner.start].casefold())
    asked = text[place.start : place.end + 1].rstrip("”’\"' ").endswith("?")
    return (
        asked
        or (bool(cue) and (cue[0] == "to" or cue[0] in table.modal))
        or any(word in table.supposing for word in before[-2:])
    )


def nominal(text: str, place: Place) -> Attribution | None:
    """Return what a sentence such as "one of Verek's conditions was …" ascribes, None if it is none such."""
    match = lexicon().nominal.search(text, place.start, place.end)
    if match is None:
        return None
    spans = {role: (Span.of(text, *match.span(role)),) for role in ("source", "cue", "content")}
    content = text[match.start("content") : match.end("content")].rstrip(" .,;:")
    if not content:
        return None
    return Attribution(
        document_id=place.outer.document_id,
        source=spans["source"],
        cue=spans["cue"],
        content=(Span.of(text, match.start("content"), match.start("content") + len(content)),),
        form=Form.INDIRECT,
        confidence=RULED,
        act=act_of(match["cue"]),
    )


@cache
def lexicon() -> Lexicon:
    """Return the bundled words, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "nested.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(value.split()) for name, value in table.items()}
    stems, thoughts, nouns = ("|".join(sorted(words[name])) for name in ("stems", "thoughts", "nouns"))
    capitals = r"[A-Z][\w.-]*(?:[ \u00a0][A-Z][\w.-]*){0,3}"
    name = rf"(?:(?:[Tt]he[ \u00a0](?:[\w-]+[ \u00a0]){{0,2}}?[\w-]+|{capitals})[’'](?:s\b)?)"
    sets = {k: v for k, v in words.items() if k not in ("stems", "thoughts", "nouns")}
    return Lexicon(
        gate=re.compile(
            rf"\b(?P<cue>(?i:{stems})\w*)"
            rf"|\b(?:[A-Z]\w+|\w+s|(?i:the|an?|his|her|its|their|our|my)[ \u00a0]\w+)[ \u00a0](?P<thought>{thoughts})\b"
        ),
        nominal=re.compile(
            rf"\b(?P<source>{name})[ \u00a0](?:(?:main|first|key|central|chief|only|new|\w+est)[ \u00a0])?"
            rf"(?P<cue>{nouns})\b(?:[ \u00a0](?:for|to|of|on|in|about)\b[^.;:!?“”\"]{{1,80}}?)?[ \u00a0]"
            rf"(?:was|is|were|are|had been|has been|remains|remained)[ \u00a0](?P<content>(?!not\b|n’t)[^;!?]{{8,}})"
        ),
        **sets,
    )
