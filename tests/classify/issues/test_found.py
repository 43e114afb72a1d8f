"""Issues found across documents: the same in any order, named by the texts' own words."""

import random

import pytest

from onrecord.classify.issues import Content, found, issues

SAID = {
    "a": [
        "the harbour tunnel would ruin the old town",
        "that the harbour tunnel is too expensive for Lorn",
        "all children should have free school meals",
    ],
    "b": [
        "he supports the harbour tunnel",
        "free school meals for children would be costly",
        "that children must get free school meals",
    ],
    "c": ["no money for the harbour tunnel has been found", "it rained on Friday", "she likes old films"],
}
CONTENTS = [
    Content(f"{document}{number}", document, words)
    for document, said in SAID.items()
    for number, words in enumerate(said)
]


def test_issues_are_named_by_their_own_words() -> None:
    """The two matters of three documents are found and named."""
    assert {issue.name for issue in issues(CONTENTS)} == {"harbour tunnel", "free school meals"}


def test_issue_has_its_statements() -> None:
    """All four statements on the tunnel are about it."""
    tunnel = next(issue for issue in issues(CONTENTS) if issue.name == "harbour tunnel")
    assert tunnel.statements == ("a0", "a1", "b0", "c0")


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed: int) -> None:
    """Shuffled statements give the same issues."""
    shuffled = CONTENTS[:]
    random.Random(seed).shuffle(shuffled)
    assert issues(shuffled) == issues(CONTENTS)


def test_issue_keeps_its_id_as_statements_come() -> None:
    """One more statement on it joins the same issue."""
    more = issues([*CONTENTS, Content("d0", "d", "the harbour tunnel will open in spring")])
    before = {issue.id: len(issue.statements) for issue in issues(CONTENTS)}
    after = {issue.id: len(issue.statements) for issue in more}
    assert before.keys() <= after.keys() and sum(after.values()) == sum(before.values()) + 1


def test_issue_needs_two_documents() -> None:
    """What one document alone speaks of is no issue."""
    assert issues(Content(each.statement_id, "one", each.words) for each in CONTENTS) == ()


def test_no_statements_have_no_issues() -> None:
    """Nothing is about nothing."""
    assert issues([]) == ()


def test_statements_without_words_have_no_issue() -> None:
    """Contents of marks alone are about nothing."""
    assert issues(Content(f"s{n}", f"d{n}", "…") for n in range(4)) == ()


def test_statements_beyond_the_sample_join_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many statements a sample is grouped, and the others go with its groups."""
    many = [Content(f"{each.statement_id}-{n}", each.document_id, each.words) for n in range(8) for each in CONTENTS]
    monkeypatch.setattr(found, "MOST", 40)
    assert {issue.name: len(issue.statements) for issue in issues(many)}["harbour tunnel"] == 32


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter_beyond_the_sample(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which statements are grouped and which join them hangs on their ids alone."""
    many = [Content(f"{each.statement_id}-{n}", each.document_id, each.words) for n in range(8) for each in CONTENTS]
    monkeypatch.setattr(found, "MOST", 40)
    expected = issues(many)
    random.Random(seed).shuffle(many)
    assert issues(many) == expected
