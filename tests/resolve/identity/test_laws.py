"""The laws of identities, on appearances of any kind: nothing vanishes, order and portions do not matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import ActorKind, Appearance, Judgement, JudgementKind
from onrecord.resolve.authority import authority
from onrecord.resolve.identity import Identities, identities

NAMES = [
    "Pavo Strin",
    "P. Strin",
    "Strin",
    "Pavo Strin Jr.",
    "Ana Strin-Holt",
    "Ana Holt",
    "Holt",
    "Putin",
    "Vladimir Putin",
]
BODIES = [
    "Lorn Rail",
    "LR",
    "Health Ministry",
    "Peru",
    "Lima",
    "the White House",
    "officials",
    "leaders of Peru and Chile",
    "Pavo Strin",
    "Ana Holt",
    "Ana Holt of Lorn Rail",
    "his campaign",
    "the website",
]
ROLES = ["minister of Peru", "striker", "Russian president", "his son", "coroner", ""]
DAYS = ["1950-01-01", "2018-01-01", "2018-01-03", "2019", None]


@st.composite
def crowds(draw: st.DrawFn) -> list[Appearance]:
    """Return up to a dozen appearances in a few documents."""
    found = []
    for number in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(ActorKind))
        found.append(
            Appearance(
                actor_id=f"a{number}",
                document_id=f"d{draw(st.integers(0, 5))}",
                kind=kind,
                name=draw(st.sampled_from(NAMES if kind is ActorKind.PERSON else BODIES)),
                roles=tuple(draw(st.lists(st.sampled_from(ROLES), max_size=2))),
                day=draw(st.sampled_from(DAYS)),
                company=frozenset(draw(st.lists(st.sampled_from(NAMES), max_size=3))),
            )
        )
    return found


@st.composite
def verdicts(draw: st.DrawFn) -> list[Judgement]:
    """Return a few judgements on the actors of a crowd, contradictions among them."""
    actors = st.lists(st.sampled_from([f"a{i}" for i in range(12)]), min_size=2, max_size=3, unique=True)
    kinds = st.sampled_from([JudgementKind.SAME, JudgementKind.DIFFERENT])
    made = draw(st.lists(st.tuples(kinds, actors), max_size=5))
    return [Judgement("desk", f"2026-01-0{i + 1}T00:00:00Z", kind, tuple(a)) for i, (kind, a) in enumerate(made)]


@settings(max_examples=60, deadline=None)
@given(crowds(), verdicts(), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_nothing_vanishes(crowd, judgements, random) -> None:
    """Each appearance is in one identity, ids are each one's own, and any order gives the same."""
    expected = identities(crowd, judgements)
    assert sorted(m for one in expected for m in one.members) == sorted(a.actor_id for a in crowd)
    assert len({one.id for one in expected}) == len(expected)
    random.shuffle(crowd)
    random.shuffle(judgements)
    assert identities(crowd, judgements) == expected


@settings(max_examples=40, deadline=None)
@given(crowds(), st.integers(0, 12))
def test_portions_do_not_matter(crowd, cut) -> None:
    """Documents that come in two portions give what all give at once."""
    growing = Identities(authority())
    for portion in (crowd[:cut], crowd[cut:]):
        growing.add(portion)
        growing.refresh()
    assert growing.all() == identities(crowd)


@settings(max_examples=60, deadline=None)
@given(crowds(), verdicts())
def test_what_holds_of_judgements_holds_of_identities(crowd, judgements) -> None:
    """Of judgements neither overruled nor unknown, the same are one and the different are not."""
    found = Identities(authority())
    found.add(crowd)
    known, rulings = found.judge(judgements)
    home = {member: one.id for one in known for member in one.members}
    for judgement in judgements:
        if judgement.id in {*rulings.overruled, *rulings.unknown}:
            continue
        homes = [home[subject] for subject in judgement.subjects if subject in home]
        assert len(set(homes)) == (1 if judgement.kind is JudgementKind.SAME else len(homes))
