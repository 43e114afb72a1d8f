"""The fullest form of an utterance that its quoted tellings allow, each piece with who bears witness to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Told
from onrecord.text.differences.alignment import aligned
from onrecord.text.differences.tokens import words_of
from onrecord.text.differences.words import Break, Word

_OVERLAP = 3
"""Words in a row that a telling must share with what is known to be fitted to it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an utterance, and the statements that quote them, sorted. Without witnesses: ``…``, a gap."""

    words: str
    witnesses: tuple[str, ...]


@dataclass(slots=True)
class _Unit:
    """A word of the reconstruction: how it stands in the telling it came from, and its witnesses."""

    word: Word
    text: str
    witnesses: set[str]
    gap: bool


GAP = Piece("…", ())


def reconstruction(tellings: Sequence[Told]) -> tuple[Piece, ...]:
    """Return the utterance's words in the order said, as far as `tellings` quote them.

    It begins with the telling that quotes most; another one that shares words with it puts before, behind or into its
    gaps what it quotes beside them. No word is made up: each stands in a telling's quotation; where what lies between
    is not known, a gap stands. Where tellings differ the longest one's words stand. Does not depend on the order.
    """
    quoted = [(t, units) for t in tellings if (units := _units(t))]
    quoted.sort(key=lambda pair: (-len(pair[1]), pair[0].statement_id))
    if not quoted:
        return ()
    known, rest = quoted[0][1], quoted[1:]
    while rest:
        fitted = next((k for k, (_, units) in enumerate(rest) if _fits(known, units)), 0)
        known = _merged(known, rest.pop(fitted)[1])
    return _pieces(known)


def _units(told: Told) -> list[_Unit]:
    """Return the quoted words of `told`; a gap stands before what an ellipsis or unquoted words part."""
    units: list[_Unit] = []
    words, text = words_of(told), told.words
    before: Word | None = None
    for word in words:
        if word.quoted:
            apart = bool(units) and (word.before is Break.ELLIPSIS or (before is not None and not before.quoted))
            apart = apart or (word.before is Break.RANGE and bool(units) and units[-1].word.part != word.part)
            shown = text[word.start : word.end] + word.mark
            units.append(_Unit(word, shown, {told.statement_id}, apart))
        before = word
    return units


def _pairs(known: Sequence[_Unit], units: Sequence[_Unit]) -> list[tuple[int, int]]:
    return aligned([u.word.key for u in known], [u.word.key for u in units])


def _fits(known: Sequence[_Unit], units: Sequence[_Unit]) -> bool:
    """Return whether both share words in a row, or all the words of the shorter one."""
    pairs = _pairs(known, units)
    run = best = 0
    last = (-2, -2)
    for pair in pairs:
        run = run + 1 if pair == (last[0] + 1, last[1] + 1) else 1
        best, last = max(best, run), pair
    return best >= min(_OVERLAP, len(units))


def _merged(known: list[_Unit], units: list[_Unit]) -> list[_Unit]:
    """Return `known` with what `units` add; words that fit nowhere follow behind a gap."""
    if not _fits(known, units):
        units[0].gap = True
        return [*known, *units]
    merged: list[_Unit] = []
    i = j = 0
    for a, b in _pairs(known, units):
        apart = known[i].gap
        between = _between(known[i:a], units[j:b], known[a], units[b], first=not merged)
        if merged and apart and not (between or [known[a]])[0].gap:
            merged[-1].text = units[j - 1].text
        merged += between
        known[a].witnesses |= units[b].witnesses
        if merged and units[b].text.islower():
            known[a].text = units[b].text if known[a].text.lower() == units[b].text else known[a].text
        merged.append(known[a])
        i, j = a + 1, b + 1
    return [*merged, *_behind(known[i - 1], known[i:], units[j - 1], units[j:])]


def _between(known: list[_Unit], units: list[_Unit], after: _Unit, behind: _Unit, *, first: bool) -> list[_Unit]:
    """Return what stands before `after`, a word that `units` have as `behind`: what is known, and what fills its gaps.

    `first` tells that no word that both tell stands before. Sets the gap before `after` anew.
    """
    if not units:
        if not known:
            after.gap = after.gap and (behind.gap or first)
        return known
    if not known:
        if not first and not after.gap:
            return []
        after.gap = behind.gap
        return units
    if first and behind.gap:
        known[0].gap = True
        return [*units, *known]
    if not first and known[0].gap and not units[0].gap:
        return [*units, *known]
    if after.gap:
        units[0].gap, after.gap = True, behind.gap
        return [*known, *units]
    return known


def _behind(last: _Unit, known: list[_Unit], same: _Unit, units: list[_Unit]) -> list[_Unit]:
    """Return what stands behind `last`, the last word of both, which `units` have as `same`."""
    if not units:
        return known
    if not known:
        last.text = same.text
        return units
    if known[0].gap and not units[0].gap:
        return [*units, *known]
    return [*known, *units] if units[0].gap else known


def _pieces(units: Sequence[_Unit]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    run: list[_Unit] = []
    for unit in units:
        if run and (unit.gap or unit.witnesses != run[-1].witnesses):
            pieces.append(_piece(run))
            run = []
        if unit.gap and pieces:
            pieces.append(GAP)
        run.append(unit)
    return (*pieces, _piece(run))


def _piece(run: Sequence[_Unit]) -> Piece:
    shown = [unit for k, unit in enumerate(run) if k == 0 or run[k - 1].word.start != unit.word.start]
    return Piece(" ".join(unit.text for unit in shown), tuple(sorted(run[0].witnesses)))
