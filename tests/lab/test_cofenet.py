"""The laws of reading Penn Treebank tokens as text; skipped where the lab is not there."""

import numpy as np
import pytest

pytest.importorskip("torch")
cofenet = pytest.importorskip("lab.cofenet")


def printed(*items):
    """Items, given as strings of tokens, as printed."""
    return cofenet.printed([item.split() for item in items])


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("`` We did n't , '' he said .", "“We didn't,” he said."),
        ("He 's at Mr. Oz 's -LRB- R -RRB- .", "He's at Mr. Oz's (R)."),
        ("They paid $ 5 million ; 3 % can not .", "They paid $5 million; 3% cannot."),
        ("He said : ` No . '", "He said: ‘No.'"),
        ("It and\\/or that", "It and/or that"),
        ("From the U.S. .", "From the U.S."),
        ("She said . '' But no one did . ''", "She said. “But no one did.”"),
        ("And so it went . '' He left .", "And so it went.” He left."),
        ("Yes , '' he said . '' But no . ''", "Yes,” he said. “But no.”"),
    ],
)
def test_tokens_are_printed_as_in_a_newspaper(tokens, text):
    """Escapes are undone, marks open or close, spaces stand where print has them."""
    assert printed(tokens).text == text


def test_every_token_keeps_its_place():
    """A token's range holds its characters."""
    shown = printed("`` We did n't , '' he said .", "\U0001f600 No .")
    cut = [shown.text[a:b] for a, b in shown.tokens]
    assert cut == ["“", "We", "did", "n't", ",", "”", "he", "said", ".", "\U0001f600", "No", "."]
    assert [place for place, begins in enumerate(shown.begins) if begins] == [0, 9]


def test_items_are_paragraphs():
    """What stands in different items is a line of its own."""
    assert printed("One .", "`` Two . ''", "Three .").text == "One.\n“Two.”\nThree."


def test_items_cut_inside_a_quotation_are_one_paragraph():
    """Up to the item that closes what an earlier one left open."""
    assert printed("`` One .", "Two .", "Three . ''", "Four .").text == "“One. Two. Three.”\nFour."


def test_a_quotation_that_begins_anew_is_another_paragraph():
    """A speech over several paragraphs has an opening mark at each."""
    assert printed("`` One .", "`` Two . ''").text == "“One.\n“Two.”"


def chances(*tags):
    """Near certainty of each of `tags`."""
    return np.full((len(tags), 7), 0.01, np.float32) + 0.93 * np.eye(7, dtype=np.float32)[list(tags)]


def test_a_token_of_several_units_takes_the_first_ones_tag():
    """The others have to go on with it."""
    assert cofenet.token_chances(chances(5, 6, 6, 0), [(0, 3), (3, 4)]).argmax(-1).tolist() == [5, 0]


def test_a_token_that_shares_its_unit_goes_on():
    """The n't of didn't begins no cue of its own."""
    assert cofenet.token_chances(chances(3, 4, 4), [(0, 1), (0, 3)]).argmax(-1).tolist() == [3, 4]


def test_a_token_without_units_says_nothing():
    """All of its tags are as likely."""
    assert np.allclose(cofenet.token_chances(chances(0), [(0, 1), (1, 1)])[1], 1 / 7)


def constant(tags):
    """Return a model that gives every window these tags, unit by unit, and points every content at unit 1."""

    def run(arrays):
        n = arrays["first"].shape[1]
        links = np.zeros((1, n, n), np.float32)
        links[:, :, 1] = 20
        own = np.zeros((1, n, n), np.float32)
        own[:, :, 0] = 20
        return np.log(chances(*tags[:n]))[None], own, links

    return run


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        ((1, 3, 5, 6, 0), ["B-source", "B-cue", "B-content", "I-content", "O"]),
        ((1, 3, 5, 5, 0), ["B-source", "B-cue", "B-content", "I-content", "O"]),
        ((1, 3, 5, 6, 6), ["B-source", "B-cue", "B-content", "I-content", "O"]),
        ((1, 3, 0, 0, 0), ["O", "O", "O", "O", "O"]),
    ],
    ids=["as tagged", "side by side", "loose mark", "no content"],
)
def test_labels_are_those_of_attributions(tags, labels):
    """Contents of one cue side by side are one, end before a loose mark, and carry sources and cues."""
    pieces = pytest.importorskip("lab.encoder").word_pieces()
    reading = cofenet.read([["He", "said", "it", "rained", ";"]], pieces, constant(tags))
    assert cofenet.labels(reading) == labels


def test_exact_counts_spans_by_role():
    """A span is right where role, start and end are."""
    if not cofenet.SHARED.is_dir():
        pytest.skip("needs ../shared")
    found = cofenet.exact([["B-cue", "I-cue", "B-source"]], [["B-cue", "O", "B-source"]])
    assert (found["cue"], found["source"]) == ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
