"""Bodies under the first word of their name, in one document and across documents."""

import pytest
from tests.resolve.identity.made import met, of

from onrecord.record import Actor, ActorKind, Document, OffsetMap, Region, RegionKind
from onrecord.resolve.identity import appearances, identities

BODY = ActorKind.ORGANISATION


def called(text: str, short: str, *bodies: str) -> str:
    """Return what the body `short` is called in a document where `bodies` speak too."""
    document = Document("c", text, (Region(0, len(text), RegionKind.BODY),), OffsetMap.identity(len(text)), "utf-8")
    actors = [Actor(document.id, BODY, n, (document.span(text.index(n), text.index(n) + len(n)),)) for n in bodies]
    at = text.index(f" {short} ") + 1
    actors.append(Actor(document.id, BODY, short, (document.span(at, at + len(short)),)))
    return appearances(document, actors)[-1].name


def test_the_first_word_is_the_body_named_in_full() -> None:
    """Of a body that the document names in full the first word alone is called by the full name."""
    assert called("Halver Dynes paid. On Monday Halver said no.", "Halver", "Halver Dynes") == "Halver Dynes"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Halver Dynes paid Halver Orl. So Halver said no.", ("Halver Dynes", "Halver Orl")),
        ("Halver University paid. So Halver said no.", ("Halver University",)),
        ("Halver Dynes paid in Halver today.", ("Halver Dynes",)),
    ],
)
def test_of_two_or_of_a_place_it_is_not(text: str, bodies: tuple[str, ...]) -> None:
    """A word that begins two names, or that is a place, is no body's short name."""
    assert called(text, "Halver", *bodies) == "Halver"


def test_a_short_name_known_from_one_document_is_found_in_others() -> None:
    """Where one document calls a body by its first word, the word alone is that body in the same news."""
    company = ("Hedda Lorn", "Boro Tann")
    found = identities(
        [
            met("Halver Dynes", actor="full", kind=BODY, company=company),
            met("Halver Dynes", kind=BODY, names=("Halver",), company=company),
            met("Halver", actor="short", kind=BODY, company=company),
        ]
    )
    assert of(found, "full") is of(found, "short")


def test_two_bodies_called_by_one_word_stay_two() -> None:
    """Where both have longer names these decide, not the word that both are called by."""
    found = identities([met(f"Halver {last}", kind=BODY, names=("Halver",)) for last in ("Dynes", "Orl")])
    assert len(found) == 2
