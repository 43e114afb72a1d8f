"""Roles under the name of the body that the document means."""

import time

import pytest

from onrecord.record import Actor, ActorKind, Document, OffsetMap, Region, RegionKind, Span
from onrecord.resolve.authority import authority
from onrecord.resolve.identity import appearances, bodies, identities

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION


def _span(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


def roles(text: str, role: str, *named: str) -> tuple[str, ...]:
    """Return the roles of Ana Orl, met as `role` in a document where the bodies `named` speak."""
    document = Document("c", text, (Region(0, len(text), RegionKind.BODY),), OffsetMap.identity(len(text)), "utf-8")
    cast = [Actor(document.id, BODY, name, (_span(text, name),)) for name in named]
    orl = Actor(document.id, PERSON, "Ana Orl", (_span(text, "Ana Orl"),), (_span(text, role),))
    return appearances(document, [*cast, orl])[-1].roles


@pytest.mark.parametrize(
    ("text", "role", "named", "told"),
    [
        (
            "Halver Dynes paid. The company's director, Ana Orl, said so.",
            "company's director",
            ("Halver Dynes",),
            "director of Halver Dynes",
        ),
        (
            "Lorn Rivers Authority paid Halver Dynes. The authority's deputy head, Ana Orl, said so.",
            "authority's deputy head",
            ("Lorn Rivers Authority", "Halver Dynes"),
            "deputy head of Lorn Rivers Authority",
        ),
        (
            "Tarn Council paid Halver Dynes. For the company, its director, Ana Orl, said so.",
            "its director",
            ("Tarn Council", "Halver Dynes"),
            "director of Halver Dynes",
        ),
        (
            "Halver Dynes sued Tarn Council. Its president, Ana Orl, said so.",
            "Its president",
            ("Tarn Council", "Halver Dynes"),
            "president of Tarn Council",
        ),
        (
            "Halver Dynes paid. Chief executive Ana Orl said so.",
            "Chief executive",
            ("Halver Dynes",),
            "Chief executive of Halver Dynes",
        ),
        (
            "Kurn Football League met. Ana Orl, president of the league, said so.",
            "president of the league",
            ("Kurn Football League",),
            "president of Kurn Football League",
        ),
        (
            "They wait for the state railway. The company's director, Ana Orl, said the railway paid.",
            "company's director",
            (),
            "director of the state railway",
        ),
        (
            "They wait for the state railway and the bank. The company's director, Ana Orl, said so.",
            "company's director",
            (),
            "company's director",
        ),
    ],
)
def test_a_role_is_of_the_body_meant(text: str, role: str, named: tuple[str, ...], told: str) -> None:
    """The company, the authority, "its" and a company's post alone lead to the body that the document names."""
    assert roles(text, role, *named) == (told,)


@pytest.mark.parametrize(
    ("text", "role", "named"),
    [
        (
            "Halver Dynes paid Orrin Tools. The company's director, Ana Orl, said so.",
            "company's director",
            ("Halver Dynes", "Orrin Tools"),
        ),
        ("Tarn Council paid. The company's director, Ana Orl, said so.", "company's director", ("Tarn Council",)),
        ("Halver paid. The company's director, Ana Orl, said so.", "company's director", ("Halver",)),
        ("Halver Dynes paid. Spokeswoman Ana Orl said so.", "Spokeswoman", ("Halver Dynes",)),
        ("Halver Dynes paid. The mayor's aide, Ana Orl, said so.", "mayor's aide", ("Halver Dynes",)),
    ],
)
def test_in_doubt_the_words_stay(text: str, role: str, named: tuple[str, ...]) -> None:
    """Of two companies, of none, of a word met once, and without a word of whose, a role is what it says."""
    assert roles(text, role, *named) == (role,)


def test_a_companys_director_may_speak_for_it() -> None:
    """The director of "the company" shares a key with the company."""
    text = "Halver Dynes paid. The company's director, Ana Orl, said so."
    document = Document("c", text, (Region(0, len(text), RegionKind.BODY),), OffsetMap.identity(len(text)), "utf-8")
    company = Actor(document.id, BODY, "Halver Dynes", (_span(text, "Halver Dynes"),))
    orl = Actor(document.id, PERSON, "Ana Orl", (_span(text, "Ana Orl"),), (_span(text, "company's director"),))
    keys = bodies(identities(appearances(document, [company, orl])), authority())
    assert len(keys) == 2
    assert frozenset.intersection(*keys.values())


@pytest.mark.parametrize("unit", ["A ", "a’s ", "its ", "its", "’"])
def test_hostile_roles_take_linear_time(unit: str) -> None:
    """A role of 20,000 characters is read in well under a second."""
    text = "Halver Dynes. " + unit * (20_000 // len(unit)) + " Ana Orl"
    role = text[14 : text.index(" Ana Orl")].strip()
    start = time.perf_counter()
    assert roles(text, role, "Halver Dynes")
    assert time.perf_counter() - start < 1
