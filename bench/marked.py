"""Texts with their entities and speakers as GUM (CoNLL-U) and MEANTIME (CAT XML) mark them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.record import Document, OffsetMap, Region, RegionKind

SAYING = frozenset(
    re.findall(
        r"\w+",
        """
    say tell add ask warn write tweet insist announce argue note claim state declare explain report suggest deny
    confirm reply respond stress emphasize admit acknowledge promise demand call urge predict believe think hope
    want comment remark reveal point conclude estimate allege assert describe mention repeat vow pledge threaten
    propose recommend advise inform post agree accuse criticize blog opine
    """,
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A mention of an entity: its place, whether it is a name, and where its head word starts (-1: not marked)."""

    start: int
    end: int
    entity: str
    named: bool
    head: int = -1


@dataclass(slots=True)
class Marked:
    """A text with its entities' mentions, its speakers' mentions and its pronouns of persons."""

    name: str
    document: Document
    mentions: list[Mention] = field(default_factory=list)
    speakers: list[Mention] = field(default_factory=list)
    pronouns: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Word:
    """One token of a CoNLL-U sentence, with its place in the text."""

    start: int
    end: int
    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    entity: str


def sentences(path: Path) -> Iterator[tuple[str, list[Word]]]:
    """Yield each sentence's paragraph kind ("" within a paragraph) and its words, with their places in the text."""
    position, block, glued = 0, "", False
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        lines = part.splitlines()
        words: list[Word] = []
        begins = [line for line in lines if line.startswith("# newpar_block")]
        block = begins[0].split("=")[1].split()[0] if begins else ""
        position += 1 if begins and position else 0
        joined = range(0)
        for line in lines:
            columns = line.split("\t")
            if len(columns) == 10 and "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                joined, glued = range(first, last), "SpaceAfter=No" in columns[9]
            if len(columns) != 10 or not columns[0].isdigit():
                continue
            misc = dict(item.split("=", 1) for item in columns[9].split("|") if "=" in item)
            end = position + len(columns[1])
            words.append(
                Word(
                    position,
                    end,
                    columns[1],
                    columns[2],
                    columns[4],
                    int(columns[6]),
                    columns[7],
                    misc.get("Entity", ""),
                )
            )
            number = int(columns[0])
            ends_joined = number == joined.stop and glued and len(joined) > 0
            position = end + (number not in joined and not ends_joined and misc.get("SpaceAfter") != "No")
        if words:
            yield block, words


def gum(path: Path) -> Marked:
    """Return one text of GUM: headings are headlines, all else is body."""
    pieces: list[str] = []
    regions: list[Region] = []
    length = 0
    found: list[Mention] = []
    speakers: list[Mention] = []
    pronouns: list[Mention] = []
    open_mentions: list[tuple[str, str, int]] = []
    for block, words in sentences(path):
        for word in words:
            pieces.append(" " * (word.start - length) + word.form)
            length = word.end
        if block:
            regions.append(
                Region(words[0].start, words[-1].end, RegionKind.HEADLINE if block == "head" else RegionKind.BODY)
            )
        else:
            last = regions.pop()
            regions.append(Region(last.start, words[-1].end, last.kind))
        mine = list(_mentions(words, open_mentions))
        found += [m for m, _, _ in mine]
        for index, word in enumerate(words, 1):
            held = [m for m, head, kind in mine if head == index and kind in ("person", "organization")]
            if not held:
                continue
            widest = max(held, key=lambda m: m.end - m.start)
            if _speaks(words, index):
                speakers.append(widest)
            if word.lemma in ("he", "she", "his", "her"):
                pronouns.append(widest)
    text = list("".join(pieces))
    for region in regions[1:]:
        text[region.start - 1] = "\n"
    words_text = "".join(text)
    document = Document(path.stem, words_text, tuple(regions), OffsetMap.identity(len(words_text)), "utf-8")
    return Marked(path.stem, document, found, speakers, pronouns)


def _mentions(words: list[Word], pending: list[tuple[str, str, int]]) -> Iterator[tuple[Mention, int, str]]:
    """Yield each mention, the number of its head word, and the type of its entity."""
    inner: set[int] = set()
    for index, word in enumerate(words, 1):
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", word.entity):
            fields = mark.strip("()").split("-")
            if mark.startswith("("):
                pending.append((fields[0], fields[1], index))
            if mark.endswith(")"):
                which = next(i for i in range(len(pending) - 1, -1, -1) if pending[i][0] == fields[0])
                entity, kind, first = pending.pop(which)
                head = _head(words, first, index)
                named = any(words[i - 1].tag.startswith("NNP") for i in range(first, index + 1) if i not in inner)
                inner = inner | set(range(first, index + 1)) if pending else set()
                yield Mention(words[first - 1].start, word.end, entity, named, words[head - 1].start), head, kind


