"""Training texts of our own: hand-written items with slots, expanded into rows of the corpus's form.

An item of `lab/own/*.txt` is one text in markup: ``[s1 Ana Blom] [c1 said] [x1 the dam would stay open].``
Roles are s (source), c (cue), x (content); the number is the attribution; ``[s1+2 ...]`` is the source of two.
A line is a paragraph, a blank line parts items, ``#`` begins a comment. Quotations are written with “ ” and
within them ‘ ’; ' is an apostrophe. Slots stand in braces and are drawn once per text:
``{a|b|}`` one of these; ``{A}`` a person's full name (A to H), ``{A.l}`` the last name, perhaps with Mr or Ms,
``{A.b}`` bare, ``{A.f}`` first name, ``{A.t}`` title, ``{A.r}`` role as an apposition, ``{A.he}`` ``{A.him}``
``{A.his}`` ``{A.man}`` by gender; ``{city}`` and the like a value of that section of `slots.ini`, ``{city2}``
another one, ``{City}`` with a capital; ``{n}`` ``{big}`` ``{pct}`` ``{money}`` ``{year}`` numbers.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_suffix("")
ROLES = {"s": "source", "c": "cue", "x": "content"}
COPIES = 3
"""Texts per item."""

_OPEN = re.compile(r"\[([scx])([\d+]+) ")
_HEAD = re.compile(r"^((?:\[[scx][\d+]+ )?)([a-z])", re.MULTILINE)
_SLOT = re.compile(r"\{([^{}]*)\}")
_MARKS = (
    *[("“", "”", "‘", "’")] * 5,
    *[('"', '"', "'", "'")] * 4,
    *[("‘", "’", "“", "”")] * 3,
    *[("'", "'", '"', '"')] * 2,
    *[("«", "»", "“", "”")] * 2,
    ("« ", " »", "“", "”"),
    ("«\xa0", "\xa0»", "‹", "›"),
    ("„", "“", "‚", "‘"),
    ("„", "”", "’", "’"),
    ("「", "」", "『", "』"),
)
_PRONOUNS = {
    "f": {"he": "she", "him": "her", "his": "her", "man": "woman", "mr": "Ms"},
    "m": {"he": "he", "him": "him", "his": "his", "man": "man", "mr": "Mr"},
}


@dataclass(frozen=True, slots=True)
class Item:
    """One hand-written text in markup, with the name of its kind and its number within it."""

    kind: str
    number: int
    markup: str


def items() -> list[Item]:
    """Return all items, by file name and in the order they stand there."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        blocks = [block.strip() for block in re.split(r"\n\s*(?:---)?\s*\n", "\n".join(lines))]
        found += [Item(path.stem, number, block) for number, block in enumerate(filter(None, blocks))]
    return found


def slots() -> dict[str, list[str]]:
    """Return the values of each section of `slots.ini`."""
    sections: dict[str, list[str]] = {}
    values: list[str] = []
    for line in (FOLDER / "slots.ini").read_text("utf-8").splitlines():
        if re.fullmatch(r"\[\w+\]", line):
            values = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            values += [value.strip() for value in line.split(" | ")]
    return sections


