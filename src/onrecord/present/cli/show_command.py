"""``onrecord show``: one statement in its paragraph, marked, with its whole provenance."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from rich.text import Text

from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import console, dumped, shortened, visible, write_data
from onrecord.present.export.judged import told
from onrecord.query import Reported, Shown, show
from onrecord.record import Moment, Span, Statement, words_of
from onrecord.settings import Settings
from onrecord.store import Store

_STYLES = {"source": "bold cyan", "cue": "bold magenta", "content": "bold green", "via": "bold yellow"}


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the statement asked for."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        shown = show(store, arguments.id)
    if arguments.json:
        write_data([dumped(_plain(shown))])
        return Exit.OK
    screen = console()
    for number, paragraph in enumerate(shown.paragraphs):
        if number:
            screen.print("[…]")
        screen.print(_marked(shown, paragraph))
    screen.print()
    for name, value in _provenance(shown):
        screen.print(Text.assemble((f"{name:<12}", "dim"), visible(value)), soft_wrap=not sys.stdout.isatty())
    return Exit.OK


def _plain(shown: Shown) -> dict[str, object]:
    capture = shown.capture
    return {
        **told(shown.reported, shown.document.offsets),
        "paragraphs": [{"start": p.start, "end": p.end, "words": p.words} for p in shown.paragraphs],
        "sha256": capture.sha256,
        "media_type": capture.media_type.value,
        "charset": shown.document.charset,
        "source_field": shown.document.source_field,
        "flags": list(shown.document.flags),
        "made_by": shown.made_by,
        "within": [other.id for other in shown.outer],
        "holds": [other.id for other in shown.inner],
    }


def _marked(shown: Shown, paragraph: Span) -> Text:
    """Return the paragraph with each span in brackets that name its role, so that colour is not needed."""
    marked, position = Text(), paragraph.start
    for role, span in shown.roles:
        if span.start < position or span.end > paragraph.end:
            continue  # of another paragraph, or within another span, as who relays it within the content
        marked.append(_lines(shown.document.text[position : span.start]))
        marked.append(f"[{role}: ", "dim").append(_lines(span.words), _STYLES[role]).append("]", "dim")
        position = span.end
    return marked.append(_lines(shown.document.text[position : paragraph.end]))


def _lines(words: str) -> str:
    return "\n".join(map(visible, words.split("\n")))


def _provenance(shown: Shown) -> Iterator[tuple[str, str]]:
    reported, document, capture = shown.reported, shown.document, shown.capture
    heading, speaker = reported.heading, reported.statement.speaker
    yield "statement", reported.id
    yield "speaker", f"{reported.speaker} ({speaker.kind.value})" if speaker else "nobody named"
    yield "basis", reported.statement.basis
    if reported.version:
        yield "judged", f"{reported.status.value}, after {reported.version} judgements; see its review, or --json"
    known = reported.known.get(speaker.id) if speaker else None
    if speaker and known:
        met = f', here "{speaker.name}"' if speaker.name != known.name else ""
        yield "actor", f"{known.id[:8]}{met}{f', Wikidata {known.authority}' if known.authority else ''}"
    if speaker and speaker.roles:
        yield "roles", "; ".join(dict.fromkeys(role.words for role in speaker.roles))
    if reported.relay:
        yield "relayed by", _relay(reported)
    yield from _circumstances(reported.statement, reported)
    for name, others in (("within", shown.outer), ("holds", shown.inner)):
        for other in others:
            yield name, f"{other.id[:8]} {other.speaker or 'nobody named'}: {shortened(other.words, 40)}"
    yield "act", reported.act or "unknown: the version that made this did not tell; read the input again"
    if reported.stated is not None:
        yield "stated", f"{reported.stated:.2f}: the probability that it is a public statement"
    yield from _kind(reported)
    yield "form", f"{reported.form}, confidence {reported.confidence:.2f}, in the {reported.region or 'text'}"
    for role, span in shown.roles:
        start, end = shown.in_source(span)
        yield role, f"[{span.start}, {span.end}) of the document, [{start}, {end}) of the source"
    yield "headline", heading.title or "unknown"
    yield "outlet", heading.outlet or "unknown"
    yield "published", _moment(document.published)
    yield "updated", _moment(document.updated)
    if heading.url:
        yield "url", heading.url
    for locator in heading.locators:
        yield "read from", locator
    yield "source", _source(shown)
    yield "sha256", capture.sha256
    if document.flags:
        yield "flags", ", ".join(document.flags)
    yield "made by", shown.made_by


def _relay(reported: Reported) -> str:
    relay = reported.statement.relay
    return f"{reported.relay} ({relay.kind.value})" if relay else f"{reported.relay} (nobody named)"


def _circumstances(statement: Statement, reported: Reported) -> Iterator[tuple[str, str]]:
    """Yield to whom, when and where it was said, as far as the text tells."""
    if reported.addressee:
        kind = statement.addressee.kind.value if statement.addressee else "nobody named"
        yield "to", f"{reported.addressee} ({kind})"
    if statement.said:
        yield "said on", f"{statement.said.edtf} ({statement.said.basis.value}: {statement.said.reason})"
    if statement.setting:
        setting = statement.setting
        medium = f", {setting.medium}" if setting.medium else ""
        yield "occasion", f"{setting.kind.value}{medium}: “{reported.setting}” ({setting.basis.value})"


def _kind(reported: Reported) -> Iterator[tuple[str, str]]:
    """Yield what kind of statement it is, what it is about, and how many others tell the same."""
    statement, joined = reported.statement, reported.joined
    if statement.type is not None:
        not_said = "".join(f", {name}" for name in ("negated", "hypothetical") if getattr(statement, name))
        yield "type", f"{statement.type.value} ({statement.type_chance:.2f}){not_said}"
    if statement.condition:
        yield "condition", f"“{words_of(statement.condition)}”"
    if joined.about:
        yield "issue", f"{joined.about.issue}: {reported.stance or 'stance unknown'}"
    for each in joined.utterances:
        yield "utterance", f"{each[:8]}: told by others too, see onrecord compare {each[:8]}"


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return "unknown"
    zone = f" {moment.zone}" if moment.zone and moment.zone not in moment.iso else ""
    where = f", [{moment.span.start}, {moment.span.end}) “{moment.span.words}”" if moment.span else ""
    return f"{moment.iso}{zone} (basis: {moment.basis.value}{where})"


def _source(shown: Shown) -> str:
    document, capture = shown.document, shown.capture
    where = f', field "{document.source_field}"' if document.source_field else ""
    return f"{capture.media_type.value}, {len(capture.data)} bytes, {document.charset}{where}"
