"""What a page says of itself beside its text: JSON-LD, meta elements, its title."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.clean.page.dom import Page

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Blog|Story)$")
_TRAILING_COMMA = re.compile(r",(\s*+[}\]])")
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$")
# A JSON-LD block that no parser takes may still hold a plain member.
_MEMBER = r'"{name}"\s*+:\s*+"((?:[^"\\]|\\.){{1,200}}+)"'
_MOST_NODES = 5000

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "article.published",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "date",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page states, None where it does not; dates as written."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    description: str | None = None
    language: str | None = None


def metadata_of(page: Page) -> Metadata:
    """Return what `page` says of itself: JSON-LD of an article first, then meta elements, then its title.

    JSON-LD is read leniently: comments, trailing commas and raw line ends are forgiven.
    """
    articles = list(_articles(page))
    metas = _metas(page)
    titles = [html.unescape(text).strip() for name, _, text in page.raw if name == "title"]

    def first(ld: tuple[str, ...], names: tuple[str, ...]) -> str | None:
        stated = (_words(article.get(name)) for article in articles for name in ld)
        return next((value for value in (*stated, *(metas.get(name) for name in names)) if value), None)

    return Metadata(
        title=first(("headline",), _TITLES) or next((title for title in titles if title), None),
        outlet=first(("publisher",), _OUTLETS),
        url=_canonical(page) or first(("url",), ("og:url",)),
        published=first(("datePublished",), _PUBLISHED) or _loose(page, "datePublished") or _time_element(page),
        updated=first(("dateModified",), _UPDATED) or _loose(page, "dateModified"),
        description=first((), _DESCRIPTIONS),
        language=page.language or first(("inLanguage",), ("og:locale", "content-language", "language")),
    )


def _scripts(page: Page) -> Iterator[str]:
    for name, attributes, text in page.raw:
        if name == "script" and "ld+json" in attributes.get("type", "").lower():
            yield _COMMENT.sub("", text)


def _articles(page: Page) -> Iterator[dict[str, object]]:
    """Yield the article nodes of the page's JSON-LD, in order, graphs and lists looked through."""
    for text in _scripts(page):
        waiting = [_lenient(text)]
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                if any(_ARTICLE.search(kind) for kind in _kinds(node)):
                    yield node
                waiting += [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node]


def _kinds(node: dict[str, object]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _lenient(text: str) -> object:
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _words(value: object) -> str | None:
    """Return a JSON-LD value as words: a string, or an object's name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    return html.unescape(value).strip() or None


def _metas(page: Page) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, attributes in page.heads:
        if name != "meta":
            continue
        content = html.unescape(attributes.get("content", "")).strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and attributes.get(key):
                found.setdefault(attributes[key].lower(), content)
    return found


def _canonical(page: Page) -> str | None:
    links = (attributes for name, attributes in page.heads if name == "link")
    addresses = (html.unescape(a.get("href", "")).strip() for a in links if a.get("rel", "").lower() == "canonical")
    return next((address for address in addresses if address.startswith(("http://", "https://"))), None)


def _loose(page: Page, name: str) -> str | None:
    pattern = re.compile(_MEMBER.format(name=name))
    return next((match.group(1) for text in _scripts(page) if (match := pattern.search(text))), None)


def _time_element(page: Page) -> str | None:
    """Return the date of a time element marked as that of publication; unmarked ones date anything."""
    for name, attributes in page.heads:
        marked = "pubdate" in attributes or "datepublished" in attributes.get("itemprop", "").lower()
        if name == "time" and marked and attributes.get("datetime"):
            return attributes["datetime"]
    return None
