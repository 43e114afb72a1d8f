"""The examples as whole records: ``python -m tests.golden.summit`` prints what the golden file holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord import classify, clean, read, resolve
from onrecord.extract import Tagger
from onrecord.record import Capture, Statement, words_of
from onrecord.run.accounts import account

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("summit.jsonl")


def lines() -> Iterator[str]:
    """Yield each document's head and regions, its statements and its other quotations; no confidences."""
    tagger = Tagger.load()
    for capture in read.captures([str(ROOT / "examples" / "summit")]):
        assert isinstance(capture, Capture)
        document = clean.document(capture)
        times = [
            moment and [moment.iso, moment.zone, moment.basis.value]
            for moment in (document.published, document.updated)
        ]
        yield _line(capture.article, document.id, document.outlet, document.language, times, document.flags)
        for region in document.regions:
            yield _line(
                region.kind.value, region.start, region.end, document.text[region.start : region.end], region.reason
            )
        attributions = tagger.attributions(document)
        found = resolve.resolution(document, attributions)
        for statement in classify.typed(classify.stated(found.statements), document.text):
            attribution, speaker = statement.attribution, statement.speaker
            roles = [words_of(spans) for spans in (attribution.source, attribution.cue, attribution.content)]
            who = [speaker.kind.value, speaker.name, sorted({r.words for r in speaker.roles})] if speaker else None
            relay = statement.relay.name if statement.relay else None
            yield _line(statement.id, attribution.form.value, attribution.act, who, relay, statement.basis, *roles)
            if told := _circumstances(statement):
                yield _line(*told)
            yield _line(*_kind(statement))
        for anomaly in found.anomalies:
            yield _line(anomaly.kind.value, anomaly.reason, [span.words for span in anomaly.spans])
        accounts = account(document, attributions)
        for quotation in accounts.unattributed:
            yield _line(quotation.id, quotation.reason.value, quotation.span.words)
        yield _line("quotations", accounts.quotations, "unattributed", len(accounts.unattributed))


def _circumstances(statement: Statement) -> list[object]:
    """Return to whom, when and on which occasion it was said, as far as the text tells."""
    to, said, setting = statement.to, statement.said, statement.setting
    return [
        *(["to", statement.addressee.name if statement.addressee else None, to.words] if to else []),
        *(["said", said.edtf, said.basis.value, said.reason] if said else []),
        *(["setting", setting.kind.value, setting.medium, words_of(setting.spans)] if setting else []),
    ]


def _kind(statement: Statement) -> list[object]:
    """Return the type, the condition, and whether it was said at all."""
    marks = [name for name in ("negated", "hypothetical") if getattr(statement, name)]
    return ["type", statement.type, *(["if", words_of(statement.condition)] if statement.condition else []), *marks]


def _line(*values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


if __name__ == "__main__":
    sys.stdout.write("".join(line + "\n" for line in lines()))
