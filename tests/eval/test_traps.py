"""The trap set reads as it is marked, keeps its own laws, and the shipped tagger holds its floor on it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from eval.gate import FLOORS
from eval.traps import Gold, Outcome, Trap, is_right, outcomes, parse, read, report, share_right

from onrecord.errors import InputError
from onrecord.extract import Tagger
from onrecord.record import Act, Attribution, Form, Span

ALL = read()
LEAST_OF_A_KIND = 10
LEAST = 240
PAIRS = {pair[0]: pair[1] for pair in ("“”", "‘’", "«»", "»«", "‹›", "「」", "„“", "””", "″″", '""', "''")}
"""What opens a quotation, and what closes it then; ″ stands for two apostrophes."""


def id_of(trap: Trap) -> str:
    """Return a trap's kind and line, to find it in the file."""
    return f"{trap.kind} {trap.line}"


def words(text: str, gold: Gold) -> tuple[list[str], ...]:
    """Return the words of source, cue, content and via."""
    return tuple([text[s:e] for s, e in ranges] for ranges in (gold.source, gold.cue, gold.content, gold.via))


def attribution(text: str, source: str, content: str, **more: object) -> Attribution:
    """Return a found attribution with the cue "said", of words that stand once in `text`."""

    def span(of: str) -> tuple[Span, ...]:
        return (Span.of(text, text.index(of), text.index(of) + len(of)),) if of else ()

    via = span(str(more.get("via", "")))
    act = Act.THOUGHT if more.get("thought") else Act.COMMUNICATED
    return Attribution("trap", span(source), span("said"), span(content), Form.INDIRECT, 1.0, via, act)


def marks(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each quotation mark, whether nothing or a space stands before it, and whether letters surround it."""
    text = text.replace("''", "″")
    for i, mark in enumerate(text):
        if mark in PAIRS or mark in PAIRS.values():
            before, after = text[i - 1 : i], text[i + 1 : i + 2]
            yield mark, not before or before.isspace() or before in PAIRS, before.isalnum() and after.isalnum()


def unclosed(paragraph: str) -> list[str]:
    """Return the marks that are open at the paragraph's end; fails where one closes that was not open."""
    opened: list[str] = []
    for mark, spaced, inside_word in marks(paragraph):
        if mark in "'’" and inside_word:
            continue
        if opened and PAIRS[opened[-1]] == mark and not (spaced and mark in "\"'"):
            opened.pop()
        elif mark in "'’" and not spaced:
            continue  # an apostrophe at a word's end
        else:
            assert mark in PAIRS, f"{mark} closes nothing in {paragraph!r}"
            opened.append(mark)
    return opened


def test_marks_become_ranges() -> None:
    """The text loses its marks; roles keep their ranges, in code points."""
    text, (gold,) = parse("😀 [source: Lorn] [cue: said] on Monday [content: the dam stays].")
    assert text == "😀 Lorn said on Monday the dam stays."
    assert words(text, gold) == (["Lorn"], ["said"], ["the dam stays"], [])
    assert gold.source == ((2, 6),)


def test_parts_are_joined() -> None:
    """A role that is marked twice has two parts."""
    text, (gold,) = parse('[content: "A,"] [source: he] [cue: said]. [content: "B."]')
    assert words(text, gold) == (["he"], ["said"], ['"A,"', '"B."'], [])


def test_a_source_serves_several() -> None:
    """A mark with several numbers belongs to each of them."""
    text, gold = parse("[source 1,2: She] [cue 1: said] [content 1: A] and [cue 2: added] [content 2: B].")
    assert [words(text, g)[0] for g in gold] == [["She"], ["She"]]


def test_nested_tells_who_relays() -> None:
    """An inner attribution knows the words of the outer one's source."""
    marked = "[source 1: X] [cue 1: said] [content 1: [source 2: Y] [cue 2 via 1: hopes] [content 2: for rain]]."
    text, (outer, inner) = parse(marked)
    assert words(text, outer) == (["X"], ["said"], ["Y hopes for rain"], [])
    assert words(text, inner) == (["Y"], ["hopes"], ["for rain"], ["X"])


@pytest.mark.parametrize(
    ("mark", "act"), [("cue", Act.COMMUNICATED), ("cue thought", Act.THOUGHT), ("cue either", None)]
)
def test_act(mark: str, act: Act | None) -> None:
    """What is attributed is communicated, unless its cue says otherwise."""
    _, (gold,) = parse(f"[source: X] [{mark}: sees] [content: rain].")
    assert gold.act is act


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("[source: X] [cue: said [content: rain].", "not closed"),
        ("[source: X] [cue: said] rain].", "without its partner"),
        ("[speaker: X] [cue: said] [content: rain].", "without a role"),
        ("[source: X] [content: rain].", "no cue"),
        ("[source: X] [cue: said] rain.", "no content"),
        ("[source: X] [cue via 2: said] [content: rain].", "relayed by 2"),
        ("[source: X] [cue via 1: said] [content: rain].", "relayed by 1"),
        ("[source:  ] [cue: said] [content: rain].", "no words"),
        ("[source: X] [cue: said] [content: rain\n\nand hail].", "across a line's end"),
    ],
)
def test_wrong_markup(marked: str, message: str) -> None:
    """Markup that is wrong is refused with a message that says why."""
    with pytest.raises(InputError, match=message):
        parse(marked)


