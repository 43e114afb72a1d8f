"""Marked coverage is read as it was labelled."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.marks import PARTS, read

from onrecord.record import DescentKind, DifferenceKind, Relation

HEAD = """event: a bridge in Lorn
occasion v: Ilan Verek; council, 2031-05-12
descent echo tern: reprint
apart first second: two days

"""
TERN = "=== tern | Tern News | 2031-05-12\nA bridge\n\n{v1.f #first|“We build,”} Verek said. {+|“Soon.”}\n"
ECHO = "=== echo | Echo | 2031-05-13\n{v1.ta:negation,added words+v2.f #second|“We never build,”} he said.\n"


def coverage(folder: Path, *articles: str, head: str = HEAD) -> Path:
    """Return the folder of a part "seen" with one event."""
    (folder / "seen").mkdir()
    (folder / "seen" / "bridge.txt").write_text(head + "\n".join(articles), encoding="utf-8")
    return folder


def test_texts_have_no_marks(tmp_path: Path) -> None:
    """What the pipeline reads is plain."""
    (event,) = read("seen", coverage(tmp_path, TERN, ECHO))
    assert [text.text for text in event.texts] == [
        "A bridge\n\n“We build,” Verek said. “Soon.”",
        "“We never build,” he said.",
    ]


def test_ranges_hold_the_marked_words(tmp_path: Path) -> None:
    """A statement's content is what was marked, in all its parts."""
    (event,) = read("seen", coverage(tmp_path, TERN, ECHO))
    assert [event.words(one) for one in event.statements] == ["“We build,” … “Soon.”", "“We never build,”"]


def test_a_tag_tells_passages_relations_and_kinds(tmp_path: Path) -> None:
    """Letters are relations, what follows the colon are kinds."""
    (event,) = read("seen", coverage(tmp_path, TERN, ECHO))
    told = event.statements[1].tells[0]
    assert told.relations == {Relation.TRUNCATED, Relation.ALTERED}
    assert told.kinds == {DifferenceKind.NEGATION, DifferenceKind.ADDED}


def test_labels_name_what_stays_apart(tmp_path: Path) -> None:
    """A hard pair is told by the ids of its statements."""
    (event,) = read("seen", coverage(tmp_path, TERN, ECHO))
    assert event.apart == (("tern 1", "echo 1", "two days"),)


def test_occasions_have_days(tmp_path: Path) -> None:
    """The line of an occasion ends with its day, if it was one day."""
    lines = HEAD + "occasion w: Ilan Verek; interview, May 2031\n\n"
    (event,) = read("seen", coverage(tmp_path, TERN, ECHO, head=lines))
    assert event.days == {"bridge v": "2031-05-12"}


def test_descents_have_the_kinds_that_are_right(tmp_path: Path) -> None:
    """A reprint without a change is a copy, which is right too."""
    (event,) = read("seen", coverage(tmp_path, TERN, ECHO))
    assert event.descents == {("echo", "tern"): {DescentKind.REPRINT, DescentKind.COPY}}


@pytest.mark.parametrize(
    "wrong",
    [
        ECHO.replace("v2.f", "w2.f"),
        ECHO.replace("v2.f", "v2.t"),
        ECHO.replace("v1.ta:negation,added words", "v1.f"),
        ECHO.replace("=== echo", "=== other"),
    ],
    ids=["unknown occasion", "no fullest telling", "two fullest tellings", "unknown article"],
)
def test_what_cannot_be_is_refused(tmp_path: Path, wrong: str) -> None:
    """Slips of labelling are found when the coverage is read."""
    with pytest.raises(ValueError, match="bridge"):
        read("seen", coverage(tmp_path, TERN, wrong))


@pytest.mark.parametrize("part", PARTS)
def test_our_coverage_can_be_read(part: str) -> None:
    """Five events a part, without a brace that was left over."""
    events = read(part)
    assert len(events) == 5
    assert not [text.name for event in events for text in event.texts if set("{}|") & set(text.text)]
