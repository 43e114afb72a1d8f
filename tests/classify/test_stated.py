"""Public statements told from deeds, perceptions, mentions and relays."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from eval.labels import GOLD, attribution
from eval.measures import rows, tagger

from onrecord.classify import LEAST, is_public, shipped, stated
from onrecord.classify.features import features, main_word, stem
from onrecord.classify.stated import retold
from onrecord.errors import ModelError
from onrecord.pipeline import article_of_text
from onrecord.record import Act, Attribution, Form, Span, Statement
from onrecord.regression import Regression

TEXT = "Tern News reported that Ada Mott said the harbour would stay closed."


def made(source: str, cue: str, content: str, via: str = "", confidence: float = 0.9) -> Attribution:
    """Return an attribution of these words of the text."""

    def spans(words: str) -> tuple[Span, ...]:
        start = TEXT.find(words)
        return (Span.of(TEXT, start, start + len(words)),) if words else ()

    return Attribution("d", spans(source), spans(cue), spans(content), Form.INDIRECT, confidence, spans(via))


OUTER = made("Tern News", "reported", "that Ada Mott said the harbour would stay closed")
INNER = made("Ada Mott", "said", "the harbour would stay closed", via="Tern News")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mayor Ada Mott said the harbour would stay closed all winter.", True),
        ("“We will not wait any longer,” warned Bo Lund, the fishermen's speaker.", True),
        ("The union demanded that the council publish its plan.", True),
        ("Lund pleaded guilty to stealing two boats on Friday.", False),
        ("The council sued the ferry company on Monday over the unpaid fees.", False),
        ("A spokesman for the mayor declined to comment on the plan.", False),
    ],
)
def test_statements_are_told_from_deeds_and_silence(text: str, wanted: bool) -> None:
    """What is said counts, what is only done does not."""
    found = [stated([Statement(a, None, "")])[0].stated for a in tagger().attributions_of_text(text, "d", nested=False)]
    assert found
    assert (max(each or 0.0 for each in found) >= LEAST) is wanted


def test_a_relay_is_known_by_what_it_relays() -> None:
    """The outer attribution says little that the inner one does not."""
    assert retold([OUTER, INNER]) == [True, False]
    assert retold([OUTER]) == [False]
    both = stated([Statement(OUTER, None, ""), Statement(INNER, None, "")])
    alone = stated([Statement(OUTER, None, "")])
    assert (both[0].stated or 0) < (alone[0].stated or 0)


def test_nothing_else_of_a_statement_changes() -> None:
    """Only the probability is told."""
    before = Statement(INNER, None, "name")
    assert replace(stated([before])[0], stated=None) == before


def test_features_do_not_depend_on_the_order_of_words() -> None:
    """The same attribution has the same features, and a model gives the same chance for them in any order."""
    told = features(INNER)
    assert told == features(INNER)
    model = shipped("stated")
    assert model.chance(told) == model.chance(dict(reversed(told.items())))


@pytest.mark.parametrize(
    ("cue", "word"),
    [
        (["said"], "said"),
        (["has", "never", "warned"], "warn"),
        (["also", "would", "deny"], "deny"),
        ([], ""),
        (["to"], "to"),
    ],
)
def test_the_main_word_of_a_cue(cue: list[str], word: str) -> None:
    """Auxiliaries, negation and adverbs are passed over."""
    assert main_word(cue) == word


@pytest.mark.parametrize(("word", "rest"), [("warned", "warn"), ("warns", "warn"), ("denies", "den"), ("said", "said")])
def test_stems(word: str, rest: str) -> None:
    """The commonest endings go."""
    assert stem(word) == rest


@pytest.mark.parametrize("data", [b"", b"[]", b'{"name": "x"}', b'{"name": "x", "bias": "y", "weights": {}}'])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    """A cut or foreign file is named."""
    with pytest.raises(ModelError, match=r"stated\.json"):
        Regression.of("stated.json", data)


def test_a_model_that_is_missing_is_named() -> None:
    """Nothing is guessed without it."""
    with pytest.raises(ModelError, match="nothing"):
        shipped("nothing")


def test_labels_are_whole() -> None:
    """Every label has its spans in order, and a type exactly if it is a statement."""
    labels = list(rows(GOLD))
    assert sum(label["statement"] for label in labels) >= 3000
    for label in labels:
        assert (label["type"] is not None) == label["statement"], label
        assert label["content"], label
        assert label["act"] in list(Act), label


@pytest.mark.shared
def test_labels_fit_their_articles() -> None:
    """The offsets are of the articles that they name."""
    from eval.labels import labelled

    assert len(list(labelled())) == sum(1 for _ in rows(GOLD))


def test_a_line_of_labels_is_an_attribution() -> None:
    """Its offsets make spans of the text."""
    label = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    text = "x" * 10_000
    assert attribution(label, text).content[0].start == label["content"][0][0]


def test_a_relay_of_a_whole_clause_is_no_statement_of_its_own() -> None:
    """Of "Lorn says …, according to Tern News" only Lorn's saying is one."""
    article = article_of_text("Ada Lorn says that the upper dam will leak in May, according to Tern News.")
    public = {s.speaker.name for s in article.statements if s.speaker and is_public(s.stated)}
    assert public == {"Ada Lorn"}
