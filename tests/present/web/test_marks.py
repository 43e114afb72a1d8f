"""Marks within marks and across them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.present.web.marks import ROLES, Mark, Piece, pieces
from onrecord.record import Span

TEXT = "0123456789" * 3


def written(found: list[Piece]) -> str:
    """Return pieces as one line, marks in brackets with their roles' first letters."""
    return "".join("]" if each.ends else f"[{each.mark.role[0]}:" if each.mark else each.words for each in found)


def marked(*marks: tuple[int, int, str], start: int = 0, end: int = 10) -> str:
    """Return a part of the text with marks, as one line."""
    told = (Mark(s, e, role, "id", number) for number, (s, e, role) in enumerate(marks, 1))
    return written(list(pieces(Span.of(TEXT, start, end), told)))


def test_side_by_side() -> None:
    """Marks side by side stand in order, the words between them unmarked."""
    assert marked((5, 8, "content"), (0, 2, "source"), (3, 4, "cue")) == "[s:01]2[c:3]4[c:567]89"


def test_one_within_another() -> None:
    """A mark within another one begins and ends there."""
    assert marked((1, 9, "content"), (3, 5, "source")) == "0[c:12[s:34]5678]9"


def test_crossing_ones_are_parted() -> None:
    """Of two that cross the later one is parted where the earlier one ends."""
    assert marked((0, 5, "content"), (3, 8, "source")) == "[c:012[s:34]][s:567]89"


def test_the_same_place_twice() -> None:
    """Two at one place stand within one another."""
    assert marked((2, 4, "content"), (2, 4, "content")) == "01[c:[c:23]]456789"


def test_those_that_reach_out_are_cut() -> None:
    """Of marks that reach beyond the part only what is in it is marked; one outside of it is not."""
    assert marked((0, 4, "content"), (8, 20, "cue"), (20, 22, "source"), start=2, end=10) == "[c:23]4567[c:89]"


def test_only_the_beginning_is_first() -> None:
    """Of a parted mark only the part with its beginning is the first: labels stand once."""
    told = pieces(Span.of(TEXT, 0, 10), [Mark(0, 5, "content", "a"), Mark(3, 8, "source", "b")])
    firsts = [(piece.mark.of, piece.mark.first) for piece in told if piece.mark]
    assert firsts == [("a", True), ("b", True), ("b", False)]


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int, str]:
    """Give a range of the text with a role."""
    start = draw(st.integers(0, len(TEXT) - 1))
    return start, draw(st.integers(start + 1, len(TEXT))), draw(st.sampled_from(ROLES))


@given(st.lists(spans(), max_size=8), st.integers(0, 10), st.integers(15, 30))
def test_laws(found: list[tuple[int, int, str]], start: int, end: int) -> None:
    """The words are those of the text; marks end as often as they begin, and cover what they cover in it."""
    marks = [Mark(s, e, role, str(number), number) for number, (s, e, role) in enumerate(found)]
    told = list(pieces(Span.of(TEXT, start, end), marks))
    assert "".join(each.words for each in told) == TEXT[start:end]
    position, open_marks = start, []
    covered: dict[str, set[int]] = {mark.of: set() for mark in marks}
    for each in told:
        if each.mark:
            open_marks.append(each.mark.of)
        elif each.ends:
            open_marks.pop()
        else:
            for of in open_marks:
                covered[of] |= set(range(position, position + len(each.words)))
            position += len(each.words)
    assert not open_marks
    for mark in marks:
        assert covered[mark.of] == set(range(max(mark.start, start), min(mark.end, end)))
