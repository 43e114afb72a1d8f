"""One name that some documents give a person and others a body."""

import pytest
from tests.resolve.identity.made import met, of

from onrecord.record import ActorKind
from onrecord.resolve.identity import identities
from onrecord.resolve.identity.open_names import open_name

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jonas Fell", "Jonas Fell"),
        ("Jonas Fell of Lorn University", "Jonas Fell"),
        ("Orrin Holt Tarn", "Orrin Holt Tarn"),
        ("Lorn University", None),
        ("Lorn Water", None),
        ("BBC Persian", None),
        ("The Fells", None),
        ("Fell", None),
        ("Lorn and Tarn", None),
        ("One Two Three Four", None),
    ],
)
def test_names_that_may_be_either(name: str, words: str | None) -> None:
    """Two or three words in capitals without a body's noun may be a person's or a body's."""
    assert open_name(name) == words


def test_a_role_makes_a_person_of_what_was_taken_for_a_body() -> None:
    """Whom one document calls a professor is a person in the other too, and goes by the plain name."""
    found = identities(
        [
            met("Jonas Fell of Lorn University", actor="one", kind=BODY),
            met("Jonas Fell", "professor", actor="other"),
        ]
    )
    one = of(found, "one")
    assert one is of(found, "other")
    assert (one.kind, one.name) == (PERSON, "Jonas Fell")


@pytest.mark.parametrize(("persons", "kind"), [(1, BODY), (2, PERSON)])
def test_without_any_role_most_documents_decide(persons: int, kind: ActorKind) -> None:
    """A name without a word of who it is, is what more documents take it for, of equally many a body."""
    crowd = [met("Halver Dynes", actor="body", kind=BODY), *(met("Halver Dynes") for _ in range(persons))]
    (one,) = identities(crowd)
    assert one.kind is kind


def test_an_initial_finds_its_name_beside_a_body_of_that_name() -> None:
    """A name met as a person's and as a body's goes on to be found under its other forms."""
    found = identities(
        [
            met("Jonas Fell", actor="one", kind=BODY, company=("Hedda Lorn", "Boro Tann")),
            met("Jonas Fell", "professor", company=("Hedda Lorn", "Boro Tann")),
            met("J. Fell", "professor", actor="short", company=("Hedda Lorn", "Boro Tann")),
        ]
    )
    assert of(found, "one") is of(found, "short")


def test_years_apart_and_without_company_they_stay_two() -> None:
    """A full name alone does not make a person of a body."""
    crowd = [met("Halver Dynes", kind=BODY, day="2009-01-01"), met("Halver Dynes", day="2020-01-01")]
    assert len(identities(crowd)) == 2