def test_file(tmp_path: Path) -> None:
    """Kinds, remarks, texts and their paragraphs are told apart; a trap knows its line."""
    path = tmp_path / "traps.txt"
    path.write_text("# A remark\n#\n\n## one\n\nA.\n\nB.\nC.\n\n# more\n\n## two\n\n#D is a tag.\n", encoding="utf-8")
    found = [(t.kind, t.line, t.text) for t in read(path)]
    assert found == [("one", 6, "A."), ("one", 8, "B.\n\nC."), ("two", 15, "#D is a tag.")]


def test_wrong_file(tmp_path: Path) -> None:
    """Wrong markup in a file is reported with the file and the line."""
    path = tmp_path / "traps.txt"
    path.write_text("## one\n\nA]\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"traps\.txt, line 3"):
        read(path)


TEXT = "Lorn said the upper dam stays open, the agency said."
GOLD = "[source: Lorn] [cue: said] [content: the upper dam stays open], the agency said."


@pytest.mark.parametrize(
    ("marked", "found", "right"),
    [
        (GOLD, [("Lorn", "the upper dam stays open")], True),
        (GOLD, [("Lorn", "dam stays open")], True),
        (GOLD, [("Lorn", "stays open")], False),
        (GOLD, [("agency", "the upper dam stays open")], False),
        (GOLD, [("", "the upper dam stays open")], False),
        (GOLD, [], False),
        (GOLD, [("Lorn", "the upper dam stays open"), ("agency", "Lorn")], False),
        (TEXT, [], True),
        (TEXT, [("Lorn", "the upper dam stays open")], False),
    ],
)
def test_right(marked: str, found: list[tuple[str, str]], right: bool) -> None:
    """A text is right where half of the content and any word of the source agree, and nothing is left over."""
    trap = Trap("kind", 1, *parse(marked))
    assert is_right(trap, [attribution(TEXT, source, content) for source, content in found]) is right


@pytest.mark.parametrize(
    ("cue", "more", "right"),
    [
        ("cue", {}, True),
        ("cue", {"thought": True}, False),
        ("cue thought", {"thought": True}, True),
        ("cue either", {"thought": True}, True),
        ("cue", {"via": "agency"}, False),
    ],
)
def test_act_and_via_count(cue: str, more: dict[str, object], right: bool) -> None:
    """The act must be the marked one, and nobody may relay what nobody relays."""
    trap = Trap("kind", 1, *parse(GOLD.replace("cue", cue)))
    assert is_right(trap, [attribution(TEXT, "Lorn", "the upper dam stays open", **more)]) is right


def test_order_does_not_matter() -> None:
    """Found attributions may come in any order."""
    marked = "[source 1: A b] [cue 1: said] [content 1: one two]; [source 2: C d] [cue 2: told] [content 2: three four]"
    trap = Trap("kind", 1, *parse(marked))
    found = [attribution(trap.text, "A b", "one two"), attribution(trap.text, "C d", "three four")]
    assert is_right(trap, found)
    assert is_right(trap, found[::-1])


def test_report() -> None:
    """The report shows what is wrong with gold and found, and the share of each kind and of all."""
    trap = Trap("negation", 7, *parse(GOLD))
    wrong = Outcome(trap, (attribution(TEXT, "", "upper dam", via="agency", thought=True),), False)
    assert list(report([wrong, Outcome(trap, (), True)])) == [
        f"negation, line 7: {TEXT}",
        "    gold   Lorn | said | the upper dam stays open | communicated",
        "    found  - | said | upper dam | via agency | thought",
        "",
        "negation                1 of    2  0.500",
        "all                     1 of    2  0.500",
    ]


def test_share_of_none() -> None:
    """Of no outcomes none is right."""
    assert share_right([]) == 0.0


def test_enough_of_every_kind() -> None:
    """Every kind has enough texts to tell something, and so has the whole."""
    counts = Counter(trap.kind for trap in ALL)
    assert "" not in counts
    assert min(counts.values()) >= LEAST_OF_A_KIND
    assert len(ALL) >= LEAST


def test_no_text_stands_twice() -> None:
    """No two texts are equal."""
    assert [text for text, count in Counter(trap.text for trap in ALL).items() if count > 1] == []


@pytest.mark.parametrize("trap", ALL, ids=id_of)
def test_ranges_are_tight(trap: Trap) -> None:
    """No marked range begins or ends with white space, and no text does."""
    assert trap.text == trap.text.strip()
    assert "  " not in trap.text
    for gold in trap.gold:
        for role in words(trap.text, gold):
            assert role == [part.strip() for part in role]


@pytest.mark.parametrize("trap", ALL, ids=id_of)
def test_roles_are_apart(trap: Trap) -> None:
    """The roles of one attribution share no code point."""
    for gold in trap.gold:
        ranges = sorted([*gold.source, *gold.cue, *gold.content])
        assert all(a[1] <= b[0] for a, b in pairwise(ranges))


@pytest.mark.parametrize("trap", ALL, ids=id_of)
def test_quotation_marks_are_right(trap: Trap) -> None:
    """Marks open and close in pairs; what is open at a paragraph's end opens the next paragraph anew."""
    paragraphs = trap.text.split("\n\n")
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        still = unclosed(paragraph)
        assert still == [] or (len(still) == 1 and following.startswith(still[0])), paragraph


@pytest.mark.parametrize("trap", [t for t in ALL if t.kind != "nested"], ids=id_of)
def test_only_the_nested_are_relayed(trap: Trap) -> None:
    """A text of another kind than "nested" holds no nested attribution."""
    assert not any(gold.via for gold in trap.gold)


@pytest.mark.parametrize("trap", [t for t in ALL if t.kind == "nested"], ids=id_of)
def test_the_nested_stand_in_what_is_relayed(trap: Trap) -> None:
    """In a text of the kind "nested", the second attribution stands in the content of the first and is relayed."""
    outer, inner = trap.gold
    assert inner.via == outer.source
    start, end = outer.content[0][0], outer.content[-1][1]
    assert all(start <= a and b <= end for ranges in (inner.source, inner.cue, inner.content) for a, b in ranges)


def test_the_shipped_tagger_holds_its_floor() -> None:
    """The share of texts that the shipped tagger gets right has not fallen below its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if "right" not in floors.get("traps", {}):
        pytest.skip(f"{FLOORS.name} has no floor for traps yet")
    results = list(outcomes(Tagger.load(), ALL))
    assert share_right(results) >= floors["traps"]["right"], "\n".join(report(results))
