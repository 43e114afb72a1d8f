"""The attribution tagger: documents in, attributions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.extract.acts import act_of
from onrecord.extract.borders import content_range, source_end, trimmed
from onrecord.extract.confidence import Calibration
from onrecord.extract.coordinated import joined_verbs
from onrecord.extract.decode import Draft, decode
from onrecord.extract.encoding import Encoding, encode
from onrecord.extract.estimates import with_estimates
from onrecord.extract.form import form_of
from onrecord.extract.governed import governed
from onrecord.extract.headline import with_headlines
from onrecord.extract.hollow import is_hollow
from onrecord.extract.inverted import with_inverted
from onrecord.extract.manifest import SHIPPED, Model, load_model
from onrecord.extract.nested import inner_attributions
from onrecord.extract.pieces import WordPieces
from onrecord.extract.quoted_headline import with_quoted_headlines
from onrecord.extract.remembered import Remembered
from onrecord.extract.scores import score
from onrecord.extract.signed import with_signed
from onrecord.extract.tags import UnitSpan
from onrecord.extract.transcript import with_transcript
from onrecord.record import SPOKEN_REGIONS, Attribution, Document, RegionKind, Span, words_of
from onrecord.text.quotations import Quotation, lines, quotations

Ranges = Sequence[tuple[int, int]]

LEAST = 0.3
"""Confidence below which nothing is given.

On PolNeAR dev, int8, from .26 / .3 / .34 on: linked50 .776 / .778 / .777, quoted50 .919 in all, token content
.904 / .904 / .902. Run `python -m eval.gate polnear-dev` before changing it.
"""


@dataclass(frozen=True)
class _Page:
    """What of a text is tagged: its paragraphs, and their outermost quotations."""

    text: str
    document_id: str
    ranges: Ranges

    @cached_property
    def quoted(self) -> tuple[Quotation, ...]:
        return quotations(self.text, self.ranges)


class Tagger:
    """Finds attributions. The same text gives the same answer, bit for bit, whatever came before it.

    One window is tagged per call, on one core: with dynamic quantisation the answer would otherwise
    depend on what else is in the batch. Make it with :meth:`load`; it may be shared by threads.
    """

    def __init__(self, model: Model) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(model.weights, options, providers=["CPUExecutionProvider"])
            self._pieces = WordPieces(Tokenizer.from_str(model.tokenizer))
        except Exception as error:
            raise ModelError(f"the model {model.name} cannot be loaded: {error}") from error
        self._run = Remembered(lambda arrays: tuple(session.run(None, arrays)))
        self._calibration = Calibration.of(model.calibration)
        self.name = model.name
        self.digest = model.digest

    @classmethod
    def load(cls, folder: Path | None = None) -> Tagger:
        """Return the tagger of the model in `folder`, the shipped one by default.

        Raises ModelError where a file of the model is missing or does not fit the manifest.
        """
        return cls(load_model(folder or SHIPPED))

    def attributions(self, document: Document, *, nested: bool = True) -> tuple[Attribution, ...]:
        """Return the attributions in the document's headline, standfirst and body, in order of the text.

        With `nested`, those within the content of another one as well; their `via` tells who relays them.
        """
        regions = [region for region in document.regions if region.kind in SPOKEN_REGIONS]
        headlines = [region for region in regions if region.kind is RegionKind.HEADLINE]
        page = _Page(document.text, document.id, [(r.start, r.end) for r in regions])
        found = self._found(page, [(r.start, r.end) for r in headlines])
        found = with_quoted_headlines(document, headlines, with_headlines(document, headlines, found))
        return _in_order([*found, *self._inner(page, found)] if nested else found)

    def attributions_of_text(self, text: str, document_id: str, *, nested: bool = True) -> tuple[Attribution, ...]:
        """Return the attributions in the whole of `text`, in order of the text; nothing is left out as furniture.

        `nested` as for :meth:`attributions`.
        """
        page = _Page(text, document_id, lines(text))
        found = self._found(page)
        return _in_order([*found, *self._inner(page, found)] if nested else found)

    def _inner(self, page: _Page, outer: Sequence[Attribution]) -> list[Attribution]:
        def tag(ranges: Ranges) -> list[Attribution]:
            return self._found(_Page(page.text, page.document_id, ranges))

        return inner_attributions(page.text, outer, page.quoted, tag)

    def drafts_of_text(self, text: str) -> list[tuple[Draft, Attribution]]:
        """Return what the model finds in `text`, each with the draft that it was made of: what calibration needs."""
        return self._drafted(_Page(text, "", lines(text)))

    def _found(self, page: _Page, apart: Ranges = ()) -> list[Attribution]:
        sure = (attribution for _, attribution in self._drafted(page, apart) if attribution.confidence >= LEAST)
        found = with_inverted(page.text, page.document_id, page.quoted, governed(page.text, sure))
        found = with_estimates(page.text, page.document_id, page.ranges, page.quoted, found)
        spoken = with_transcript(page.text, page.document_id, page.ranges, page.quoted, found)
        return with_signed(page.text, page.document_id, page.ranges, page.quoted, spoken)

    def _drafted(self, page: _Page, apart: Ranges = ()) -> list[tuple[Draft, Attribution]]:
        encoding = encode(page.text, self._pieces, page.ranges)
        if not encoding.units:
            return []
        scores = score(encoding, self._run, encoding.within(apart))
        drafts = decode(scores, encoding.begins, joined_verbs(page.text, encoding))
        found = ((draft, _attribution(draft, encoding, page, self._calibration)) for draft in drafts)
        return [(draft, attribution) for draft, attribution in found if attribution is not None]


def _attribution(draft: Draft, encoding: Encoding, page: _Page, calibration: Calibration) -> Attribution | None:
    """Return the draft to the character, None where it tells nothing."""
    text = page.text
    source = (_source(draft.source, encoding, text),) if draft.source else ()
    cue = (_span(draft.cue, encoding, text),)
    parts = [content_range(*_range(part, encoding), text, page.quoted) for part in draft.content]
    content = trimmed(parts, text, [*source, *cue])
    if not content or is_hollow(text, cue, content):
        return None
    form = form_of(content, text, page.quoted)
    return Attribution(
        document_id=page.document_id,
        source=source,
        cue=cue,
        content=content,
        form=form,
        confidence=calibration.confidence(draft, form),
        act=act_of(words_of(cue, " "), form, words_of(source, " ")),
    )


def _range(span: UnitSpan, encoding: Encoding) -> tuple[int, int]:
    return int(encoding.starts[span.start]), int(encoding.ends[span.end - 1])


def _source(span: UnitSpan, encoding: Encoding, text: str) -> Span:
    start, end = _range(span, encoding)
    return Span.of(text, start, source_end(start, end, text))


def _span(span: UnitSpan, encoding: Encoding, text: str) -> Span:
    return Span.of(text, *_range(span, encoding))


def _in_order(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    return tuple(sorted(attributions, key=lambda a: (a.start, a.spans)))
