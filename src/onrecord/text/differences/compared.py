"""Two tellings compared: their differences, and what the less full one is to the fuller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.record import Difference, DifferenceKind, Form, Relation, Told
from onrecord.text.differences.circumstances import circumstances
from onrecord.text.differences.conditions import conditions
from onrecord.text.differences.cuts import Beside, cuts, disguised
from onrecord.text.differences.edges import going_on, outer
from onrecord.text.differences.ellipses import joined, settled
from onrecord.text.differences.gaps import inner
from onrecord.text.differences.kinds import Block
from onrecord.text.differences.passages import Passage, passages, told_by
from onrecord.text.differences.phrases import told
from onrecord.text.differences.surface import begins, surface
from onrecord.text.differences.tokens import words_of
from onrecord.text.differences.words import Break, Word

_SENTENCE = 3
"""Words from which a quotation that begins upper case may be a sentence."""


def differences(fuller: Told, other: Told) -> tuple[Difference, ...]:
    """Return how the quoted words of `other` differ from those of `fuller`, and who spoke, to whom and when.

    Offsets are code points of ``fuller.words`` and ``other.words``. Words of `other` outside quotation marks are
    the outlet's own and are not compared, but may stand for what its quotation leaves out. Passages that `fuller` does
    not tell are left out, unless it tells none of them and is quoted as a whole: then they are other words. Where no
    quoted words are shared, a condition is told that only one of the two states. In order of the place in `other`,
    circumstances last. Less than a second for 5,000 words.
    """
    before, words = words_of(fuller), words_of(other)
    laid = passages(before, words)
    met = told_by(laid)
    outside, covered = [w for w in words if not w.quoted], _covered(met)
    found = [d for p in met for d in (*cuts(p, covered, _beside(p, outside)), *surface(p))]
    found += settled(met, [d for p in met for d in (*inner(p), *joined(p), *outer(p, covered))])
    found += _goes_on(laid, other)
    if not met and fuller.form is Form.DIRECT:
        found += [_untold(p) for p in laid]
    if not met and before and words:
        found += conditions(fuller, other, before, words)
    return (*sorted(found, key=_place), *circumstances(fuller, other))


def _untold(passage: Passage) -> Difference:
    """Return that all the words of a range are others than those of a fuller telling that quotes all it tells."""
    reason = f"quotes {told(passage.other)}, which the fuller telling has in other words"
    return Block((), passage.other).difference(DifferenceKind.REPLACED, True, reason)


def _place(difference: Difference) -> tuple[int, int, str]:
    at, over = difference.other or difference.fuller or (0, 0), difference.fuller or (0, 0)
    return at[0], over[0], difference.kind


def _covered(met: Sequence[Passage]) -> frozenset[int]:
    """Return the places in the fuller telling that passages tell."""
    return frozenset(i for p in met for i, _ in p.pairs)


def _beside(passage: Passage, outside: Sequence[Word]) -> Beside:
    """Return those of the unquoted words that stand before and behind the passage's range in its part."""
    first, last = passage.other[0], passage.other[-1]
    near = [w for w in outside if w.part == first.part]
    return Beside([w for w in near if w.start < first.start], [w for w in near if w.start > last.start])


def relation(fuller: Told, other: Told) -> Relation:
    """Return what `other` is to the fuller telling of the same passage.

    FULL is a telling to itself. VERBATIM: the same words, and the same of them quoted. PARAPHRASE: else one of them
    quotes nothing, or the fuller one tells in its own words what the other quotes. ALTERED: quoted words differ in a
    way that may change the meaning, or none of them are those of a fuller one that is all quoted. VERBATIM too: all
    quoted words are there, in whole sentences; TRUNCATED otherwise. Who spoke, to whom and when plays no part.
    """
    if fuller.statement_id == other.statement_id:
        return Relation.FULL
    before, words = words_of(fuller), words_of(other)
    if list(map(_look, before)) == list(map(_look, words)):
        return Relation.VERBATIM
    if not any(w.quoted for w in before) or not any(w.quoted for w in words):
        return Relation.PARAPHRASE
    found = passages(before, words)
    shared = [p for p in found if any(p.fuller[i].quoted for i, _ in p.pairs)]
    met = [p for p in shared if p.met]
    if not met:
        return Relation.ALTERED if fuller.form is Form.DIRECT or told_by(shared) else Relation.PARAPHRASE
    if _alters(met) or any(True for _ in _goes_on(found, other)):
        return Relation.ALTERED
    if other.form is Form.DIRECT and any(disguised(p, _covered(met)) for p in met):
        return Relation.ALTERED
    whole = len(met) == len(found) and all(_whole(p) for p in met) and (other.form is Form.DIRECT or _sentences(found))
    return Relation.VERBATIM if whole else Relation.TRUNCATED


def _look(word: Word) -> tuple[str, bool, bool, bool]:
    """Return what a word is told by where two tellings tell the same: questions and ellipses among it, if quoted."""
    return word.key, word.quoted, word.quoted and "?" in word.mark, word.quoted and word.before is Break.ELLIPSIS


def _goes_on(laid: Sequence[Passage], other: Told) -> Iterator[Difference]:
    """Yield what ranges that the fuller telling does not tell add to those beside them."""
    for a, b in pairwise(laid) if other.form is Form.DIRECT else ():
        yield from going_on(a, b)


def _alters(met: Sequence[Passage]) -> bool:
    """Return whether quoted words themselves differ: a cut, even one that misleads, alters none."""
    covered = _covered(met)
    found = (d for p in met for d in (*inner(p), *joined(p), *outer(p, covered), *surface(p)))
    return any(d.changes_meaning for d in found)


def _whole(passage: Passage) -> bool:
    """Return whether the range is whole sentences of the fuller telling, none of its own words among them."""
    (i, j), (k, m) = passage.pairs[0], passage.pairs[-1]
    ends = k + 1 == len(passage.fuller) or passage.fuller[k + 1].sentence != passage.fuller[k].sentence
    put, more = passage.other[:j], passage.other[m + 1 :]
    starts = begins(passage) if not put else _exchanged(passage.fuller[:i], put, passage.fuller[i].sentence)
    stops = ends if not more else _exchanged(passage.fuller[k + 1 :], more, passage.fuller[k].sentence)
    return starts and stops and not any(d.kind is DifferenceKind.ELLIPSIS for d in inner(passage))


def _exchanged(beside: Sequence[Word], put: Sequence[Word], sentence: int) -> bool:
    """Return whether `put` stands for about as many words of the `sentence` beside those that both tell."""
    lost = sum(w.sentence == sentence for w in beside)
    return put[0].sentence == put[-1].sentence and lost <= len(put) + 1 and bool(lost)


def _sentences(found: Sequence[Passage]) -> bool:
    """Return whether quotations within an outlet's own sentence are sentences of their own."""
    return all(len(p.other) >= _SENTENCE and (p.other[0].text[0].isupper() or _stops(p)) for p in found)


def _stops(passage: Passage) -> bool:
    """Return whether the range begins and ends as a quoted sentence of the fuller telling does."""
    first, last = (passage.fuller[pair[0]] for pair in (passage.pairs[0], passage.pairs[-1]))
    return first.quoted and first.text[0].isupper() and any(mark in last.mark for mark in ".!?")
