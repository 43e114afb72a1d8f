"""Stances: for, against or neither, and not by the order in which statements come."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.classify.stance import in_company, stance_chances, stance_of
from onrecord.record import Attribution, Form, Span, Stance, Statement, StatementType

CHANCES = st.tuples(*[st.floats(0.01, 1)] * 3).map(lambda p: dict(zip(Stance, (x / sum(p) for x in p), strict=True)))


def _statement(source: str, cue: str, content: str, form: Form = Form.INDIRECT) -> Statement:
    text = f"{source} {cue} {content}"
    ends = list(itertools.accumulate((len(source), 1 + len(cue), 1 + len(content))))
    spans = [(0, ends[0]), (ends[0] + 1, ends[1]), (ends[1] + 1, ends[2])]
    parts = [(Span.of(text, start, end),) for start, end in spans]
    return Statement(Attribution("d", *parts, form=form, confidence=0.9), None, "test")


def _stance(issue: str, kind: StatementType, *words: str) -> Stance:
    return stance_of(stance_chances(_statement(*words), issue, {kind: 1.0}))[0]


@pytest.mark.parametrize(
    ("issue", "kind", "words"),
    [
        ("harbour bridge", StatementType.EVALUATION, ("Anna Verek", "praised", "the new harbour bridge")),
        ("harbour bridge", StatementType.PROMISE, ("The mayor", "promised", "to build the harbour bridge")),
        ("ferry talks", StatementType.OFFER, ("Lorn", "agreed", "to hold the ferry talks")),
        (
            "bribery of the port office",
            StatementType.ASSERTION,
            ("Verek", "alleged", "that the port office was bribed"),
        ),
    ],
)
def test_for_the_issue(issue: str, kind: StatementType, words: tuple[str, str, str]) -> None:
    """Who praises, promises or accepts something is for it; who says that a misdeed happened supports that it did."""
    assert _stance(issue, kind, *words) is Stance.SUPPORT


@pytest.mark.parametrize(
    ("issue", "kind", "words"),
    [
        ("harbour bridge", StatementType.EVALUATION, ("Anna Verek", "called", "the harbour bridge a terrible mistake")),
        ("harbour bridge", StatementType.REFUSAL, ("The mayor", "rejected", "the harbour bridge")),
        ("bribery of the port office", StatementType.DENIAL, ("Lorn", "denied", "that the port office was bribed")),
    ],
)
def test_against_the_issue(issue: str, kind: StatementType, words: tuple[str, str, str]) -> None:
    """Who blames or rejects something is against it; who denies a misdeed opposes that it happened."""
    assert _stance(issue, kind, *words) is Stance.OPPOSE


def test_questions_take_no_side() -> None:
    """Who only asks is neutral."""
    words = ("The reporter", "asked", "when the bridge would open")
    assert _stance("harbour bridge", StatementType.QUESTION, *words) is Stance.NEUTRAL


def test_chances_sum_to_one() -> None:
    """The three probabilities are all there is, with types as the shipped model tells them."""
    chances = stance_chances(_statement("Verek", "said", "that the ferry would be late"), "ferry")
    assert sum(chances.values()) == pytest.approx(1)


def test_statement_without_source_or_cue_has_a_stance() -> None:
    """What the text leaves out is left out."""
    text = "“Never this bridge.”"
    alone = Statement(
        Attribution("d", (), (), (Span.of(text, 0, len(text)),), form=Form.DIRECT, confidence=0.5), None, "no source"
    )
    assert sum(stance_chances(alone, "bridge").values()) == pytest.approx(1)


@given(st.lists(CHANCES, min_size=1, max_size=6), st.randoms())
def test_company_does_not_depend_on_order(chances: list[dict[Stance, float]], chance: object) -> None:
    """Statements in another order get the same probabilities."""
    order = list(range(len(chances)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    told = in_company(chances)
    again = in_company([chances[place] for place in order])
    assert all(again[new][s] == pytest.approx(told[old][s]) for new, old in enumerate(order) for s in Stance)


@given(CHANCES)
def test_single_statement_is_left_as_it_is(chances: dict[Stance, float]) -> None:
    """Without company nothing changes."""
    (told,) = in_company([chances])
    assert told == {s: pytest.approx(chances[s], abs=1e-5) for s in Stance}


def test_doubtful_statement_is_read_as_the_others() -> None:
    """One that is near even goes with the speaker's others, one that is clear does not."""
    clear = dict(zip(Stance, (0.98, 0.01, 0.01), strict=True))
    doubtful = dict(zip(Stance, (0.32, 0.36, 0.32), strict=True))
    against = dict(zip(Stance, (0.02, 0.96, 0.02), strict=True))
    told = [stance_of(each)[0] for each in in_company([clear, clear, doubtful, against])]
    assert told == [Stance.SUPPORT, Stance.SUPPORT, Stance.SUPPORT, Stance.OPPOSE]


@pytest.mark.parametrize(
    ("condition", "stance"),
    [
        ("if the harbour bridge was not built", Stance.SUPPORT),
        ("unless the harbour bridge was built", Stance.SUPPORT),
        ("if the harbour bridge was built", Stance.OPPOSE),
    ],
)
def test_threat_wants_what_its_condition_tells(condition: str, stance: Stance) -> None:
    """Who threatens to leave if the bridge is not built is for the bridge, and if it is built against it."""
    content = f"to leave the council {condition}"
    statement = _statement("Lorn", "threatened", content)
    (span,) = statement.attribution.content
    text = f"Lorn threatened {content}"
    bound = replace(statement, condition=(Span.of(text, span.end - len(condition), span.end),))
    assert stance_of(stance_chances(bound, "harbour bridge", {StatementType.THREAT: 1.0}))[0] is stance


def test_threat_opposes_what_is_threatened_as_ever() -> None:
    """An issue of which the condition says nothing is told without it."""
    text = "Lorn threatened to close the ferry line if the bridge was not built"
    statement = _statement("Lorn", "threatened", "to close the ferry line if the bridge was not built")
    bound = replace(statement, condition=(Span.of(text, 40, len(text)),))
    types = {StatementType.THREAT: 1.0}
    assert stance_chances(bound, "ferry line", types) == stance_chances(statement, "ferry line", types)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StatementType.PROMISE, ("The mayor", "promised", "to stop the night flights")),
        (StatementType.EVALUATION, ("The mayor", "said", "there was no need for night flights any more")),
    ],
)
def test_words_of_ending_are_for_an_end(kind: StatementType, words: tuple[str, str, str]) -> None:
    """Who will stop something, or sees no need of it, is for the ban on it."""
    assert _stance("ban on night flights", kind, *words) is Stance.SUPPORT


def test_criticism_is_against_its_object() -> None:
    """Nouns of blame tell it as verbs do."""
    assert _stance("harbour bridge", StatementType.EVALUATION, "Her", "criticism of", "the bridge") is Stance.OPPOSE
