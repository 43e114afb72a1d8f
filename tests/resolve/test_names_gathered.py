"""Shorter, other and shared names led to one actor, or kept apart."""

import pytest
from tests.resolve.stories import actor, told

from onrecord.record import ActorKind
from onrecord.resolve.forms import same_body, same_person

PERSON, BODY, GROUP = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("don tarn", "donald f tarn", True),
        ("rudy orlo", "rudolph w orlo", True),
        ("kim jong un", "kim jongun", True),
        ("j tarn", "joan tarn", True),
        ("george w tarn", "george h w tarn", True),
        ("george h tarn", "george w tarn", False),
        ("ada tarn", "ivo tarn", False),
        ("ada tarn", "ada orlo", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    """Nicknames, initials and hyphens make no other person; another given name or middle initial does."""
    assert same_person(tuple(one.split()), tuple(other.split())) is same
    assert same_person(tuple(other.split()), tuple(one.split())) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kna", "kurn news agency", True),
        ("times", "kurn times", True),
        ("justice department", "department of justice", True),
        ("asel", "asel motor company", True),
        ("kurn party", "kurn national committee", True),
        ("ministry", "kurn times", False),
        ("kurn news", "kurn times", False),
    ],
)
def test_same_body(one: str, other: str, same: bool) -> None:
    """Acronyms, last words, other orders and the committee of a party are one body's."""
    assert same_body(tuple(one.split()), tuple(other.split())) is same
    assert same_body(tuple(other.split()), tuple(one.split())) is same


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        # A couple of one surname, told apart by title, by given name, and together.
        ("Anna and Tom Lorn came. Mrs. Lorn said no.", "Mrs. Lorn", 0, ("Anna Lorn", PERSON)),
        ("Anna and Tom Lorn came. Mr. Lorn said no.", "Mr. Lorn", 0, ("Tom Lorn", PERSON)),
        ("Anna and Tom Lorn said no.", "Anna and Tom Lorn", 0, ("Anna and Tom Lorn", GROUP)),
        ("Anna and Tom Lorn came. Tom said no.", "Tom", -1, ("Tom Lorn", PERSON)),
        # A son, and the father who is only named short.
        (
            "President Orlo waved. His son, Sam Orlo Jr., came. Orlo said no.",
            "Orlo",
            -1,
            ("Orlo", PERSON),
        ),
        ("President Orlo came with his wife, Mary Orlo. Orlo said no.", "Orlo", -1, ("Orlo", PERSON)),
        # A person and a place of one name.
        ("Denzel Kurn came. In Kurn it rained. Kurn said no.", "Kurn", -1, ("Denzel Kurn", PERSON)),
        (
            "Booker Washington came to Washington. Mr. Washington said no.",
            "Washington",
            -1,
            ("Booker Washington", PERSON),
        ),
        # What a body's name ends in is no surname, though it stands alone in capitals too.
        ("Water was cut off. Kurn Water said no.", "Kurn Water", 0, ("Kurn Water", BODY)),
        # Of several the one spoken of most.
        (
            "Kim Arun and Kim Odo met. Mr. Kim Odo left. Kim Odo ate. Kim said no.",
            "Kim",
            -1,
            ("Kim Odo", PERSON),
        ),
        ("Sen. Anna Tarn and Oliver Tarn met. Ms. Tarn said no.", "Ms. Tarn", 0, ("Anna Tarn", PERSON)),
        ("Mayor Oliver Orlo met Sen. Peter Orlo. Sen. Orlo said no.", "Orlo", -1, ("Peter Orlo", PERSON)),
        ("Sen. Peter Orlo met Mayor Oliver Orlo. Mayor Orlo said no.", "Orlo", -1, ("Oliver Orlo", PERSON)),
        ("It came from George “Jay” McLorn. McLorn said no.", "McLorn", -1, ("George “Jay” McLorn", PERSON)),
        (
            "Liz Orlo won. She is the daughter of Dick Orlo. Orlo said no.",
            "Orlo",
            -1,
            ("Liz Orlo", PERSON),
        ),
        ("Don McTarn left. Donald F. McTarn II said no.", "Donald F. McTarn II", 0, ("Donald F. McTarn II", PERSON)),
        ("James O’Lorn came. O'Lorn said no.", "O'Lorn", 0, ("James O’Lorn", PERSON)),
        ("“Crooked Hedda Lorn” is here. Hedda Lorn said no.", "Hedda Lorn", -1, ("Hedda Lorn", PERSON)),
        ("The Kurn News Agency (KNA) came. KNA said no.", "KNA", -1, ("Kurn News Agency", BODY)),
        ("A Kurn daily, Tern Ilbo, said no.", "Tern Ilbo", 0, ("Tern Ilbo", BODY)),
        ("Protect Asel, an advocacy group, said no.", "Protect Asel", 0, ("Protect Asel", BODY)),
        ("Asel Energy said no.", "Asel Energy", 0, ("Asel Energy", BODY)),
        (
            "The Kurn Party sued. The Kurn National Committee said no.",
            "The Kurn Party",
            0,
            ("Kurn National Committee", BODY),
        ),
        ("The Democratic Party sued. The Democrats said no.", "The Democrats", 0, ("Democratic Party", BODY)),
        ("Democrats said no.", "Democrats", 0, ("Democrats", GROUP)),
    ],
)
def test_whose_name(text: str, words: str, nth: int, name: tuple[str, ActorKind]) -> None:
    """Short names go to whom a reader takes them for."""
    assert told(actor(text, words, nth)) == name


def test_a_headline_gives_the_given_name() -> None:
    """Who is named in full in the headline alone has that name."""
    found = actor("Helen Lorn Opens The Dam\nMrs. Lorn said no.", "Mrs. Lorn", headline=True)
    assert told(found) == ("Helen Lorn", PERSON)


def test_a_headline_in_capitals_begins_with_a_name() -> None:
    """The words after a name that the article knows are no part of it, though they are capital."""
    text = "Hedda Lorn Warns Kurn Bank\nHedda Lorn came."
    assert told(actor(text, "Hedda Lorn Warns Kurn Bank", headline=True)) == ("Hedda Lorn", PERSON)
