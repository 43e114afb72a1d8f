"""Runs of capitalised words as names."""

import pytest

from onrecord.record import ActorKind
from onrecord.resolve.reader import NameReader

PERSON, BODY, GROUP = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP


def names(text: str) -> list[tuple[str, ActorKind | None]]:
    """Return the names of a text and their kinds."""
    return [(text[name.start : name.end], name.kind) for name in NameReader(text).names_in(0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Sarnovian President Ilan Verek spoke.", [("Ilan Verek", PERSON)]),
        ("But Verek said Tuesday that it rained.", [("Verek", None)]),
        ("Tolmarkian Ambassador to Costa Rica Hedda Lorn left.", [("Hedda Lorn", PERSON)]),
        ("Secretary of State Hedda Lorn left.", [("Hedda Lorn", PERSON)]),
        ("Former secretary of State Lorn left.", [("Lorn", PERSON)]),
        ("JAKE TAPPER: A dam leaks.", [("JAKE TAPPER", PERSON)]),
        ("Prime Minister Rin Sato of Japan left.", [("Rin Sato", PERSON)]),
        ("The Department of Health and Human Services met.", [("Department of Health and Human Services", BODY)]),
        ("The Kurn Securities and Exchange Commission met.", [("Kurn Securities and Exchange Commission", BODY)]),
        ("The Center for Strategic & Inland Studies met.", [("Center for Strategic & Inland Studies", BODY)]),
        ("Mr. Morgan of the Kurn Club left.", [("Morgan", PERSON)]),
        ("So said Fenor Loos of Kurn University Hospital.", [("Fenor Loos", None)]),
        ("The Business Council of Kurn Upper University met.", [("Business Council of Kurn Upper University", BODY)]),
        ("The Young Friends of Kurn University Hospital met.", [("Young Friends of Kurn University Hospital", BODY)]),
        ("The Tern Ministry met.", [("Tern Ministry", BODY)]),
        ("the Man of the Match", [("Man of the Match", BODY)]),
        ("He met Theresa May and Theresa Tuesday.", [("Theresa May", PERSON), ("Theresa", None)]),
        (
            "The Democrats left, and so did Ostrin Conservatives.",
            [("Democrats", GROUP), ("Ostrin Conservatives", GROUP)],
        ),
        ("Voters stayed. Unfortunately, it rained. Additional buses came.", []),
        ("“I’m late,” said the speaker. “It’s fine.”", []),
        ("The Special Counsel met the Speaker of the House.", []),
        ("THE DOCTORS HAVE LEFT THE TOWN HALL", []),
        ("Russian forces met South Korean troops.", []),
        ("A Lorn Speech was read.", []),
    ],
)
def test_names(text: str, found: list[tuple[str, ActorKind | None]]) -> None:
    """Roles, places of office, adjectives, days and common nouns at the head of a sentence are no part of a name."""
    assert names(text) == found


@pytest.mark.parametrize("name", ["Lynch", "Ackerman", "Jovanovic", "Deese"])
def test_a_surname_that_ends_like_an_adjective_is_a_name(name: str) -> None:
    """What stands before a verb of saying is no adjective of origin."""
    assert names(f"The clerk heard that {name} said no.") == [(name, None)]


def test_a_surname_met_amid_a_sentence_is_no_common_noun() -> None:
    """Cook is a cook only where the text never writes it so."""
    assert ("Cook", None) in names("Cook said no. The cook heard it from Ada Cook, and so did Cook.")
