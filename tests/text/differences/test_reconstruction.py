"""The fullest form of an utterance."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.differences.tellings import telling

from onrecord.text.differences import Piece, reconstruction

SIGN = "“We will sign the treaty if Lorn agrees. The talks went well.”"
LINES = [
    SIGN,
    "she would “sign the treaty”",
    "“The talks went well, and we meet in May.”",
    "“We will sign the treaty … and we meet in May.”",
    "“We will sign the treaty,” || “The talks went well in Tarsk.”",
]


def pieces(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the pieces of the reconstruction from `lines`, told by a, b and so on."""
    found = reconstruction([telling(line, "abcdef"[k]) for k, line in enumerate(lines)])
    return [(piece.words, piece.witnesses) for piece in found]


def test_each_piece_has_its_witnesses() -> None:
    """What two tellings quote is a piece apart from what one alone does."""
    assert pieces(SIGN, LINES[1]) == [
        ("We will", ("a",)),
        ("sign the treaty", ("a", "b")),
        ("if Lorn agrees. The talks went well.", ("a",)),
    ]


def test_a_telling_that_goes_on_is_put_behind() -> None:
    """Words that follow what both tell are added, the punctuation theirs."""
    assert pieces(SIGN, LINES[2])[-2:] == [("The talks went well,", ("a", "b")), ("and we meet in May.", ("b",))]


def test_what_fills_an_ellipsis_is_put_in() -> None:
    """The gap closes where another telling quotes what lies in it."""
    found = pieces(
        "“We will sign the treaty of Osk … The talks went well.”", "“the treaty of Osk if Lorn agrees. The talks”"
    )
    assert ("if Lorn agrees.", ("b",)) in found


def test_an_ellipsis_that_nobody_fills_is_a_gap() -> None:
    """A gap has no witnesses."""
    assert pieces("“We will sign the treaty … The talks went well.”")[1] == ("…", ())


def test_three_tellings_close_each_others_gaps() -> None:
    """Neither of the shorter ones alone tells what stands between the parts of the longest."""
    found = pieces(
        "“We will sign the treaty,” || “The talks went well in Tarsk today, and the mayor was happy.”",
        "“We will sign the treaty if Lorn agrees.”",
        "“If Lorn agrees. Nobody is late. The talks went well in Tarsk.”",
    )
    assert " ".join(words for words, _ in found) == (
        "We will sign the treaty if Lorn agrees. Nobody is late. "
        "The talks went well in Tarsk today, and the mayor was happy."
    )


def test_tellings_without_quotation_reconstruct_nothing() -> None:
    """A paraphrase bears witness to no word."""
    assert reconstruction([telling("she was “”", "a")]) == ()


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_tellings_does_not_matter(order: tuple[int, ...]) -> None:
    """The same tellings give the same pieces."""
    tellings = [telling(line, "abcd"[k]) for k, line in enumerate(LINES[:4])]
    assert reconstruction([tellings[k] for k in order]) == reconstruction(tellings)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4))
def test_no_word_is_made_up(lines: list[str]) -> None:
    """Every word of a piece is one of a witness."""
    tellings = {"abcd"[k]: telling(line, "abcd"[k]) for k, line in enumerate(lines)}
    for piece in reconstruction(list(tellings.values())):
        told = " ".join(tellings[name].words for name in piece.witnesses)
        assert piece == Piece("…", ()) or all(word.strip(",.") in told for word in piece.words.split())
