"""What stands among an article's paragraphs and is none of them: credits, captions, links, notices.

Every rule asks for the whole line to fit and for few words, since a line wrongly kept out loses
statements while one wrongly kept in costs a little time.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.record import RegionKind


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line: offsets within the line, what it is and why."""

    start: int
    end: int
    kind: RegionKind
    reason: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of ``resources/furniture.toml``, each list as one pattern or set."""

    lines: frozenset[str]
    openings: tuple[str, ...]
    labels: tuple[str, ...]
    picture_links: re.Pattern[str]
    picture_labels: str
    agencies: str


MOST_WORDS = 25
"""Words of the longest link or notice; longer lines that begin like one are read as prose."""
NOTICE_WORDS = 16
"""Words of the longest notice that begins with a mere verb ("Sign up for"), not with a label ("Read more:")."""
CAPTION_WORDS = 60
"""Words of the longest caption that is known by the credit at its end alone."""

LONGEST = 1500
"""Characters of the longest line looked at: above all that the numbers of words allow."""

_WORD = re.compile(r"\w+")
_PICTURE = re.compile(r"(?:!\[[^\]\n]{0,300}\](?:\([^)\n]{0,500}\))?[\s|]*+)+")
_COPYRIGHT = re.compile(r"(?i)(?:©|\(c\)|copyright\b)[^\n]{0,40}?\b(?:19|20)\d\d\b|[^\n]{0,200}\ball rights reserved\b")
_FOLLOW = re.compile(
    r"(?i)[\"“]?(?:follow|like)\s.{1,60}\son\s(?:twitter|facebook|instagram|x|linkedin|threads|telegram)\b"
)
_REST = re.compile(
    r"(?i)(?:read|see|watch|hear|listen\sto|view)\s(?:the\s|his\s|her\s|their\s)?(?:rest|full|whole|entire|original|complete)\b"
    r".{0,60}\b(?:here|below|at\s\S{1,60})[.:]?"
)
_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}")


@cache
def phrases() -> Phrases:
    """Return the phrases, read once."""
    table = tomllib.loads(files("onrecord.resources").joinpath("furniture.toml").read_text("utf-8"))

    def any_of(name: str) -> str:
        return "|".join(re.escape(item) for item in sorted(table[name], key=lambda item: (-len(item), item)))

    return Phrases(
        lines=frozenset(table["lines"]),
        openings=tuple(phrase for phrase in table["openings"] if not phrase.endswith(":")),
        labels=tuple(phrase for phrase in table["openings"] if phrase.endswith(":")),
        picture_links=re.compile(any_of("picture_links")),
        picture_labels=any_of("picture_labels"),
        agencies=any_of("agencies"),
    )


def furniture(line: str) -> list[Part]:
    """Return the parts of `line` if it is furniture, in order and without gap; empty if it is not."""
    return [] if len(line) > LONGEST else _boilerplate(line) or _pictured(line)


def _boilerplate(line: str) -> list[Part]:
    reason = _notice(line)
    return [Part(0, len(line), RegionKind.BOILERPLATE, reason)] if reason else []


def _notice(line: str) -> str | None:
    count = len(_WORD.findall(line))
    if not count:
        return "no words"
    if _PICTURE.fullmatch(line):
        return "a picture's mark"
    if count > MOST_WORDS:
        return None
    plain = line.casefold().replace("’", "'").strip("\"“”'‘ \t.:!…>»›→|-–—*#[]()")
    if plain in phrases().lines:
        return "a page's label"
    opening = line.casefold().replace("’", "'").lstrip('"“>»*#[ ')
    if opening.startswith(phrases().labels) or (count <= NOTICE_WORDS and opening.startswith(phrases().openings)):
        return "a link or notice"
    if _COPYRIGHT.match(line):
        return "a copyright notice"
    if _FOLLOW.match(line) or _REST.fullmatch(line.strip('"“” ')) or _LINK.fullmatch(line):
        return "a link or notice"
    return None


def _pictured(line: str) -> list[Part]:
    """Return a picture's credit, its caption, or both glued together."""
    if line.startswith("©"):
        return _credit(line)
    match = _trailing_credit().search(line)
    if match is None or len(_WORD.findall(line)) > CAPTION_WORDS:
        return []
    if not _WORD.search(line[: match.start()]):
        return [Part(0, len(line), RegionKind.CREDIT, "a picture's credit")]
    return [Part(0, len(line), RegionKind.CAPTION, "a picture's caption, with its credit")]


@cache
def _trailing_credit() -> re.Pattern[str]:
    """Return the pattern of "Photo: Name / Agency" at a line's end; the label is capitalised."""
    labels = phrases().picture_labels
    # Separators and names share no character, and nothing is given back: the time is linear.
    name = r"(?=[A-Z©@])[\w@'’&()-]{1,30}+(?:[ /,|]{1,3}+[\w@'’.&()-]{1,30}+){0,7}+"
    return re.compile(rf"(?:^|(?<=[.!?)\]|\"”\s]))\(?(?=[A-Z])(?i:{labels})\s?[:/]\s?{name}\.?\)?[\s|]*$")


def _credit(line: str) -> list[Part]:
    end = _credit_end(line)
    rest = line[end:].lstrip()
    start = len(line) - len(rest)
    if not _WORD.search(rest):
        return [Part(0, len(line), RegionKind.CREDIT, "a picture's credit")]
    return [
        Part(0, start, RegionKind.CREDIT, "a picture's credit"),
        Part(start, len(line), RegionKind.CAPTION, "a picture's caption"),
    ]


# Where a caption is glued to a name: a small letter, then a capital that begins a run of words. Names
# such as McKay, MacLeod, DeWitt, LaTour have a capital within.
_GLUED = re.compile(r"(?<=[a-z]{2})(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bLe)(?<!\bDi)(?=[A-Z]\w*+(?:[ ,]\S++){4})")


def _credit_end(line: str) -> int:
    """Return where the credit at the start of `line` ends: at its end unless a caption follows."""
    link = phrases().picture_links.search(line, 0, 200)
    if link:
        return link.end()
    glued = _GLUED.search(line, 0, 200)
    if glued:
        return glued.start()
    if len(_WORD.findall(line)) <= CAPTION_WORDS // 4:
        return len(line)
    slash = line.rfind("/", 0, 120)
    return slash + 1 if slash >= 0 else len(line)
