"""Who is speaking, within one document."""

import re
from dataclasses import replace

import pytest

from onrecord.record import ActorKind, Attribution, Document, Form, OffsetMap, Region, RegionKind, Span, Statement
from onrecord.resolve import statements

STORY = """Sarnovian President Ilan Verek said the dam must stay open.
He said experts would meet. "We are ready," Verek said.
Tolmarkian Prime Minister Hedda Lorn said no, and she added that water had a price.
The Sarnovian leader said he would return. The prime minister said she would not.
A senior Tolmarkian official said the dam was full. The Kremlin said nothing new.
Lorn's spokesman Pavo Strin said a text was near. Abel Tarn and Mira Holt said it was late."""


def document(text: str = STORY) -> Document:
    """Return a document whose lines are body paragraphs."""
    regions, position = [], 0
    for line in text.split("\n"):
        regions.append(Region(position, position + len(line), RegionKind.BODY))
        position += len(line) + 1
    return Document("capture", text, tuple(regions), OffsetMap.identity(len(text)), "utf-8")


def resolved(source: str, nth: int = 0, text: str = STORY) -> Statement:
    """Return the statement whose source is the nth place of the given words; earlier sources come with it."""
    doc = document(text)
    position = -1
    for _ in range(nth + 1):
        position = text.index(source, position + 1)
    content = doc.span(len(text) - 2, len(text))
    attribution = Attribution(doc.id, (doc.span(position, position + len(source)),), (), (content,), Form.INDIRECT, 1.0)
    (statement,) = statements(doc, [attribution])
    return statement


@pytest.mark.parametrize(
    ("source", "nth", "name", "kind"),
    [
        ("Sarnovian President Ilan Verek", 0, "Ilan Verek", ActorKind.PERSON),
        ("He", 0, "Ilan Verek", ActorKind.PERSON),
        ("Verek", 1, "Ilan Verek", ActorKind.PERSON),
        ("Tolmarkian Prime Minister Hedda Lorn", 0, "Hedda Lorn", ActorKind.PERSON),
        ("she", 0, "Hedda Lorn", ActorKind.PERSON),
        ("The Sarnovian leader", 0, "Ilan Verek", ActorKind.PERSON),
        ("The prime minister", 0, "Hedda Lorn", ActorKind.PERSON),
        ("A senior Tolmarkian official", 0, "A senior Tolmarkian official", ActorKind.UNNAMED),
        ("The Kremlin", 0, "Kremlin", ActorKind.ORGANISATION),
        ("Lorn's spokesman Pavo Strin", 0, "Pavo Strin", ActorKind.PERSON),
        ("Abel Tarn and Mira Holt", 0, "Abel Tarn and Mira Holt", ActorKind.GROUP),
    ],
)
def test_speaker(source: str, nth: int, name: str, kind: ActorKind) -> None:
    """Names, shorter names, pronouns and descriptions lead to the actor a careful reader names."""
    speaker = resolved(source, nth).speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


def test_roles_are_kept() -> None:
    """The roles met with a name stay with the actor, at their places in the text."""
    speaker = resolved("Verek", 1).speaker
    assert speaker is not None
    assert "Sarnovian President" in [role.words for role in speaker.roles]


def test_no_source_keeps_the_statement() -> None:
    """A statement without a source is kept, with the reason."""
    doc = document("“We stay.”")
    (statement,) = statements(doc, [Attribution(doc.id, (), (), (doc.span(0, 10),), Form.DIRECT, 0.5)])
    assert statement.speaker is None
    assert "no source" in statement.basis


@pytest.mark.parametrize(
    "source", ["Putin", "President Marta Quill of Ostrin", "the", "“”", "—", "U.S.", "of", "E. J. d'Orlo"]
)
def test_any_source_is_survived(source: str) -> None:
    """Whatever words the tagger gives as a source, there is an answer or a reason."""
    statement = resolved(source, text=f"{source} said no.")
    assert statement.speaker is not None or statement.basis


def test_resolving_twice_changes_nothing() -> None:
    """The same input gives the same statements."""
    assert resolved("The Sarnovian leader") == resolved("The Sarnovian leader")


NESTED = """Sarnovian President Ilan Verek said the dam is full.
Tolmarkian Prime Minister Hedda Lorn said Verek had told her that the water belonged to him."""


def nested(*named: tuple[str, str, str]) -> tuple[Statement, ...]:
    """Return the statements of attributions given as source, content and who relays ("" for nobody)."""
    doc = document(NESTED)

    def spans(words: str) -> tuple[Span, ...]:
        places = [match.span() for match in re.finditer(rf"\b{words}\b", NESTED)] if words else []
        return tuple(doc.span(*place) for place in places[-1:])

    return statements(
        doc,
        [Attribution(doc.id, spans(s), (), spans(c), Form.INDIRECT, 1.0, spans(via)) for s, c, via in named],
    )


def test_a_relay_is_the_speaker_of_the_outer_statement() -> None:
    """Who relays is the same actor as who says that it was said."""
    outer, inner = nested(
        ("Tolmarkian Prime Minister Hedda Lorn", "Verek had told her that the water belonged to him", ""),
        ("Verek", "that the water belonged to him", "Tolmarkian Prime Minister Hedda Lorn"),
    )
    assert outer.relay is None
    assert inner.relay == outer.speaker
    assert inner.speaker is not None
    assert (inner.speaker.name, inner.relay and inner.relay.name) == ("Ilan Verek", "Hedda Lorn")


def test_a_relay_is_found_without_a_statement_of_its_own() -> None:
    """Who relays is found as a speaker is, whether or not the outer statement is given."""
    [inner] = nested(("Verek", "that the water belonged to him", "Tolmarkian Prime Minister Hedda Lorn"))
    assert inner.relay is not None
    assert inner.relay.name == "Hedda Lorn"


def test_of_several_relays_the_one_at_first_hand_is_told() -> None:
    """Where one relays another, each statement has the relay whose words it lies in."""
    lorn, told = "Tolmarkian Prime Minister Hedda Lorn", "Verek had told her that the water belonged to him"
    doc = document(NESTED)
    outer, middle, inner = nested(
        (lorn, told, ""), ("Verek", "that the water belonged to him", lorn), ("him", "him", lorn)
    )
    both = replace(inner.attribution, via=(*middle.attribution.via, *middle.attribution.source))
    *_, found = statements(doc, [outer.attribution, middle.attribution, both])
    assert found.relay is not None
    assert found.relay.name == "Ilan Verek"


def test_the_order_of_attributions_changes_no_speaker() -> None:
    """Outer before inner or after: the same statements."""
    given = (
        ("Tolmarkian Prime Minister Hedda Lorn", "Verek had told her that the water belonged to him", ""),
        ("her", "that the water belonged to him", "Tolmarkian Prime Minister Hedda Lorn"),
    )
    assert nested(*given) == nested(*reversed(given))[::-1]
