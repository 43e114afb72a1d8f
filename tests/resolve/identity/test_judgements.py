"""What people judged: kept beside the machine's choice, whatever comes first, and after new documents."""

import random

import pytest
from tests.resolve.identity.made import met, of

from onrecord.errors import InputError
from onrecord.record.judgement import Judgement, JudgementKind
from onrecord.resolve.authority import authority
from onrecord.resolve.identity import Identities, identities

SAME, DIFFERENT, NAME, WITHDRAWN = (
    JudgementKind.SAME,
    JudgementKind.DIFFERENT,
    JudgementKind.NAME,
    JudgementKind.WITHDRAWN,
)


def judge(kind: JudgementKind, *subjects: str, day: int = 1, value: str | None = None) -> Judgement:
    """Return a judgement of an invented desk."""
    return Judgement("desk", f"2026-01-{day:02d}T09:00:00Z", kind, subjects, value, "seen on the page")


def people() -> list:
    """Return two persons of other names who are one, and one name that is two persons."""
    return [
        met("Mira Holt", "senator", actor="holt", day="2018-01-01"),
        met("Mira Strand", "governor", actor="strand", day="2019-01-01"),
        met(
            "Pavo Strin",
            "engineer",
            actor="first",
            outlet="Tern News",
            day="2018-01-01",
            company=("Ada Finn", "Boro Tann"),
        ),
        met("Pavo Strin", "engineer", actor="second", outlet="Harbour Post", day="2018-02-01", company=("Lena Orb",)),
        met(
            "Pavo Strin",
            "engineer",
            actor="third",
            outlet="Harbour Post",
            day="2018-02-03",
            company=("Lena Orb", "Ida Vos"),
        ),
    ]


def test_same_joins() -> None:
    """Two actors judged to be one are one identity, which names the judgement."""
    judgement = judge(SAME, "holt", "strand")
    one = of(identities(people(), [judgement]), "holt")
    assert one.members == ("holt", "strand")
    assert one.judgements == (judgement.id,)


def test_different_parts_and_the_others_go_with_whom_they_fit() -> None:
    """An identity is parted; a member that nobody judged goes with the one it agrees with best."""
    found = identities(people(), [judge(DIFFERENT, "first", "second")])
    assert of(found, "first").members == ("first",)
    assert of(found, "second").members == ("second", "third")


def test_a_part_is_no_candidate_of_the_other() -> None:
    """What a person decided is no longer in doubt."""
    found = identities(people(), [judge(DIFFERENT, "first", "second")])
    assert not {of(found, "second").id} & {candidate.id for candidate in of(found, "first").candidates}


def test_taken_out_of_an_identity() -> None:
    """One may be parted from an identity as a whole: it keeps its id and all the others."""
    before = of(identities(people()), "second")
    found = identities(people(), [judge(DIFFERENT, "first", before.id)])
    assert of(found, "first").members == ("first",)
    assert (of(found, "second").id, of(found, "second").members) == (before.id, ("second", "third"))


def test_a_name_is_given() -> None:
    """A person's name goes before the machine's; the latest holds."""
    judgements = [judge(NAME, "first", day=1, value="P. Strin"), judge(NAME, "second", day=2, value="Pavo Á. Strin")]
    assert of(identities(people(), judgements), "third").name == "Pavo Á. Strin"


def test_later_judgements_hold_against_earlier_ones() -> None:
    """Who is first judged the same and then not is not; the earlier judgement is told to be overruled."""
    earlier, later = judge(SAME, "holt", "strand", day=1), judge(DIFFERENT, "holt", "strand", day=2)
    found = Identities(authority())
    found.add(people())
    known, rulings = found.judge([later, earlier])
    assert of(tuple(known), "holt").members == ("holt",)
    assert rulings.overruled == [earlier.id]


def test_withdrawn_judgements_do_not_hold() -> None:
    """A judgement withdrawn leaves the machine's choice; a withdrawal withdrawn brings it back."""
    first = judge(SAME, "holt", "strand", day=1)
    second = judge(WITHDRAWN, first.id, day=2)
    third = judge(WITHDRAWN, second.id, day=3)
    assert identities(people(), [first, second]) == identities(people())
    assert identities(people(), [first, second, third]) == identities(people(), [first])


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed: int) -> None:
    """The same judgements come to the same in whichever order they are given."""
    judgements = [
        judge(SAME, "holt", "strand", day=1),
        judge(DIFFERENT, "first", "second", day=2),
        judge(SAME, "first", "third", day=3),
        judge(NAME, "holt", day=4, value="Mira Strand-Holt"),
    ]
    expected, appearances = identities(people(), judgements), people()
    random.Random(seed).shuffle(judgements)
    random.Random(seed).shuffle(appearances)
    assert identities(appearances, judgements) == expected


def test_judgements_hold_for_documents_to_come() -> None:
    """A later document joins the identity as it was judged."""
    later = met("Mira Holt", "senator", actor="later", day="2020-01-01")
    assert of(identities([*people(), later], [judge(SAME, "holt", "strand")]), "strand").members == (
        "holt",
        "later",
        "strand",
    )


def test_the_machines_choice_stays_computable() -> None:
    """Identities without judgements are the same before and after any was made."""
    found = Identities(authority())
    found.add(people())
    before = found.all()
    found.all([judge(SAME, "holt", "strand")])
    assert found.all() == before


def test_unknown_subjects_are_told() -> None:
    """A judgement on what is not in the record changes nothing and is told."""
    found = Identities(authority())
    found.add(people())
    judgement = judge(SAME, "holt", "nobody")
    known, rulings = found.judge([judgement])
    assert rulings.unknown == [judgement.id]
    assert len(known) == len(found.all())


def test_ids_of_judgements_do_not_depend_on_the_order_of_subjects() -> None:
    """A judgement says the same whichever subject is named first."""
    assert judge(SAME, "a", "b").id == judge(SAME, "b", "a").id


@pytest.mark.parametrize(
    ("kind", "subjects", "value"),
    [
        (SAME, ("a",), None),
        (DIFFERENT, ("a", "a"), None),
        (NAME, ("a",), None),
        (SAME, ("a", "b"), "name"),
        (NAME, (), "x"),
    ],
)
def test_incomplete_judgements_are_refused(kind: JudgementKind, subjects: tuple[str, ...], value: str | None) -> None:
    """Too few subjects, or a value where none belongs, are errors."""
    with pytest.raises(InputError):
        judge(kind, *subjects, value=value)