@dataclass
class Cast:
    """What the slots of one text stand for; every draw is kept."""

    rng: random.Random
    sections: dict[str, list[str]]
    drawn: dict[str, str] = field(default_factory=dict)

    def fill(self, markup: str) -> str:
        """Return `markup` without slots."""
        while (changed := _SLOT.sub(lambda slot: self._value(slot[1]), markup)) != markup:
            markup = changed
        return markup

    def _value(self, name: str) -> str:
        if "|" in name:
            return self.rng.choice(name.split("|"))
        if re.fullmatch(r"[A-H](\.\w+)?", name):
            return self._person(*name.split(".")) if "." in name else self._person(name, "full")
        key = name[0].lower() + name[1:]
        if key not in self.drawn:
            self.drawn[key] = self._draw(key.rstrip("0123456789"))
        value = self.drawn[key]
        if name == key:
            return value
        return self._capital(value)

    def _capital(self, value: str) -> str:
        """Return `value` with a capital; a slot at its head is filled first."""
        value = self.fill(value)
        return value[:1].upper() + value[1:]

    def _draw(self, kind: str) -> str:
        rng = self.rng
        numbers = {
            "n": lambda: str(rng.randint(12, 88)),
            "big": lambda: f"{rng.randint(1, 950)},{rng.randint(0, 9)}00",
            "pct": lambda: f"{rng.randint(3, 79)}{rng.choice(['%', ' per cent', ' percent'])}",
            "money": lambda: (
                f"{rng.choice(['$', '€', '£', ''])}{rng.randint(2, 900)} {rng.choice(['million', 'billion'])}"
            ),
            "year": lambda: str(rng.randint(1961, 2024)),
        }
        if kind in numbers:
            return numbers[kind]()
        free = [value for value in self.sections[kind] if value not in self.drawn.values()]
        return rng.choice(free or self.sections[kind])

    def _person(self, letter: str, form: str) -> str:
        key = f"{letter}.{form.lower()}"
        if f"{letter}.sex" not in self.drawn:
            self._meet(letter)
        if form.lower() in _PRONOUNS["f"]:
            self.drawn[key] = _PRONOUNS[self.drawn[f"{letter}.sex"]][form.lower()]
        if key not in self.drawn:
            kind = {"t": "title", "r": "role"}[form]
            self.drawn[key] = self.rng.choice(self.sections[kind]).replace("@", letter)
        value = self.drawn[key]
        return value if form == form.lower() else value[:1].upper() + value[1:]

    def _meet(self, letter: str) -> None:
        sex = self.drawn[f"{letter}.sex"] = self.rng.choice("fm")
        first = self.rng.choice(self.sections[f"first_{sex}"])
        if self.rng.random() < 0.06:
            first += f" {self.rng.choice('ABCDEFGHJKLMNPRSTVW')}."
        last = self._draw("last")
        style = self.drawn.setdefault("style", self.rng.choice(["", "", "", "", "{} ", "{}. "]))
        self.drawn |= {f"{letter}.f": first, f"{letter}.b": last, f"{letter}.full": f"{first} {last}"}
        self.drawn[f"{letter}.l"] = style.format(_PRONOUNS[sex]["mr"]) + last


def typeset(markup: str, rng: random.Random) -> str:
    """Return filled `markup` with spaces tidied and its marks of quotation, apostrophes and dashes redrawn."""
    markup = re.sub(r" {2,}", " ", markup)
    markup = re.sub(r"(?<!\[[scx]\d) +([.,;:?!])", r"\1", markup)
    markup = re.sub(r" +(?=\]|\n|$)", "", markup)
    markup = re.sub(r",(?=[.,])", "", markup)
    markup = re.sub(r"(\[c\d [^\]]*)\]:", r"\1:]", markup)
    opening, closing, inner_opening, inner_closing = rng.choice(_MARKS)
    apostrophe = "'" if opening in "\"'" else rng.choice("'’’")
    if opening not in '"“' and rng.random() < 0.6:
        markup = re.sub(r",”\]", "”],", markup)
        markup = re.sub(r"(“[a-z][^“”]*)\.”\]", r"\1”].", markup)
    table = {"“": opening, "”": closing, "‘": inner_opening, "’": inner_closing, "'": apostrophe}
    dash = rng.choice([" – ", " — ", " - ", "—", " -- "])
    markup = markup.replace(" – ", dash)
    markup = re.sub(r"(\[c\d )–\] ", rng.choice([r"\1–] ", r"\1—] ", r"\1-] ", r"\1—]", r"\1--] "]), markup)
    markup = re.sub("[“”‘’']", lambda mark: table[mark[0]], markup)
    if rng.random() < (0.5 if opening == "「" else 0.03):
        markup = markup.replace(f"{closing}] [", f"{closing}][")
    return markup.replace("\n", rng.choice(["\n", "\n\n", "\n\n"]))


def bared(markup: str) -> str:
    """Return a content without its leading conjunction or the quotation marks around it, as the program tags it."""
    if markup.startswith("“") and not re.search("[“”]", markup.strip("“”")):
        return markup.strip("“”").rstrip(",")
    return re.sub(r"^(that|whether|how|why|of|as) ", "", markup)


