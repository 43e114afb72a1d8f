"""Made-up coverage: events over many days, each told by several outlets, with reprints, and people who speak daily.

Everything is chosen by one seed. Articles come as nouns, so that no model is needed to read them.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.resources import files
from itertools import accumulate
from random import Random

from onrecord.record import (
    Act,
    Actor,
    ActorKind,
    Attribution,
    Basis,
    Capture,
    Document,
    Form,
    Given,
    Interval,
    MediaType,
    Moment,
    OffsetMap,
    Region,
    RegionKind,
    Said,
    SaidBasis,
    Segment,
    Span,
    Statement,
)

MONTHS = tuple(calendar.month_name)[1:]
OUTLETS = tuple(
    f"{place} {kind}"
    for place in ("Tern", "Gull", "Meridian", "Harbour", "Northmark", "Evening")
    for kind in ("News", "Wire", "Courier", "Post", "Herald", "Times", "Gazette")
)
WORDS = 6000
"""Words that events are about and people speak in, of the English ones that the package has vectors of."""
PEOPLE, TOP = 3000, 8
"""How many people speak, and by how much the first of them speak less often than by Zipf's law."""
EVENTS = 10
"""Events of a day."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing said at an event: who, in which words, as quoted and as retold."""

    speaker: str
    words: str
    retold: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on one day in one place, and what was said of it."""

    day: date
    place: str
    about: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One article: the capture, its document and its statements."""

    capture: Capture
    document: Document
    statements: tuple[Statement, ...]


