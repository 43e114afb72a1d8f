"""What the classifier of types looks at: a statement's cue and content as named features."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.classify.features import Features, holder, main_word, words_in
from onrecord.classify.lexicon import content_kinds, cue_kinds, grammar, low, negates, tokens
from onrecord.classify.modality import PREFIX, Modal, is_own, modal, modals, person
from onrecord.record import Form, Statement

_QUOTED = re.compile(r"[“\"]([^”\"]{3,80})[”\"]")
_RULED_OUT = re.compile(
    r"((?:\bnot|\bnever|n['’]t) (?:\w+ )?)?\b(?:rul(?:e|es|ed|ing)(?: \w+)? out|exclud(?:e|es|ed|ing))\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_TITLES = frozenset({"mr", "mrs", "his", "her", "who", "that", "which", "and", "for", "from"})
_ENDS = frozenset(".?!;")
_WH = frozenset({"what", "why", "how", "when", "where", "who", "which"})
_PLAIN_BEGINNINGS = frozenset(
    ("that", "to", "whether", "if", "not", "for", "on", "about", "against", "of", "as", "with", "by")
)
_CROSSED = frozenset({"good", "bad", "willing", "refuse", "deny", "hope", "plan"})
_JUDGES = frozenset({"good", "bad"})
_RARE = frozenset({"leaves open", "rules out", "unwilling", "to know"})
RARE = 4.0
"""What signs count that are plain but rare: with 1, the penalty on weights drowned the few labels that have them."""
WORDS, PAIRS = 60, 40
"""How many of a content's first words, and pairs of words, count as they are."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement cut into words. `clause` is the content's first sentence, `own` the words that name the speaker."""

    cue: tuple[str, ...]
    content: tuple[str, ...]
    clause: tuple[str, ...]
    words: tuple[str, ...]
    own: frozenset[str]
    raw: str
    form: Form
    verb: str
    kinds: tuple[str, ...]
    modal: Modal
    begins: str


def type_features(statement: Statement, *, words: bool = True) -> Features:
    """Return the features of a statement; without `words`, only those that no single word of the content makes."""
    read = _read(statement)
    found: Features = {}
    for name in (*_of_cue(read), *_of_modal(read), *_of_beginning(read), *_of_attitude(read), *_of_signs(read)):
        found[name] = RARE if name in _RARE else 1.0
    found.update(_of_kinds(read))
    attribution = statement.attribution
    found[f"act={attribution.act.value if attribution.act else '?'}"] = 1.0
    found[f"holder={holder(words_in(attribution.source), attribution.source)}"] = 1.0
    if attribution.cue and attribution.cue[0].start > attribution.content[0].start:
        found["cue after content"] = 1.0
    if attribution.via:
        found["nested"] = 1.0
    if words:
        found.update(dict.fromkeys(_of_words(read, tokens(attribution.source)), 1.0))
    return found


def _read(statement: Statement) -> _Read:
    attribution = statement.attribution
    cue, content = tokens(attribution.cue), tokens(attribution.content)
    clause, own = _first_sentence(content), _own_words(statement)
    kinds = sorted(set().union(*(cue_kinds().get(word, ()) for word in cue)))
    words = tuple(word for word in content if word[0].isalnum())
    return _Read(
        cue,
        content,
        clause,
        words,
        own,
        raw=" ".join(span.words for span in attribution.content).strip(),
        form=attribution.form,
        verb=main_word(words_in(attribution.cue)),
        kinds=tuple(kinds) or (("other",) if cue else ("none",)),
        modal=modal(clause, own),
        begins=_beginning(words[0] if words else ""),
    )


def _first_sentence(content: tuple[str, ...]) -> tuple[str, ...]:
    for place, word in enumerate(content):
        if word in _ENDS and place >= 3:
            return content[:place]
    return content


def _own_words(statement: Statement) -> frozenset[str]:
    left_out = _TITLES | grammar("determiner")
    own = {w.removesuffix("'s") for w in tokens(statement.attribution.source) if len(w) > 2 and w not in left_out}
    if statement.speaker:
        own |= {low(word) for word in statement.speaker.name.split() if len(word) > 2}
        own |= {word for word in tokens(statement.speaker.roles) if len(word) >= PREFIX}
    return frozenset(own)


def _beginning(word: str) -> str:
    if word in _PLAIN_BEGINNINGS:
        return word
    if word in _WH:
        return "wh"
    for name in ("first", "third", "determiner"):
        if word in grammar(name):
            return name
    return "ing" if word.endswith("ing") else "other"


def _of_cue(read: _Read) -> Iterator[str]:
    yield f"verb={read.verb}"
    yield f"form={read.form.value}"
    yield from (f"cue:{kind}" for kind in read.kinds)
    yield from (f"cue has={word}" for word in read.cue)
    yield from (f"cue has={a} {b}" for a, b in pairwise(read.cue))
    if any(negates(word) for word in read.cue):
        yield "cue negated"
        yield from (f"cue:{kind} negated" for kind in read.kinds)
    yield from (f"cue:{kind} form={read.form.value}" for kind in read.kinds)


def _of_modal(read: _Read) -> Iterator[str]:
    kind, subject = read.modal.kind, read.modal.subject
    yield f"modal={kind}"
    yield f"modal={kind} {subject}"
    yield f"modal={kind} {subject} {read.form.value}"
    yield f"verb={read.verb} modal={kind} {subject}"
    yield from (f"some modal={each}" for each in modals(read.clause))
    yield from (f"later modal={each}" for each in modals(read.content[len(read.clause) :]))
    if 0 <= read.modal.place <= 6:
        yield f"early modal={kind} {subject}"
    for each in read.kinds:
        yield f"cue:{each} modal={kind}"
        yield f"cue:{each} modal={kind} {subject}"


def _of_beginning(read: _Read) -> Iterator[str]:
    words = read.words
    yield from (f"begins {count}={' '.join(words[:count])}" for count in (1, 2, 3) if len(words) >= count)
    yield f"begins={read.begins}"
    yield f"verb={read.verb} begins={read.begins}"
    yield from (f"cue:{kind} begins={read.begins}" for kind in read.kinds)
    if read.begins == "to" and len(words) > 1:
        yield f"to={words[1]}"
        if words[1] in grammar("asked") and any(word in grammar("asking") for word in words[2:6]):
            yield "to know"
    if read.form is not Form.INDIRECT and words and read.raw[:1] in "“\"'‘":
        yield f"quote begins={words[0]}"
    head = words[1:] if read.begins in ("that", "to", "third", "determiner") else words
    for word in head[:2]:
        for kind in content_kinds().get(word, ()):
            yield f"first:{kind}"
            yield from (f"cue:{each} first:{kind}" for each in read.kinds)


def _of_attitude(read: _Read) -> Iterator[str]:
    """Yield what the speaker's own side is told to will, plan, hope or be, early in the clause."""
    clause = read.clause
    for place, word in enumerate(clause[:9]):
        who = person(word.split("'")[0]) or _named(clause, place, read.own)
        if who and who != "second":
            kinds = {k for w in clause[place + 1 : place + 6] for k in content_kinds().get(w, ())} - _JUDGES
            yield from (f"own:{kind}" for kind in kinds)
            yield from (f"own {who}:{kind}" for kind in kinds or {"nothing"})
            behind = clause[place + 1] if place + 1 < len(clause) else ""
            yield from (f"own {who} {behind}", f"own {behind}")
            return


