"""The laws of the training texts of our own; skipped where the lab is not there."""

import sys

import pytest

own = pytest.importorskip("lab.own")


@pytest.fixture(scope="module")
def rows():
    """All texts of one seed."""
    return own.rows(0)


def test_imports_without_torch():
    """The module itself needs the standard library only."""
    assert not {"torch", "numpy"} & set(vars(own))
    assert own.__name__ in sys.modules


def test_spans_yield_words_and_roles_stay_apart(rows):
    """Every span holds words with no space at its borders, and no character has two roles."""
    assert [(row["id"], found) for row in rows if (found := own.faults(row))] == []


def test_same_seed_same_rows(rows):
    """The seed alone decides what is drawn."""
    assert own.rows(0) == rows


def test_another_seed_draws_other_texts(rows):
    """Another seed gives other names."""
    assert own.rows(1) != rows


def test_ids_are_unique(rows):
    """No two texts share an id."""
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("kind", ["plain", "narration", "scare", "captions"])
def test_kinds_without_attribution_hold_none(rows, kind):
    """What is written as a counter-example carries no attribution."""
    assert not any(row["annotations"]["own"] for row in rows if row["id"].split("/")[1] == kind)


def test_parse_returns_spans_of_all_roles():
    """Markup yields the bare text, spans in it, and one source for two attributions."""
    text, attributions = own.parse("[s1+2 Blom] [c1 said] [x1 it rained], [c2 adding:] [x2 “A lot [of rain].”]")
    assert text == "Blom said it rained, adding: “A lot [of rain].”"
    assert [[text[s:e] for s, e in a["content"]] for a in attributions] == [["it rained"], ["“A lot [of rain].”"]]
    assert [a["source"] for a in attributions] == [[[0, 4]], [[0, 4]]]


@pytest.mark.parametrize("markup", ["[s1 Blom said", "Blom] said"])
def test_parse_refuses_brackets_that_do_not_match(markup):
    """A slip of the pen in an item is found, not guessed away."""
    with pytest.raises(ValueError, match="bracket"):
        own.parse(markup)


@pytest.mark.parametrize(
    ("markup", "bare"),
    [
        ("that [s1 Blom] [c1 knew] [x1 it]", "[s1 Blom] [c1 knew] [x1 it]"),
        ("“It rained. We left,”", "It rained. We left"),
        ("“[x1 ‘No,’] [s1 he] [c1 said].”", "[x1 ‘No,’] [s1 he] [c1 said]."),
        ("it “a stain”", "it “a stain”"),
    ],
)
def test_contents_are_bared_as_the_program_tags_them(markup, bare):
    """Leading conjunctions and marks around the whole content go, all else stays."""
    assert own.bared(markup) == bare


def test_a_third_of_the_contents_hold_nothing_inside(rows):
    """Most contents relay nobody, and the tagger has to see such ones."""
    inner = [row for row in rows if row["id"].split("/")[1] == "inner"]
    assert sum(not row["annotations"]["own"] for row in inner) >= len(inner) / 3
