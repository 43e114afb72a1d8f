"""Made-up reprints of real articles: cut, added to, held by longer ones, edited as desks edit; and what only looks so.

Everything is drawn from a seed, so that the same articles give the same collection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

Paragraphs = list[list[str]]
"""A text as paragraphs of sentences."""

SHARE = 0.3
"""How much is cut or added."""
TIMES = 5
"""How long the article is that holds a report, in lengths of the report."""
WIRE_WORDS = 120
"""Words of a report that longer articles hold, at least."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_HOUSE = (
    ("organiz", "organis"), ("recogniz", "recognis"), ("color", "colour"), ("favor", "favour"), ("labor ", "labour "),
    ("defense", "defence"), ("center", "centre"), ("program ", "programme "), ("percent", "per cent"), ("Mr. ", ""),
    ("Mrs. ", ""), ("U.S.", "US"), (" toward ", " towards "), ("traveled", "travelled"), (" Sen. ", " Senator "),
    ("Gov. ", "Governor "), (" while ", " whilst "), (" that was ", " which was "), (" 10 ", " ten "),
    (" can't ", " cannot "),
)  # fmt: skip
_SWAPS = {
    "said": "stated", "also": "too", "big": "large", "began": "started", "told": "informed", "around": "about",
    "before": "ahead of", "however": "but", "because": "since", "many": "numerous", "nearly": "almost", "help": "aid",
}  # fmt: skip
_HEADLINES = (
    "What the day brought", "A long day of talks, and no end in sight", "Questions stay open", "Quarrel goes on",
    "“No way back”, say critics", "Five things to know", "Here is what we know so far", "A turn that nobody expected",
)  # fmt: skip
_CITIES = ("LORN", "PORT ILVANE", "VALDEN", "OSTREL", "TARN HAVEN")
_NAMES = ("Ada Merrow", "Jon Tarrant", "Ilse Brandt", "Tomas Verin", "Kei Arano")
_OUTLETS = ("Tern News", "Harbour Courier", "The Lantern", "Ostrel Today", "Northmark Post", "Valden Tribune")
NOTICES = (
    "Tern News belongs to its readers and to nobody else. Whoever wants to help us to send reporters to places from "
    "which nobody reports any more can do so with a small gift each month. Our treasurer accounts for every coin.",
    "This report is part of a series on how decisions are made and who pays for them. The series was begun in spring "
    "and will go on until the election. Letters to its editors are read, all of them, and many are answered.",
    "What is printed here was checked by two of our editors before it went out. If you find a mistake all the same, "
    "tell us: we correct what is wrong, say that we did, and leave the old wording where everybody can see it. The "
    "rules that we follow are older than this page, and they hang on the wall of our newsroom in large letters for "
    "guests and for us.",
)
"""What one outlet puts under its articles, or between their paragraphs."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it goes in: its name, outlet and day, and its text."""

    name: str
    outlet: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by name, and how the second one was made of the first: "" for a pair that only looks like one."""

    a: str
    b: str
    made: str


def paragraphs(text: str) -> Paragraphs:
    """Return `text` as paragraphs of sentences."""
    return [[s.strip() for s in _SENTENCE.split(line) if s.strip()] for line in text.split("\n") if line.strip()]


def plain(told: Paragraphs) -> str:
    """Return the text of paragraphs, a blank line between them."""
    return "\n\n".join(" ".join(sentences) for sentences in told if sentences)


def words(told: Paragraphs) -> int:
    """Return how many words they have."""
    return sum(len(sentence.split()) for sentences in told for sentence in sentences)


def cut_sentences(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return `told` without `SHARE` of its words, sentences at random places gone."""
    left, going = [list(sentences) for sentences in told], SHARE * words(told)
    places = [(i, j) for i, sentences in enumerate(left) for j in range(len(sentences))]
    for i, j in chance.sample(places, len(places)):
        if going <= 0:
            break
        going -= len(left[i][j].split())
        left[i][j] = ""
    return [[sentence for sentence in sentences if sentence] for sentences in left]


