"""A record of many invented articles whose statements differ in everything that can be asked for."""

from __future__ import annotations

import random
from dataclasses import replace

from tests import fakes

from onrecord.record import (
    Act,
    ActorKind,
    Anomaly,
    AnomalyKind,
    Capture,
    Form,
    Identity,
    Interval,
    Said,
    SaidBasis,
    Setting,
    SettingKind,
    Statement,
    content_id,
)
from onrecord.store import Store, identities

SPEAKERS = ("Ada Mott", "Bo Lund", "Inge Ølgaard", "Cy Tern")
WORDS = ("We will reopen the harbour", "Never again", "The ferry stays tonight", "Tides wait", "Tides never wait")
OUTLETS = ("The Tern", "Daily Gull", "Tern and Gull", None)


def capture(chance: random.Random, number: int) -> Capture:
    """Return an article of a few statements."""
    day = f"2031-{chance.choice(('03', '04'))}-{chance.randint(1, 28):02}"
    published = chance.choice((day, f"{day}T09:30+01:00", None))
    relays = ("", "", "Tern News reported that ")
    paragraphs = [
        f"{chance.choice(relays)}“{chance.choice(WORDS)},” said {chance.choice(SPEAKERS)}."
        for _ in range(chance.randint(1, 5))
    ]
    given = {"outlet": chance.choice(OUTLETS), "published": published}
    text = "\n\n".join([f"Harbour {number}", *paragraphs])
    return fakes.capture(text, f"news/{number}.txt", **{name: each for name, each in given.items() if each})


def varied(chance: random.Random, one: Statement) -> Statement:
    """Return a statement with a form, act, day, setting and confidence of its own."""
    said, setting, to = None, None, None
    start = f"2031-{chance.choice(('03', '04'))}-{chance.randint(1, 28):02}"
    if chance.random() < 0.7:
        said = Said(Interval(start, chance.choice((start, "2031-04-30"))), start, SaidBasis.STATED, "stated")
    span = one.attribution.content[0]
    if chance.random() < 0.5:
        kind = chance.choice((SettingKind.SPEECH, SettingKind.CALL))
        setting = Setting(one.attribution.document_id, kind, (span,))
    if chance.random() < 0.3:
        to = span
    attribution = replace(
        one.attribution,
        form=chance.choice(list(Form)),
        act=chance.choice((*Act, None)),
        confidence=chance.choice((0.25, 0.5, 0.6, 0.75, 0.8, 0.9, 0.95, 1.0)),
    )
    stated = chance.choice((None, 0.01, 0.9, 0.95))
    return replace(one, attribution=attribution, said=said, setting=setting, to=to, stated=stated)


def put(store: Store, chance: random.Random, of: Capture) -> None:
    """Leave one article in the record, with statements that vary and perhaps a flag."""
    made = fakes.article(of)
    first = made.document.span(0, 7)
    flags = [kind for kind in (AnomalyKind.WEEKDAY, AnomalyKind.NUMBER) if chance.random() < 0.25]
    with store.writing() as connection:
        store.add(
            connection,
            of,
            made.document,
            [varied(chance, each) for each in made.statements],
            made_by=fakes.MADE_BY,
            accounts=made.accounts,
            anomalies=[Anomaly(made.document.id, kind, (first,), "made up") for kind in flags],
        )


def identify(store: Store) -> None:
    """Leave in the record who speaks across its articles: whoever has one name is one."""
    with store.writing() as connection:
        found: dict[str, list[str]] = {}
        for appearance, _ in identities.appearances(connection):
            found.setdefault(appearance.name, []).append(appearance.actor_id)
        made = [
            Identity(content_id("test", name), ActorKind.PERSON, name, tuple(found[name])) for name in sorted(found)
        ]
        identities.keep(connection, made, made)


def crowd(store: Store, number: int, seed: int = 7) -> None:
    """Leave `number` articles in the record, with who their speakers are across them, and flags."""
    chance = random.Random(seed)
    for each in range(number):
        put(store, chance, capture(chance, each))
    identify(store)
