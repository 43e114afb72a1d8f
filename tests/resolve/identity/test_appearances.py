"""From a document's actors to what is compared across documents."""

import time
from dataclasses import replace

import pytest

from onrecord.record import Actor, ActorKind, Basis, Document, Moment, OffsetMap, Region, RegionKind
from onrecord.resolve.identity import appearances

TEXT = """Foreign Minister Pavo Strin of Peru met Mira Holt-Strand in Askel.
The Asel Dam Workers' Union (ADWU) was there.
Strin's lawyers said nothing. Sarnovian President Ilan Verek spoke to Jane R. Doe."""


def document(text: str = TEXT) -> Document:
    """Return a document of one body region, published on a day."""
    region = Region(0, len(text), RegionKind.BODY)
    made = Document(
        "capture", text, (region,), OffsetMap.identity(len(text)), "utf-8", outlet="Tern News", language="en"
    )
    return replace(made, published=Moment("2018-04-20T08:00", Basis.GIVEN))


def actor(name: str, *mentions: str, kind: ActorKind = ActorKind.PERSON, role: str = "") -> Actor:
    """Return an actor of the document by the words of its name, mentions and role."""
    doc = document()
    spans = [doc.span(TEXT.index(words), TEXT.index(words) + len(words)) for words in (name, *mentions)]
    roles = (doc.span(TEXT.index(role), TEXT.index(role) + len(role)),) if role else ()
    return Actor(doc.id, kind, name, tuple(spans), roles)


def test_an_appearance_holds_what_tells_who_it_is() -> None:
    """Name, roles, outlet, day, language and company of an actor are there, its own name is no company."""
    strin, union = (
        actor("Pavo Strin", role="Foreign Minister"),
        actor("Asel Dam Workers' Union", kind=ActorKind.ORGANISATION),
    )
    (found, _) = appearances(document(), [strin, union])
    assert (found.actor_id, found.name, found.roles) == (strin.id, "Pavo Strin", ("Foreign Minister",))
    assert (found.outlet, found.day, found.language) == ("Tern News", "2018-04-20", "en")
    assert {"Mira Holt-Strand", "Asel Dam Workers' Union", "Ilan Verek", "Jane R. Doe"} <= found.company
    assert "Pavo Strin" not in found.company


def test_an_acronym_in_brackets_is_another_name() -> None:
    """What a document gives in brackets after a body's name is a form of it."""
    (found,) = appearances(document(), [actor("Asel Dam Workers' Union", kind=ActorKind.ORGANISATION)])
    assert "ADWU" in found.names


def test_somebodys_lawyers_bear_the_full_name() -> None:
    """The words "Strin's lawyers" mean Pavo Strin's where he is the only one of that name; the words stay as a form."""
    strin, lawyers = actor("Pavo Strin"), actor("Strin's lawyers", kind=ActorKind.GROUP)
    (_, found) = appearances(document(), [strin, lawyers])
    assert (found.name, found.names) == ("Pavo Strin's lawyers", ("Strin's lawyers",))


def test_every_actor_appears_once() -> None:
    """An actor given twice, as speaker and relay, is one appearance."""
    strin = actor("Pavo Strin")
    assert [found.actor_id for found in appearances(document(), [strin, strin])] == [strin.id]


@pytest.mark.parametrize("unit", ["A ", "Aa ", "A.", "Aa-", "(A", "Aa’s "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """100 kB of one pattern are searched in well under a second."""
    text = unit * (100_000 // len(unit))
    made = Actor("d", ActorKind.ORGANISATION, text[:200], (document(text).span(0, 2),))
    start = time.perf_counter()
    appearances(document(text), [made])
    assert time.perf_counter() - start < 2
