"""What the elements of HTML are, as far as reading an article goes."""

from __future__ import annotations

import re

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
"""Elements without content and end tag."""

_BLOCKS = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li listing main menu nav
    noscript ol optgroup option p picture plaintext pre search section select summary svg table tbody td textarea tfoot
    th thead title tr ul video audio xmp
"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that stand apart from the text around them, after the standard's rendering section."""

_HIDDEN = "script style textarea title iframe noembed noframes noscript template svg math datalist"
HIDDEN = frozenset(_HIDDEN.split())
"""Elements whose text no reader sees as part of the page."""

BREAKING = BLOCKS - {"title", "svg", "picture", "video", "audio", "iframe", "noscript", "textarea", "xmp"}
"""Elements whose start ends a picture (svg) or formula (math) that was left open."""

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
"""Elements in which white space stays as it is."""

_LISTS = frozenset({"ul", "ol", "dl", "table", "select", "menu"})
_SCOPES = frozenset({"button", "td", "th", "caption", "object", "template"})
IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "p": (frozenset({"p"}), _SCOPES),
    "li": (frozenset({"li"}), _LISTS),
    "option": (frozenset({"option"}), _LISTS),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), _LISTS)),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), _LISTS)),
    "tr": (frozenset({"tr"}), _LISTS),
}
"""For the start of an element: the open elements that it ends, and those beyond which it does not reach.

Every block element without an entry ends an open paragraph, as "p" does.
"""


class Mark:
    """Bits of what an element's name and class say of the text in it; inherited by the elements within.

    Plain integers: an enum's operators take a fifth of the whole time.
    """

    NONE = 0
    HIDDEN = 1
    PRE = 2
    CAPTION = 4
    CREDIT = 8
    BYLINE = 16
    STANDFIRST = 32
    TIME = 64
    APART = 128
    """Navigation, footers, comments, links to other articles, forms, notices, hidden parts."""
    QUOTE = 256
    LIST = 512
    LINK = 1024
    HEADING = 2048
    ARTICLE = 4096
    TABLE = 8192
    HINTS = (CAPTION, CREDIT, BYLINE, STANDFIRST, TIME, APART)
    """The marks that class names give, one by one."""


_TAGS = {
    "figcaption": Mark.CAPTION,
    "nav": Mark.APART,
    "footer": Mark.APART,
    "form": Mark.APART,
    "button": Mark.APART,
    "select": Mark.APART,
    "menu": Mark.APART,
    "dialog": Mark.APART,
    "search": Mark.APART,
    "time": Mark.TIME,
    "blockquote": Mark.QUOTE,
    "q": Mark.QUOTE,
    "li": Mark.LIST,
    "dd": Mark.LIST,
    "dt": Mark.LIST,
    "a": Mark.LINK,
    "article": Mark.ARTICLE,
    "main": Mark.ARTICLE,
    "table": Mark.TABLE,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Mark.HEADING),
    **dict.fromkeys(HIDDEN, Mark.HIDDEN),
    **dict.fromkeys(PREFORMATTED, Mark.PRE),
}
# Words of class and id attributes, cut at the borders that stylesheets use: - _ and capitals.
_CLASSES = tuple(
    (re.compile(rf"(?i)(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?:{words})(?=$|[\s_-]|[A-Z0-9])"), mark)
    for words, mark in (
        (r"captions?|wp-caption-text|cutline|photo-?caption|image-?caption", Mark.CAPTION),
        (r"(?:photo|image|img|picture|media)-?credits?|credits?|copyright", Mark.CREDIT),
        (r"bylines?|authors?|contributors?|writer", Mark.BYLINE),
        (r"stand-?first|dek|sub-?title|sub-?headline|sub-?head|deck|article-?summary|lede|excerpt", Mark.STANDFIRST),
        (
            r"datelines?|timestamps?|pub-?date|published|publish-?date|post-?date|entry-?date|updated|date-?time",
            Mark.TIME,
        ),
        (
            r"nav|navigation|menus?|breadcrumbs?|footer|foot|sidebar|related|recommended|recirc|recommendations?|comments?"
            r"|social|share|sharing|sharedaddy|newsletters?|subscribe|subscription|paywall|cookies?|consent|promos?|promotion|ads?|advert"
            r"|advertisement|sponsored|popular|trending|most-?read|teasers?|tags|taboola|outbrain|banner|modal|popup|widget|disclaimer"
            r"|toolbar|pagination|pager|skip|login|signup|sign-?up|read-?more|more-?stories|more-?news|see-?also",
            Mark.APART,
        ),
    )
)
HINT_CHARS = 300
"""Characters of an attribute that are looked at: class lists of real pages are shorter."""


def marks_of(name: str, attributes: dict[str, str]) -> int:
    """Return what the element `name` with `attributes` says of its text."""
    mark = _TAGS.get(name, Mark.NONE)
    if not attributes:
        return mark
    hints = f"{attributes.get('class', '')[:HINT_CHARS]} {attributes.get('id', '')[:HINT_CHARS]}"
    if hints != " ":
        for pattern, hinted in _CLASSES:
            if pattern.search(hints):
                mark |= hinted
    if attributes.get("itemprop", "").lower() == "author" or attributes.get("rel", "").lower() == "author":
        mark |= Mark.BYLINE
    if attributes.get("role", "").lower() in ("navigation", "contentinfo", "complementary", "search", "dialog"):
        mark |= Mark.APART
    if "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", "").lower():
        mark |= Mark.APART
    return mark