def _named(clause: tuple[str, ...], place: int, own: frozenset[str]) -> str:
    word = clause[place]
    if word in own:
        return "self"
    possessed = place and clause[place - 1] in ("the", "his", "our", "their", "its", "her", "my")
    return "self" if possessed and is_own((word,), frozenset()) else ""


def _of_signs(read: _Read) -> Iterator[str]:
    content, clause = read.content, read.clause
    ends = read.raw.rstrip("\"”'’ ").endswith("?")
    yield f"question={'end' if ends else 'in' if '?' in content else 'no'}"
    if re.search(r"[?][\"”’']", read.raw):
        yield "quoted question"
    if read.words[:1] == ("no",):
        yield "begins with no"
    negations = [place for place, word in enumerate(clause) if negates(word)]
    if negations:
        yield from ("negated", f"negated {'early' if negations[0] < 6 else 'late'}")
        yield from (f"cue:{kind} content negated" for kind in read.kinds)
    yield from (f"{name} person" for name in ("first", "second") if any(w in grammar(name) for w in clause))
    yield f"length={_step(len(read.words))}"
    yield f"sentences={min(sum(word in '.?!' for word in content), 4)}"
    yield f"past={min(sum(w.endswith('ed') or w in ('was', 'were', 'had', 'did') for w in clause[:12]), 2)}"
    if any(negates(a) and "willing" in content_kinds().get(b, ()) for a, b in pairwise(clause)):
        yield "unwilling"
    if out := _RULED_OUT.search(read.raw):
        yield "leaves open" if out[1] else "rules out"
    signs = {"number": any(c.isdigit() for c in read.raw), "exclaims": "!" in content}
    signs["if"] = any(word in ("if", "unless", "until", "should") for word in content)
    yield from (name for name, is_there in signs.items() if is_there)
    yield from _of_judgement(read)


