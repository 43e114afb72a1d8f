"""The laws of sentence-like items: cuts lie between paragraphs, annotations keep their words."""

import pytest

items = pytest.importorskip("lab.items")

TEXT = (
    "“We will stay.\n\n“All of us,” Ana Blom  said.\nShe left.\n\nABSTRACT.\n\nAt 6:05 p.m.\n\nHe agreed. \U0001f600\n"
)
ROW = {
    "id": "a",
    "text": TEXT,
    "annotations": {
        "x": [
            {
                "source": [[TEXT.index("Ana"), TEXT.index("  said")]],
                "cue": [[TEXT.index("said"), TEXT.index("said") + 4]],
                "content": [[0, TEXT.index("\n\n")], [TEXT.index("“All"), TEXT.index(" Ana")]],
            }
        ]
    },
}


def words(item, role):
    """Return the words of a role in an item, by attribution."""
    return [[item["text"][a:b] for a, b in found[role]] for found in item["annotations"]["x"]]


@pytest.fixture
def made():
    """Return the items of the row."""
    return list(items.items(ROW))


def test_items_are_paragraphs_with_headings_and_unended_lines_put_together(made):
    """A word by itself belongs to what stands before, a line that ends in "p.m." to what follows."""
    assert [item["text"] for item in made] == [
        "“We will stay.",
        "“All of us,” Ana Blom said. She left. ABSTRACT.",
        "At 6:05 p.m. He agreed. \U0001f600",
    ]


def test_cuts_lose_no_words():
    """The items' words are the text's, in order."""
    assert " ".join(TEXT[a:b] for a, b in items.cuts(TEXT)).split() == TEXT.split()


def test_an_item_keeps_what_of_an_attribution_lies_in_it(made):
    """A content whose cue stands in another item is kept without it."""
    assert made[0]["annotations"]["x"] == [{"source": [], "cue": [], "content": [[0, 14]]}]


def test_spans_yield_their_words(made):
    """Offsets count in the item's own text, with runs of space as one."""
    found = [words(made[1], role) for role in items.ROLES]
    assert found == [[["Ana Blom"]], [["said"]], [["“All of us,”"]]]


def test_an_item_without_attribution_has_an_empty_list(made):
    """Annotators are named even where they marked nothing."""
    assert made[2]["annotations"] == {"x": []}


def test_a_span_over_two_items_is_cut():
    """Each item has its part."""
    row = {"id": "b", "text": "One two.\n\nThree four.", "annotations": {"x": [{"content": [[4, 15]]}]}}
    assert [words(item, "content") for item in items.items(row)] == [[["two."]], [["Three"]]]
