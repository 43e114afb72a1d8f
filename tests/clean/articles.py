# ruff: noqa: E501 (paragraphs are one line each, as in the pages and files they stand for)
"""Articles about invented people and outlets, and short ways to read them."""

from __future__ import annotations

from typing import Any

from onrecord.clean import document
from onrecord.record import Capture, Document, Given, MediaType, RegionKind

PLAIN = """\
Harbour Board: Ferry Fares To Stay Until Spring
10:05 GMT 14.03.2031 (Updated: 11:40 GMT 14.03.2031)
© Northwind / Ilse Varga / Go to the mediabankHarbour Board chair Ada Poe is speaking at the spring meeting in Port Ellery.
© Northwind / Ilse Varga/
Subscribe
The board met for the third time this year.
"We will not raise the fares before the spring," Poe said.
![]() |
Ferry workers wait at the quay in Port Ellery, on 12/3. Photo: NWA |
Ferry workers wait at the quay in Port Ellery, on 12/3. Photo: NWA
Union leader Jonas Fry called the promise “thin”.
Mira Okafor (Reuters)"""

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry fares to stay until spring | The Ellery Post</title>
<meta property="og:site_name" content="The Ellery Post">
<meta property="og:title" content="Ferry fares to stay until spring">
<link rel="canonical" href="https://ellery.example/fares">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": ["NewsArticle"], "headline": "Ferry fares to stay until spring",
 "datePublished": "2031-03-14T10:05:00+01:00", "dateModified": "2031-03-14T12:00:00Z",}]}
</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/sea">Sea</a></ul></nav>
<article><h1>Ferry fares to stay until&nbsp;spring</h1>
<p class="byline">By Mira Okafor</p>
<time datetime="2031-03-14">14 March 2031</time>
<p>The harbour board of Port Ellery met on Friday for the third time this year, and it left the fares alone.</p>
<p>&ldquo;We will not raise the fares before the spring,&rdquo; said <b>Ada&nbsp;Poe</b>, who chairs the board &amp; its council.</p>
<figure><img src="q.jpg" alt="no"><figcaption>The quay at dawn. Photo: Ilse Varga</figcaption></figure>
<blockquote><p>Nobody who works on the water believes a word of that promise, and I include my own members.</p></blockquote>
<p>So wrote Jonas Fry, who leads the union of the crews, in a letter that the board received on Thursday evening.</p>
<aside><p>The fares were last raised two years ago, when the board blamed the price of fuel for a rise of nine percent.</p></aside>
<p>The next meeting of the board is planned for the first week of May, in the old customs house by the bridge.</p>
</article><footer><p>© 2031 The Ellery Post. All rights reserved.</p></footer><script>var x = "<p>no</p>";</script></body></html>
"""


def read(data: str | bytes, media_type: MediaType = MediaType.PLAIN, given: Given | None = None) -> Document:
    """Return the document of `data`."""
    return document(capture_of(data, media_type, given))


def capture_of(data: str | bytes, media_type: MediaType = MediaType.PLAIN, given: Given | None = None) -> Capture:
    """Return `data` as a capture."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return Capture(raw, media_type, "test", "test", given or Given())


def regions(doc: Document, *kinds: str) -> list[tuple[str, str]]:
    """Return the kinds and texts of the regions of `doc`, of these kinds only if any are named."""
    found = [(region.kind.value, doc.text[region.start : region.end]) for region in doc.regions]
    return [item for item in found if item[0] in kinds or not kinds]


def body(doc: Document) -> str:
    """Return the text of the body regions, one to a line."""
    return "\n".join(doc.text[r.start : r.end] for r in doc.regions if r.kind is RegionKind.BODY)


def html(data: str | bytes, **options: Any) -> Document:
    """Return the document of an HTML page."""
    return read(data, MediaType.HTML, **options)