def _step(length: int) -> int:
    return sum(length >= bound for bound in (3, 6, 12, 25, 45))


def _of_judgement(read: _Read) -> Iterator[str]:
    """Yield where words of praise and blame stand: behind a copula, or in a short quotation."""
    clause = read.clause
    for place, word in enumerate(clause[:-1]):
        if word in grammar("copula"):
            near = {k for w in clause[place + 1 : place + 4] for k in content_kinds().get(w, ())}
            yield from (f"copula {kind}" for kind in near & _JUDGES)
        if word in ("is", "was", "are", "were") and clause[place + 1] in ("a", "an", "the", "very", "so", "not", "too"):
            yield f"copula {clause[place + 1]}"
    if read.form is Form.MIXED:
        for quotation in _QUOTED.findall(read.raw)[:2]:
            words = [low(word) for word in _WORD.findall(quotation)]
            kinds = {kind for word in words for kind in content_kinds().get(word, ())}
            yield from (f"quoted {kind}" for kind in kinds & _JUDGES)
            if len(words) <= 6:
                yield "short quotation"


def _of_kinds(read: _Read) -> Features:
    """Return which kinds of words the content has, how many of each, and how early."""
    found: Features = {"words": math.log(1 + len(read.words))}
    counts: Counter[str] = Counter()
    for place, word in enumerate(read.content):
        for kind in content_kinds().get(word, ()):
            counts[kind] += 1
            found[f"{'has' if place < len(read.clause) else 'later'}:{kind}"] = 1.0
            if place < 8:
                found[f"soon:{kind}"] = 1.0
    for kind, count in counts.items():
        found[f"count:{kind}"] = math.log(1 + count)
        if kind in _CROSSED:
            found |= dict.fromkeys((f"cue:{each} has:{kind}" for each in read.kinds), 1.0)
            found[f"form={read.form.value} has:{kind}"] = 1.0
    judging = sum(bool(content_kinds().get(word, frozenset()) & _JUDGES) for word in read.content)
    if judging:
        found["judging"] = 10 * judging / len(read.content)
        found[f"judging={min(judging, 3)}"] = 1.0
    return found


def _of_words(read: _Read, source: tuple[str, ...]) -> Iterator[str]:
    yield from (f"word={word}" for word in read.content[:WORDS])
    yield from (f"pair={a} {b}" for a, b in pairwise(read.content[: PAIRS + 1]))
    yield from (f"source={word}" for word in source[-4:])
