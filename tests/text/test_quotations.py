"""Quotation marks are paired, whatever the convention."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotations import lines, passages, quotations


def inner(text: str) -> list[str]:
    """Return the words between the marks of each quotation."""
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said. "All of us."', ["We stay,", "All of us."]),
        ("‘We stay,’ she said.", ["We stay,"]),
        ("'We stay,' she said.", ["We stay,"]),
        ("« Nous restons », dit-elle.", [" Nous restons "]),
        ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("‹Wir bleiben›, sagte sie.", ["Wir bleiben"]),
        ("›Wir bleiben‹, sagte sie.", ["Wir bleiben"]),
        ("»Vi stannar», sade hon.", ["Vi stannar"]),
        ("”Vi stannar”, sade hon.", ["Vi stannar"]),
        ("„Zostajemy”, powiedziała.", ["Zostajemy"]),
        ("‚Wir bleiben‘, sagte sie.", ["Wir bleiben"]),
        ("«\u202fNous restons\u202f», dit-elle.", ["\u202fNous restons\u202f"]),
        ("«\u00a0Nous restons\u00a0», dit-elle.", ["\u00a0Nous restons\u00a0"]),
        ("Elle dit : «Il a dit «non» deux fois.»", ["Il a dit «non» deux fois."]),
        ("「残ります」と述べた。", ["残ります"]),
        ("『残ります』と述べた。", ["残ります"]),
        ("「彼は『いいえ』と言った」", ["彼は『いいえ』と言った"]),
        ("''We stay,'' she said. ''All of us.''", ["We stay,", "All of us."]),
        ('``We stay," she said.', ["We stay,"]),
        ("``We stay,'' she said.", ["We stay,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
    ],
)
def test_conventions(text: str, words: list[str]) -> None:
    """Each convention yields the words between its marks, the outermost ones."""
    assert inner(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"He told me "no" twice," she said.', ['He told me "no" twice,']),
        ("“He told me “no” twice,” she said.", ["He told me “no” twice,"]),
        ('"She wrote “no” on it and left." He nodded.', ["She wrote “no” on it and left."]),
        ("“We stay — all, “the lot,” I mean” was the word.", ["We stay — all, “the lot,” I mean"]),
        ('"We stay—"all" of us—and fight," he said.', ['We stay—"all" of us—and fight,']),
        ("'The farmers' union stays,' he said.", ["The farmers' union stays,"]),
        ("‘The farmers’ union stays,’ he said.", ["The farmers’ union stays,"]),
        ("'He visits' she said; the boys' club did not.", ["He visits"]),
        ("“We don't care for rock 'n' roll,” he said. “Nor for the ’90s.”", None),
        ('"He is 6\'2" tall and proud," she said.', ["He is 6'2\" tall and proud,"]),
        ('“A 5-inch pipe and a 12" one,” he said. “Both.”', ['A 5-inch pipe and a 12" one,', "Both."]),
        ('"We won in 2012" he said, "and again."', ["We won in 2012", "and again."]),
        ('“We stay," she said. "We go,” he said.', ["We stay,", "We go,"]),
        ('" We stay , " she said.', [" We stay , "]),
        ("A poll: ““We stay” won.", ["We stay"]),
        ("the ‘90s “We stay,” said the farmers’ leader", ["We stay,"]),
        ("he loved “the farmers’ ‘union” more’ than that", ["the farmers’ ‘union"]),
    ],
)
def test_nested_and_mixed_marks(text: str, words: list[str] | None) -> None:
    """The outermost pair counts; inches, elisions and possessives close nothing."""
    assert inner(text) == (words or ["We don't care for rock 'n' roll,", "Nor for the ’90s."])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "we stay. She said "we go" and "farewell" now.', ["we stay. She said", "we go", "farewell"]),
        ('A stray" mark, then "we go" and "farewell" now.', ["we go", "farewell"]),
        ('A stray " mark, then "we go" and "farewell" now.', ["we go", "farewell"]),
        ('"We stay, she said. "We go," he said.', ["We stay, she said.", "We go,"]),
        ("“We stay, she said. “We go,” he said.", ["We stay, she said.", "We go,"]),
        ('"The crowd was chanting “O-lé!” again and “no” too', ["The crowd was chanting “O-lé!” again and “no” too"]),
        ("We stay,” she said. “We go.”", ["We go."]),
        ("“We stay,", ["We stay,"]),
        ("“", []),
        ('"', []),
        ("””“”", ["", ""]),
    ],
)
def test_odd_marks_swallow_nothing(text: str, words: list[str]) -> None:
    """A mark without partner ends at the next quotation or the paragraph's end; the others keep their sides."""
    assert inner(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It’s Verek’s river.",
        "the farmers' union",
        "rock 'n roll in the '90s",
        "rock 'n' roll, James' band",
        "get 'em while the boys' club is open",
        'a 5-inch 12" board, 6\'2" tall, and a 3/4" pipe',
        "in ’16 and the ’90s",
        "the '90s farmers' union",
    ],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    """An apostrophe is no quotation mark."""
    assert inner(text) == []