@dataclass(slots=True)
class _Page:
    """A text on its way, with the places of what is said in it."""

    text: str = ""
    regions: list[Region] = field(default_factory=list)
    said: list[tuple[str, int, tuple[int, int], tuple[int, int], tuple[int, int]]] = field(default_factory=list)

    def put(self, words: str) -> tuple[int, int]:
        """Add words; return where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def paragraph(self, kind: RegionKind, start: int) -> None:
        """End a paragraph that began at `start`."""
        self.regions.append(Region(start, len(self.text), kind))
        self.put("\n\n")


class Coverage:
    """Made-up articles without end, day after day; `outlets` is by how many an event is told at most, 3 at least."""

    def __init__(self, seed: int = 1, first: date = date(2023, 1, 1), outlets: int = 11) -> None:
        self._chance, self._day, self._outlets = Random(seed), first, outlets
        self._people = sorted({self._name() for _ in range(PEOPLE)})
        self._chance.shuffle(self._people)
        known = files("onrecord.meaning").joinpath("model", "pieces.txt").read_text("utf-8").splitlines()
        self._words = self._chance.sample(
            [word for word in known if word.isascii() and word.isalpha() and len(word) > 4], WORDS
        )
        self._common = list(accumulate(1 / (rank + 50) for rank in range(WORDS)))
        self._weights = list(accumulate(1 / (rank + TOP) for rank in range(len(self._people))))

    def _name(self) -> str:
        return f"{self._invented(5)} {self._invented(7)}"

    def _invented(self, length: int) -> str:
        letters = ("bdfghklmnprstv", "aeiou")
        return "".join(self._chance.choice(letters[n % 2]) for n in range(length)).title()

    def articles(self) -> Iterator[Made]:
        """Yield articles in order of their days; those of one day in any order."""
        while True:
            day = [made for _ in range(EVENTS) for made in self._event(self._happening())]
            self._chance.shuffle(day)
            yield from day
            self._day += timedelta(days=1)

    def _word(self) -> str:
        return self._chance.choices(self._words, cum_weights=self._common)[0]

    def _happening(self) -> Event:
        chance = self._chance
        topics = [self._word() for _ in range(8)]
        people = dict.fromkeys(chance.choices(self._people, cum_weights=self._weights, k=chance.randint(2, 4)))
        passages = [self._passage(person, topics) for person in people for _ in range(chance.randint(2, 4))]
        return Event(self._day, self._word().title(), topics[0], tuple(passages))

    def _passage(self, speaker: str, topics: list[str]) -> Passage:
        chance = self._chance
        verb, other, first, second = (self._word() for _ in range(4))
        rest = (
            f"{verb} the {first} {chance.choice(topics)} in {self._word().title()} before {chance.choice(MONTHS)}, and "
            f"{chance.randint(2, 900)} {self._word()} people {other} the {second} {chance.choice(topics)}"
        )
        will = chance.choice(("will", "will not", "must", "cannot"))
        return Passage(speaker, f"We {will} {rest}", f"they {will.replace('will', 'would')} {rest}")

    def _event(self, event: Event) -> Iterator[Made]:
        """Yield the reports of an event: some of their own, and reprints of these."""
        outlets = self._chance.sample(OUTLETS, self._chance.randint(3, self._outlets))
        own = [self._report(event, outlet) for outlet in outlets[: max(2, len(outlets) * 2 // 3)]]
        yield from (_made(page, event, outlet) for page, outlet in zip(own, outlets, strict=False))
        for outlet in outlets[len(own) :]:
            yield _made(self._chance.choice(own), event, outlet)

    def _report(self, event: Event, outlet: str) -> _Page:
        chance, page = self._chance, _Page()
        page.put(f"{event.place}: quarrel over the {event.about}")
        page.paragraph(RegionKind.HEADLINE, 0)
        start = len(page.text)
        page.put(
            f"{outlet} reports from {event.place}, where the {event.about} divides people since {chance.random():.6f}."
        )
        page.paragraph(RegionKind.BODY, start)
        for passage in chance.sample(event.passages, max(2, len(event.passages) * 3 // 5)):
            start = len(page.text)
            self._telling(page, passage)
            page.paragraph(RegionKind.BODY, start)
        return page

    def _telling(self, page: _Page, passage: Passage) -> None:
        """Add a paragraph that tells a passage: whole, in part, otherwise, or retold."""
        how = self._chance.random()
        quoted, words = how < 0.75, passage.words
        if how < 0.15:
            words = words.split(", and ")[0]
        elif how < 0.2:
            words = re.sub(r"\d+", lambda found: str(int(found[0]) + 10), words)
        elif not quoted:
            words = passage.retold
        start = len(page.text)
        if quoted:
            page.put("“")
            content = page.put(words)
            page.put(",” ")
            cue = page.put("said")
            page.put(" ")
            source = page.put(passage.speaker)
        else:
            source = page.put(passage.speaker)
            page.put(" ")
            cue = page.put("said")
            page.put(" that ")
            content = page.put(words)
        page.put(f" on {MONTHS[0]} morning, {self._word()} and calm.")
        page.said.append((passage.speaker, start, source, cue, content))


def _made(page: _Page, event: Event, outlet: str) -> Made:
    text = page.text.rstrip("\n") + f"\n\n{outlet}\n"
    day = event.day.isoformat()
    capture = Capture(text.encode(), MediaType.PLAIN, f"{outlet}/{day}", day, Given(outlet=outlet, published=day))
    document = Document(
        capture.id,
        text,
        tuple(page.regions),
        OffsetMap((Segment(0, len(text), 0, len(text)),)),
        "utf-8",
        title=page.text.partition("\n")[0],
        outlet=outlet,
        published=Moment(day, Basis.GIVEN),
        language="en",
    )
    speakers: dict[str, list[Span]] = {}
    for name, _, source, _, _ in page.said:
        speakers.setdefault(name, []).append(document.span(*source))
    cast = {name: Actor(document.id, ActorKind.PERSON, name, tuple(spans)) for name, spans in speakers.items()}
    said = Said(Interval(day, day), day, SaidBasis.INFERRED, "the day of publication")
    statements = tuple(
        Statement(
            Attribution(
                document.id,
                (document.span(*source),),
                (document.span(*cue),),
                (document.span(*content),),
                Form.DIRECT if text[content[0] - 1] == "“" else Form.INDIRECT,
                0.9,
                act=Act.COMMUNICATED,
            ),
            cast[name],
            "name",
            said=said,
            stated=0.9,
        )
        for name, _, source, cue, content in page.said
    )
    return Made(capture, document, statements)
