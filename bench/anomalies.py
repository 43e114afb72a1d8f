"""Flags raised on real pages, and how many planted contradictions are found: ``python -m bench.anomalies [-v]``.

Needs ../shared. Untouched: newswcl50 and PolNeAR dev with their dates, MEANTIME with the dates of its second
lines, the seeds (the one without a date read as published on 2 September 2025), and the pages of AEB without
statements. Planted, in the same pages: a paragraph printed twice, "former" before a sitting head of state's
title, another number in the headline, the headline's words exchanged for another page's, a date without a year two
weeks ahead for one that is told as past, and another weekday before a full date.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from xml.etree import ElementTree  # our own checked corpus, not what a user gives

from eval.measures import SHARED, rows, tagger

from bench.addressees import documents
from onrecord import clean, resolve
from onrecord.errors import InputError
from onrecord.record import Capture, Document, Given, MediaType, RegionKind, Statement
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve.authority import authority
from onrecord.resolve.contradictions import anomalies
from onrecord.resolve.contradictions.numbers import _counted as counted
from onrecord.resolve.when import times

CORPORA = SHARED / "corpora"
SEED_DAY = "2025-09-02"


def read(text: str, name: str, published: str | None = None, outlet: str | None = None) -> Document:
    """Return a plain text as a document."""
    given = Given(charset="utf-8", published=published, outlet=outlet)
    return clean.document(Capture(text.encode("utf-8", "surrogatepass"), MediaType.PLAIN, name, name, given))


def polnear() -> Iterator[Document]:
    """Yield the articles of PolNeAR dev."""
    for row in rows(CORPORA / "polnear" / "dev.jsonl.gz"):
        yield read(row["text"], row["id"], row["published"], row["outlet"])


def meantime() -> Iterator[Document]:
    """Yield the articles of MEANTIME, their tokens joined."""
    for path in sorted((CORPORA / "meantime" / "intra-doc_annotation").rglob("*.xml")):
        sentences: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
        lines = [_joined(sentences[number]) for number in sorted(sentences)]
        found = re.match(r"\w+ \d+, \d{4}", lines[1])
        day = datetime.strptime(found[0], "%B %d, %Y").date().isoformat() if found else None
        yield read("\n\n".join(lines), path.name, day)


def _joined(words: list[str]) -> str:
    text = re.sub(r" ([,.;:!?%)\]]|'s\b|n't\b)", r"\1", " ".join(words))
    return re.sub(r'" ([^"]*?) "', r'"\1"', re.sub(r"([(\[$£€]) ", r"\1", text))


def aeb() -> Iterator[Document]:
    """Yield the pages of AEB that make a document."""
    for path in sorted((CORPORA / "aeb").rglob("*.html.gz")):
        try:
            yield clean.document(Capture(gzip.decompress(path.read_bytes()), MediaType.HTML, str(path), path.name))
        except InputError:
            continue


def seeds() -> Iterator[Document]:
    """Yield the two seeds; the one that tells no date was published on `SEED_DAY`."""
    for path in sorted((SHARED / "cases" / "seeds").iterdir()):
        doc = read(path.read_text("utf-8"), path.name)
        yield doc if doc.published else read(path.read_text("utf-8"), path.name, SEED_DAY)


def flags(doc: Document, told: tuple[Statement, ...] | None = None) -> tuple[Anomaly, ...]:
    """Return the flags of a document."""
    found = resolve.statements(doc, tagger().attributions(doc)) if told is None else told
    return anomalies(doc, found, times(doc), authority())


def untouched(verbose: bool) -> dict[str, list[Document]]:
    """Print how many flags of each kind the pages get as they are; return the documents by corpus."""
    by_corpus = {"newswcl50": list(documents().values()), "PolNeAR dev": list(polnear())}
    by_corpus |= {"MEANTIME": list(meantime()), "seeds": list(seeds()), "AEB": list(aeb())}
    for name, docs in by_corpus.items():
        found = [(doc, flag) for doc in docs for flag in flags(doc, () if name == "AEB" else None)]
        print(f"{name:12s} {len(docs):4d} pages", dict(Counter(flag.kind.value for _, flag in found)))
        for _, flag in found if verbose else []:
            print("   ", flag.kind.value, "|", " … ".join(span.words[:70] for span in flag.spans), "|", flag.reason)
    return by_corpus


def planted(docs: list[Document]) -> None:
    """Print how many of the planted contradictions of each kind are flagged."""
    chance = random.Random(1)
    for kind, plant in PLANTS.items():
        made = [new for doc in docs if (new := plant(doc, docs, chance)) is not None]
        right = sum(any(flag.kind is kind for flag in flags(new, told)) for new, told in made)
        print(f"{kind.value:48s} {right:4d} of {len(made):4d} found")


_Planted = tuple[Document, tuple[Statement, ...] | None] | None


def with_text(doc: Document, text: str) -> Document:
    """Return another text as a document of the same day."""
    return read(text, doc.capture_id, doc.published.iso if doc.published else None, doc.outlet)


def twice(doc: Document, docs: list[Document], chance: random.Random) -> _Planted:
    """Print a paragraph of the body twice."""
    long = [r for r in doc.regions if r.kind is RegionKind.BODY and len(doc.text[r.start : r.end].split()) > 8]
    if not long:
        return None
    region = chance.choice(long)
    return with_text(doc, doc.text[: region.end] + "\n\n" + doc.text[region.start :]), ()


def former(doc: Document, docs: list[Document], chance: random.Random) -> _Planted:
    """Call a sitting president or prime minister former."""
    match = re.search(
        r"(?<!Vice )\b(?:U\.S\. |Russian |German |French |Japanese )?(?:President|Prime Minister) [A-Z]\w+ [A-Z]\w+",
        doc.text,
    )
    name = match and authority().find(" ".join(match[0].split()[-2:]))
    day = doc.published.iso[:10] if doc.published else ""
    if not match or not name or not day or not any(o.held(day) for o in name[0].offices):
        return None
    return with_text(doc, doc.text[: match.start()] + "former " + doc.text[match.start() :]), ()


def number(doc: Document, docs: list[Document], chance: random.Random) -> _Planted:
    """Change a number of the headline that the body has of the same things."""
    region = next((r for r in doc.regions if r.kind is RegionKind.HEADLINE), None)
    found = counted(doc.text, region.start, region.end) if region else []
    if not found:
        return None
    first = found[0]
    other = f"{first.unit}{round(first.number * 3 + 1)}"
    return with_text(doc, doc.text[: first.start] + other + doc.text[first.end :]), ()


def headline(doc: Document, docs: list[Document], chance: random.Random) -> _Planted:
    """Let the most cited speaker of the body say in the headline what another page's headline says."""
    told = resolve.statements(doc, tagger().attributions(doc))
    names = Counter(s.speaker.name.split()[-1] for s in told if s.speaker and s.speaker.kind.value == "person")
    other = chance.choice(docs)
    words = next((other.text[r.start : r.end] for r in other.regions if r.kind is RegionKind.HEADLINE), "")
    if not names or other is doc or len(words.split()) < 4:
        return None
    name = names.most_common(1)[0][0]
    body = next((r.start for r in doc.regions if r.kind is RegionKind.BODY), 0)
    return with_text(doc, f"{name}: {words.split(': ')[-1]}\n\n{doc.text[body:]}"), None