def parse(markup: str) -> tuple[str, list[dict[str, list[list[int]]]]]:
    """Return the text of filled `markup` and its attributions in the order of their numbers.

    Raises ValueError where brackets do not match.
    """
    text: list[str] = []
    stack: list[tuple[str, list[int], int] | None] = []
    found: dict[int, dict[str, list[list[int]]]] = {}
    position = 0
    while position < len(markup):
        opened = _OPEN.match(markup, position)
        character = markup[position]
        if opened:
            stack.append((opened[1], [int(number) for number in opened[2].split("+")], len(text)))
            position = opened.end()
            continue
        position += 1
        if character == "]":
            if not stack:
                raise ValueError(f"a closing bracket too many: {markup}")
            top = stack.pop()
            if top is not None:
                for number in top[1]:
                    spans = found.setdefault(number, {role: [] for role in ROLES.values()})
                    spans[ROLES[top[0]]].append([top[2], len(text)])
                continue
        elif character == "[":
            stack.append(None)
        text.append(character)
    if stack:
        raise ValueError(f"a bracket is not closed: {markup}")
    return "".join(text), [found[number] for number in sorted(found)]


def faults(row: dict[str, Any]) -> list[str]:
    """Return what is wrong with the offsets of `row`: spans empty or off words, roles that overlap, cues missing."""
    text, wrong = row["text"], []
    owner: dict[int, tuple[str, tuple[int, int]]] = {}
    for attribution in row["annotations"]["own"]:
        if len(attribution["cue"]) != 1 or len(attribution["source"]) > 1 or not attribution["content"]:
            wrong.append(f"one cue, at most one source and some content, not {attribution}")
        for role, spans in attribution.items():
            for start, end in spans:
                words = text[start:end]
                if not words.strip() or words != words.strip() or "\n" in words:
                    wrong.append(f"{role} {words!r} is empty, padded or of two paragraphs")
                if text[start - 1 : start].isalnum() and words[:1].isalnum():
                    wrong.append(f"{role} {words!r} begins within a word")
                if text[end : end + 1].isalnum() and words[-1:].isalnum():
                    wrong.append(f"{role} {words!r} ends within a word")
                for at in range(start, end):
                    holder = (role, (start, end))
                    if owner.setdefault(at, holder) != holder or (role != "source" and owner[at][0] == "source"):
                        wrong.append(f"{role} {words!r} overlaps {owner[at][0]}")
                        break
    if re.search(r"[{}]|  ", text):
        wrong.append("a slot or two spaces are left")
    return wrong


def rows(seed: int) -> list[dict[str, Any]]:
    """Return `COPIES` texts of every item, equal ones once, in the order of the items.

    Each is ``{"id", "text", "annotations": {"own": [{"source", "cue", "content"}]}}``; spans are half-open
    code points. The same seed gives the same rows.
    """
    sections, found, seen = slots(), [], set()
    for item in items():
        for copy in range(COPIES):
            rng = random.Random(f"{seed} {item.kind} {item.markup} {copy}")
            markup = Cast(rng, sections).fill(item.markup)
            if item.kind == "inner":
                markup = bared(markup) if rng.random() < 0.6 else markup
            else:
                markup = _HEAD.sub(lambda head: head[1] + head[2].upper(), markup)
            text, attributions = parse(typeset(markup, rng))
            if text not in seen:
                seen.add(text)
                name = f"own/{item.kind}/{item.number}/{copy}"
                found.append({"id": name, "text": text, "annotations": {"own": attributions}})
    return found


def main() -> None:
    """Print how many items, texts and attributions there are of each kind; raise where a row is wrong."""
    written, expanded = Counter(item.kind for item in items()), rows(0)
    texts: Counter[str] = Counter()
    attributions: Counter[str] = Counter()
    for row in expanded:
        if wrong := faults(row):
            raise SystemExit(f"{row['id']}: {'; '.join(wrong)}\n{row['text']}")
        kind = row["id"].split("/")[1]
        texts[kind] += 1
        attributions[kind] += len(row["annotations"]["own"])
    print(f"{'kind':<14}{'items':>7}{'texts':>7}{'attributions':>14}")
    for kind in sorted(written):
        print(f"{kind:<14}{written[kind]:>7}{texts[kind]:>7}{attributions[kind]:>14}")
    print(f"{'all':<14}{written.total():>7}{texts.total():>7}{attributions.total():>14}")


if __name__ == "__main__":
    main()
