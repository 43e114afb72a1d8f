"""An office that, as the authority has it, the person did not hold on that day: "former" of a sitting president."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.record import Document, RegionKind
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve.authority import UNKNOWN, Authority, Entry, Office
from onrecord.resolve.contradictions.days import latest
from onrecord.resolve.contradictions.words import bundled
from onrecord.resolve.phrases import Sentences

MARGIN = timedelta(days=7)
"""Days around publication on which nothing may change for an office to be surely held, or surely not."""
_TITLE = "|".join(title.title().replace(" Of ", " of ") for title in bundled().offices)
_WORD = r"[A-Z][\w’'-]{1,24}"
_NAME = rf"{_WORD}(?:[ \u00a0](?:(?:de|da|al|bin|van|von)[ \u00a0])?(?:[A-Z]\.|{_WORD})){{0,2}}"
_BEFORE = re.compile(
    rf"(?P<former>\b[Ff]ormer[ \u00a0]|\b[Ee]x[- \u00a0])?(?P<country>(?:\b[A-Z][\w.]{{0,20}}[ \u00a0]){{0,2}})"
    rf"\b(?P<title>{_TITLE}|{_TITLE.lower()})[ \u00a0](?P<name>{_NAME})"
)
_AFTER = re.compile(
    rf"\b(?P<name>{_NAME}),[ \u00a0](?:the[ \u00a0]|a[ \u00a0])?(?P<former>[Ff]ormer[ \u00a0]|ex[- ])"
    rf"(?P<country>(?:[A-Z][\w.]{{0,20}}[ \u00a0]){{0,2}})(?P<title>{_TITLE}|{_TITLE.lower()})\b"
)
_TOLD = frozenset((RegionKind.HEADLINE, RegionKind.STANDFIRST, RegionKind.BODY, RegionKind.CAPTION))
_SUPPOSED = frozenset(("once", "is", "be", "become", "becomes", "as", "a", "an", "would", "will"))
_SAYS = re.compile(r"[ \u00a0,]{0,3}\b(?:said|says|told|tells|warned|warns|announced|added|insisted)\b")


@dataclass(frozen=True, slots=True)
class _Titled:
    """A person with a title as the text has them."""

    start: int
    end: int
    former: bool
    country: str
    title: str
    name: str


def offices(document: Document, authority: Authority) -> Iterator[Anomaly]:
    """Yield a flag for each title that does not fit its person on the day of publication.

    "Former" is flagged where the office is surely held. With the country's name, an office is flagged
    that was only taken up later, and one that is over where a sentence about today has its holder speak
    under it. A bare "President Brandt" is courtesy to one who is out of office, or a supposition of one
    who is not yet. Nothing is flagged without a day of publication, or where the authority is not sure.
    """
    today = latest(document)
    if today is None:
        return
    sentences = Sentences.of(document)
    for titled in _titled(document):
        for entry in _entries(titled, authority):
            reason = _contradiction(document, titled, entry, today, authority, sentences)
            if reason is not None:
                yield Anomaly(document.id, AnomalyKind.OFFICE, (document.span(titled.start, titled.end),), reason)


def _titled(document: Document) -> Iterator[_Titled]:
    words = bundled()
    for region in document.regions:
        if region.kind not in _TOLD:
            continue
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(document.text, region.start, region.end):
                before = re.findall(
                    r"[\w-]+", document.text[max(region.start, match.start() - 20) : match.start("title")]
                )
                if {word.casefold() for word in before[-2:]} & words.before_title or "then" in before[-3:]:
                    continue
                country, title = match["country"].strip(), match["title"].casefold()
                yield _Titled(match.start(), match.end(), bool(match["former"]), country, title, match["name"])


def _entries(titled: _Titled, authority: Authority) -> tuple[Entry, ...]:
    """Return the one person whom the name names, in full or by surname, if they ever held such an office.

    Words after a full name may be no part of it: "Abel Tarn Monday".
    """
    parts = [part for part in re.sub(r"[’']s?$", "", titled.name).split() if not part.endswith(".")]
    found = authority.by_surname(parts[0]) if len(parts) == 1 else ()
    for count in range(len(parts), 1, -1):
        found = found or authority.find(" ".join(parts[:count]))
    fitting = tuple(entry for entry in found if _terms(titled, entry, authority))
    return fitting if len(fitting) == 1 else ()


def _terms(titled: _Titled, entry: Entry, authority: Authority) -> list[Office]:
    """Return the person's terms of the office that the title names, of the country where one is named."""
    kinds = bundled().offices[titled.title]
    codes = {t.code for word in _countries(titled.country) for t in authority.countries(word)}
    return [
        office
        for office in entry.offices
        if office.kind in kinds
        and titled.title in office.title.casefold()
        and (not titled.country or office.country in codes)
    ]


def _countries(words: str) -> tuple[str, ...]:
    """Return the words before a title that may be a country's: all of them, and the last one."""
    return (words, words.split()[-1]) if words else ()


def _contradiction(
    document: Document, titled: _Titled, entry: Entry, today: date, authority: Authority, sentences: Sentences
) -> str | None:
    terms = _terms(titled, entry, authority)
    around = (today - MARGIN, today + MARGIN)
    if titled.former:
        sure = all(authority.held(entry, o.kind, o.country, day) for o in terms[-1:] for day in around)
        term = next((o for o in terms if o.held(today.isoformat()) and o.held(around[0].isoformat())), None)
        if term is None or not sure or _is_supposed(document.text, titled, sentences):
            return None
        return f"{entry.name} was {term.title} on {today}, in office since {term.start}"
    if any(authority.held(entry, o.kind, o.country, day) is not False for o in terms for day in around):
        return None
    if not titled.country:
        return None
    if all(UNKNOWN not in o.start and o.start > around[1].isoformat() for o in terms):
        return f"{entry.name} became {terms[0].title} only on {min(o.start for o in terms)}, after {today}"
    if _is_now(document.text, titled, sentences):
        ended = max((o.end or "" for o in terms), default="")
        return f"{entry.name} was not {terms[0].title} any more on {today}, but until {ended}"
    return None


def _is_supposed(text: str, titled: _Titled, sentences: Sentences) -> bool:
    """Return whether somebody only will be, or might be, what the title says: once she is former president."""
    start, _ = sentences.at(titled.start)
    before = [word.casefold() for word in re.findall(r"\w+", text[start : titled.start])]
    return not _SUPPOSED.isdisjoint(before[-3:])


def _is_now(text: str, titled: _Titled, sentences: Sentences) -> bool:
    """Return whether the person speaks under the title, in a sentence about today or a day of this week."""
    start, end = sentences.at(titled.start)
    words = {word.casefold() for word in re.findall(r"\w+", text[start:end])}
    return (
        bool(_SAYS.match(text, titled.end, end))
        and bool(words & bundled().now)
        and not re.search(r"\b(?:19|20)\d\d\b", text[start:end])
    )