def test_open_quotation_ends_with_its_line() -> None:
    """A quotation that goes on in the next paragraph is open to its line's end, and opens anew there."""
    found = quotations("“First part.\n“Second part,” he said.")
    assert [(q.closed, q.inner_start) for q in found] == [(False, 1), (True, 14)]


def test_paragraphs_may_hold_lines() -> None:
    """Given paragraphs, a quotation may run over a wrapped line."""
    text = "“We\nstay,” she said."
    assert [q.closed for q in quotations(text)] == [False]
    assert [q.closed for q in quotations(text, [(0, len(text))])] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "“First part.\n\n“Second part.\n\n“Third part,” he said. “Another.”",
        "‘First part.\n\n‘Second part.\n\n‘Third part,’ he said. ‘Another.’",
        '"First part.\n"Second part.\n"Third part," he said. "Another."',
        "'It's the first part.\n'Second part.\n'Third part,' he said. 'Another.'",
        "„First part.\r\n„Second part.\r\n„Third part“, he said. „Another.“",
        "« First part.\n« Second part.\n« Third part », he said. « Another. »",
        "'' First.\n“First part.\n \n“Second part.  \n“Third part,” he said. “Another.”",
    ],
)
def test_passages_run_over_paragraphs(text: str) -> None:
    """Paragraphs that open without closing belong to the passage of the paragraph that closes it."""
    assert [len(pieces) for pieces in passages(text)] == [3, 1]


@pytest.mark.parametrize("text", ["“First part.\nShe left. “No.”", "“Left open. \n'Other marks.'", "“Done.”\n“Done.”"])
def test_other_paragraphs_go_on_with_nothing(text: str) -> None:
    """A passage does not go on after a closing mark, nor behind words, nor in other marks."""
    assert [len(pieces) for pieces in passages(text)] == [1, 1]


@pytest.mark.parametrize(
    "unit",
    [
        "“a ",
        "‘a ",
        '"a ',
        "'a ",
        "« a ",
        "“a” ",
        "''",
        "'a' ",
        "“‘a ",
        "‘a “b’ ",
        '"1" ',
        "„a\n",
        "‘a\n",
        "\n",
        "’ “a ",
    ],
)
def test_hostile_marks_take_linear_time(unit: str) -> None:
    """Four times as much of a pattern takes about four times as long, 100 kB of mere marks under half a second."""
    short, long = (unit * (size // len(unit)) for size in (25_000, 100_000))
    assert _seconds(long) < max(8 * _seconds(short), 0.1) < 8


def _seconds(text: str) -> float:
    """Return the processor time of the quickest of five, without the collector's walks over the suite's objects."""
    times = []
    gc.disable()
    try:
        for _ in range(5):
            start = time.process_time()
            quotations(text)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


@given(st.text(alphabet="ab \n“”‘’\"'«»„", max_size=60))
def test_passages_hold_every_quotation(text: str) -> None:
    """Passages are the quotations, none lost, none twice."""
    assert [q for pieces in passages(text) for q in pieces] == list(quotations(text))


@given(st.text(alphabet="ab1s, \n“”‘’\"'«»„‚", max_size=60))
def test_quotations_are_ordered_and_apart(text: str) -> None:
    """Quotations lie within the text, in order, none overlapping another."""
    end = 0
    for q in quotations(text):
        assert end <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        end = q.end


@given(st.text(max_size=40))
def test_lines_cover_the_text(text: str) -> None:
    """Lines are in order and hold every character but line ends."""
    assert "".join(text[s:e] for s, e in lines(text)) == text.translate(dict.fromkeys(map(ord, "\n\r\u2028\u2029")))