def cut_paragraphs(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return `told` without `SHARE` of its words: its end, or paragraphs at random places."""
    order = list(range(len(told)))[::-1] if chance.random() < 0.5 else chance.sample(range(len(told)), len(told))
    left, going = [list(sentences) for sentences in told], SHARE * words(told)
    for i in order:
        while left[i] and going > 0:
            going -= len(left[i].pop().split())
    return left


def add_sentences(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return `told` with `SHARE` more words, sentences of another article at random places."""
    longer = [list(sentences) for sentences in told]
    for sentence in _taken(rest, SHARE * words(told)):
        into = chance.choice(longer)
        into.insert(chance.randint(0, len(into)), sentence)
    return longer


def add_paragraphs(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return `told` with `SHARE` more words, paragraphs of another article at random places."""
    return _interspersed(told, _in_paragraphs(list(_taken(rest, SHARE * words(told))), chance), chance)


def cut_and_add(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return `told` with `SHARE` of its words gone and as many of another article put in."""
    return add_paragraphs(cut_sentences(told, rest, chance), rest, chance)


def held_whole(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return an article `TIMES` as long as `told` that holds it in one piece."""
    around = _in_paragraphs(list(_taken(rest, (TIMES - 1) * words(told))), chance)
    place = chance.randint(0, len(around))
    return around[:place] + told + around[place:]


def held_in_parts(told: Paragraphs, rest: Paragraphs, chance: Random) -> Paragraphs:
    """Return an article `TIMES` as long as `told` that holds it, its paragraphs scattered."""
    around = _in_paragraphs(list(_taken(rest, (TIMES - 1) * words(told))), chance)
    return _interspersed(around, told, chance)


Making = Callable[[Paragraphs, Paragraphs, Random], Paragraphs]
MAKINGS: dict[str, Making] = {
    "cut sentences": cut_sentences,
    "cut paragraphs": cut_paragraphs,
    "added sentences": add_sentences,
    "added paragraphs": add_paragraphs,
    "cut and added": cut_and_add,
    "held whole": held_whole,
    "held in parts": held_in_parts,
}
HELD = frozenset({"held whole", "held in parts"})


def edited(text: str, chance: Random) -> str:
    """Return `text` in another house's style: spellings, quotation marks, dashes, a word changed in sixty."""
    if chance.random() < 0.7:
        for ours, theirs in _HOUSE:
            text = text.replace(ours, theirs)
    marks = chance.choice([None, ('"', '"'), ("‘", "’"), ("“", "”")])
    if marks:
        text = re.sub(r"(?<!\w)[\"“](?=\S)", marks[0], text)
        text = re.sub(r"(?<=\S)[\"”](?!\w)", marks[1], text)
    if chance.random() < 0.3:
        text = text.replace("—", " – ").replace("--", " – ")
    return re.sub(r"\b[a-z]+\b", lambda m: _SWAPS.get(m[0], m[0]) if chance.random() < 0.3 else m[0], text)


def dressed(text: str, chance: Random) -> str:
    """Return `text` under a headline of its own, with a byline and a dateline as often as not."""
    top = [chance.choice(_HEADLINES)]
    if chance.random() < 0.5:
        top.append(f"By {chance.choice(_NAMES)}")
    start = f"{chance.choice(_CITIES)} (Meridian Wire) — " if chance.random() < 0.5 else ""
    return "\n\n".join([*top, start + text])


def reprints(articles: list[Text], donors: list[Text], chance: Random) -> Iterator[tuple[Text, Text, Pair]]:
    """Yield each of `articles`, what was made of it, and how; the ways take turns.

    What is added is taken from `donors`, each sentence once, so that no two texts share any by accident.
    """
    rest = [paragraph for donor in donors for paragraph in paragraphs(donor.text)]
    for number, article in enumerate(articles):
        made = list(MAKINGS)[number % len(MAKINGS)]
        told = paragraphs(article.text)
        if made in HELD:
            told = _beginning(told)
        made_of = MAKINGS[made](told, rest, chance)
        text = dressed(edited(plain(made_of), chance), chance)
        outlet = chance.choice(_OUTLETS)
        yield (
            replace(article, text=plain(told)),
            Text(f"{article.name}/{made}", outlet, article.day, text),
            Pair(article.name, f"{article.name}/{made}", made),
        )


def sharing_quotation(articles: list[Text], donors: list[Text], chance: Random) -> Iterator[tuple[Text, Text, Pair]]:
    """Yield two different articles with the same long quotation in both: half as long as the shorter one."""
    rest = [paragraph for donor in donors for paragraph in paragraphs(donor.text)]
    for one, other in zip(articles[::2], articles[1::2], strict=False):
        short = min(words(paragraphs(one.text)), words(paragraphs(other.text)), 400)
        speech = re.sub('["“”]', "", " ".join(_taken(rest, short / 2)))
        both = [_with_speech(article, speech, chance) for article in (one, other)]
        yield both[0], both[1], Pair(both[0].name, both[1].name, "")


def furnished(articles: list[Text], chance: Random) -> Iterator[Text]:
    """Yield `articles` as one outlet's, each with a notice that stands under or within others too."""
    for article in articles:
        told, notice = article.text.split("\n"), chance.choice(NOTICES)
        place = len(told) if chance.random() < 0.7 else min(2, len(told))
        text = "\n".join([*told[:place], "", notice, "", *told[place:]])
        yield replace(article, name=f"{article.name}/furnished", outlet="Tern News", text=text)


def _with_speech(article: Text, speech: str, chance: Random) -> Text:
    told = paragraphs(article.text)
    who = chance.choice(_NAMES)
    told.insert(chance.randint(1, len(told)), [f"“{speech}” {who} said."])
    return replace(article, name=f"{article.name}/quoting", text=plain(told))


def _beginning(told: Paragraphs) -> Paragraphs:
    """Return the first paragraphs, as many as make a report."""
    for count in range(1, len(told) + 1):
        if words(told[:count]) >= WIRE_WORDS:
            return told[:count]
    return told


def _taken(rest: Paragraphs, count: float) -> Iterator[str]:
    """Take sentences of `count` words away from `rest` and yield them."""
    while count > 0:
        if not rest[-1]:
            rest.pop()
            continue
        sentence = rest[-1].pop(0)
        count -= len(sentence.split())
        yield sentence


def _in_paragraphs(sentences: list[str], chance: Random) -> Paragraphs:
    found: Paragraphs = []
    while sentences:
        count = chance.randint(1, 3)
        found.append(sentences[:count])
        sentences = sentences[count:]
    return found


def _interspersed(told: Paragraphs, more: Paragraphs, chance: Random) -> Paragraphs:
    """Return both, each in its own order."""
    first = set(chance.sample(range(len(told) + len(more)), len(told)))
    one, other = iter(told), iter(more)
    return [next(one) if place in first else next(other) for place in range(len(told) + len(more))]