def future(doc: Document, docs: list[Document], chance: random.Random) -> _Planted:
    """Tell a day two weeks ahead as past in the last paragraph."""
    if doc.published is None:
        return None
    day = date.fromisoformat(doc.published.iso[:10]) + timedelta(days=14)
    form = chance.choice(
        [f"{day.day}/{day.month}", f"{day.day} {day:%B}", f"{day:%B} {day.day}", f"{day:%b} {day.day}"]
    )
    sentence = chance.choice(
        ["The ministers met on {}.", "The council on {} voted against it.", "On {}, the party sued the council."]
    )
    return with_text(doc, doc.text.rstrip() + "\n\n" + sentence.format(form) + "\n"), ()


def weekday(doc: Document, docs: list[Document], chance: random.Random) -> _Planted:
    """Give the day of publication, in full, the weekday after its own, in the last paragraph."""
    if doc.published is None:
        return None
    day = date.fromisoformat(doc.published.iso[:10])
    wrong = f"{day + timedelta(days=1):%A}, {day:%B} {day.day}"
    return with_text(doc, doc.text.rstrip() + f"\n\nThe ministers met on {wrong}.\n"), ()


PLANTS = {
    AnomalyKind.REPEATED: twice,
    AnomalyKind.OFFICE: former,
    AnomalyKind.NUMBER: number,
    AnomalyKind.UNBORNE: headline,
    AnomalyKind.FUTURE: future,
    AnomalyKind.WEEKDAY: weekday,
}


def main() -> None:
    """Print the flags of untouched pages, then how many planted contradictions are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the flags")
    by_corpus = untouched(parser.parse_args().verbose)
    planted([*by_corpus["newswcl50"], *by_corpus["PolNeAR dev"], *by_corpus["MEANTIME"]])


if __name__ == "__main__":
    main()