def _head(words: list[Word], first: int, last: int) -> int:
    """Return the number of the word of ``first..last`` whose head lies outside."""
    return next(i for i in range(first, last + 1) if not first <= words[i - 1].head <= last)


def _speaks(words: list[Word], index: int) -> bool:
    word = words[index - 1]
    if word.relation == "nsubj":
        verb = words[word.head - 1]
        clauses = {w.relation.split(":")[0] for w in words if w.head == word.head}
        content = bool(clauses & {"ccomp", "parataxis"}) or verb.relation.startswith("parataxis")
        quoted = any(w.form in '"“”' for w in words)
        return verb.lemma in SAYING and (content or (quoted and verb.lemma in ("say", "add", "tell", "write", "state")))
    marks = [w.form.casefold() for w in words if w.head == index]
    return word.relation.startswith("obl") and "according" in marks


def meantime(path: Path) -> Marked:
    """Return one text of MEANTIME; its first sentence is the headline, its second often the date."""
    root = ET.parse(path).getroot()
    places: dict[str, tuple[int, int, int]] = {}
    pieces: list[str] = []
    bounds: dict[int, list[int]] = {}
    position = 0
    for token in root.iter("token"):
        word, sentence = token.text or "", int(token.get("sentence", "0"))
        new = sentence not in bounds
        glued = word in (".", ",", ")", ";", ":", "'s", "’s", "?", "!", "%", "n't") or (
            pieces and pieces[-1].endswith(("(", "$"))
        )
        gap = "" if not pieces or (glued and not new) else ("\n" if new and sentence <= 2 else " ")
        position += len(gap)
        pieces.append(gap + word)
        places[token.get("t_id", "")] = (position, position + len(word), sentence)
        position += len(word)
        bounds.setdefault(sentence, [position - len(word), position])[1] = position
    text = "".join(pieces)
    regions = [Region(*bounds[0], RegionKind.HEADLINE)]
    if 1 in bounds:
        regions.append(Region(*bounds[1], RegionKind.BODY))
    if 2 in bounds:
        regions.append(Region(bounds[2][0], len(text), RegionKind.BODY))
    document = Document(path.stem, text, tuple(regions), OffsetMap.identity(len(text)), "utf-8")
    return _meantime_marks(root, Marked(path.stem, document), places)


def _meantime_marks(root: ET.Element, marked: Marked, places: dict[str, tuple[int, int, int]]) -> Marked:
    entities, kinds, speech = {}, {}, set()
    for markable in root.find("Markables") or ():
        kinds[markable.get("m_id")] = (markable.get("ent_type") or "", markable.get("class") or "")
    for relation in root.find("Relations") or ():
        if relation.tag == "REFERS_TO":
            for source in relation.findall("source"):
                target = relation.find("target")
                if target is not None:
                    entities[source.get("m_id")] = target.get("m_id")
    mentions: dict[str | None, Mention] = {}
    early: dict[str | None, bool] = {}
    for markable in root.find("Markables") or ():
        anchors = [places[a.get("t_id", "")] for a in markable.findall("token_anchor")]
        if not anchors:
            continue
        place = (anchors[0][0], anchors[-1][1])
        if markable.tag == "ENTITY_MENTION" and markable.get("m_id") in entities:
            named = markable.get("syntactic_type") == "NAM"
            mentions[markable.get("m_id")] = Mention(*place, str(entities[markable.get("m_id")]), named)
            early[markable.get("m_id")] = anchors[0][2] <= 5
        if markable.tag == "EVENT_MENTION":
            event = kinds.get(entities.get(markable.get("m_id")), ("", ""))
            words = marked.document.text[slice(*place)].casefold()
            if "SPEECH" in event[1] and any(words.startswith(v[:3]) and _is_form(words, v) for v in SAYING):
                speech.add(markable.get("m_id"))
    marked.mentions = list(mentions.values())
    for relation in root.find("Relations") or ():
        source, target = relation.find("source"), relation.find("target")
        if relation.tag != "HAS_PARTICIPANT" or relation.get("sem_role") != "Arg0" or source is None or target is None:
            continue
        mention = mentions.get(target.get("m_id"))
        kind = kinds.get(entities.get(target.get("m_id")), ("", ""))[0]
        if source.get("m_id") in speech and mention and early[target.get("m_id")] and kind in ("PER", "ORG"):
            marked.speakers.append(mention)
    marked.speakers = sorted(set(marked.speakers))
    return marked


def _is_form(words: str, verb: str) -> bool:
    irregular = {"said": "say", "told": "tell", "wrote": "write", "thought": "think"}
    stem = verb[:-1] if verb[-1] in "ey" else verb
    return irregular.get(words) == verb or words.startswith(stem)
