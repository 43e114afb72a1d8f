"""From the occasions that sentences name to the settings of attributions."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from onrecord.record import Act, Attribution, Document, Form, Span
from onrecord.record.occasion import Setting, SettingBasis, SettingKind
from onrecord.resolve.audience import bundled as audience_words
from onrecord.resolve.occasion.mentions import mentions
from onrecord.resolve.occasion.tails import Mention
from onrecord.resolve.occasion.words import bundled
from onrecord.resolve.phrases import Sentences, Word, words

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_SOURCES = frozenset((SettingKind.COURT, SettingKind.STATEMENT, SettingKind.POST, SettingKind.LETTER))
"""Kinds of occasion whose own words speak: the lawsuit says. Reports speak for themselves, on no occasion."""
_OWNED = _SOURCES | {SettingKind.SPEECH, SettingKind.PAPER, SettingKind.INTERVIEW, SettingKind.HEARING}
"""Kinds of occasion that are one speaker's own."""
_MADE = frozenset(
    ("written", "published", "sent", "filed", "obtained", "issued", "released", "signed", "posted", "seen")
)
_COMMA = 40
"""Characters that a comma between an occasion and its verb counts for: what stands nearer may belong to a name."""
_HOLDS = 30
"""Characters from a source within which its verb stands, where that gives a speech or files a lawsuit."""
_SPOKEN = 2
"""Line ends that may lie between two statements of one speaker on one occasion: the next paragraph."""
_WRITTEN = 0
"""The same for what is written: after a tweet or statement the speaker is soon quoted from elsewhere."""


def occasions(
    document: Document, attributions: Sequence[Attribution], speakers: Sequence[Hashable]
) -> tuple[Setting | None, ...]:
    """Return for each attribution the occasion on which it was said, None where the text does not tell.

    `speakers` are who speaks in each, equal where the same one does; None where nobody is known. What
    the sentence of source and cue says outside of every content is stated. Else a setting is carried
    over from the same speaker's statement before in one stretch of text. What is only thought has none.
    """
    contents = frozenset(span.start for attribution in attributions for span in attribution.content)
    return _Reader(document, attributions, speakers, contents, Sentences.of(document)).read()


@dataclass(slots=True)
class _Reader:
    document: Document
    attributions: Sequence[Attribution]
    speakers: Sequence[Hashable]
    contents: frozenset[int]
    sentences: Sentences

    def read(self) -> tuple[Setting | None, ...]:
        order = sorted(range(len(self.attributions)), key=lambda i: _anchor(self.attributions[i]))
        settings: dict[int, Setting | None] = {}
        for place, index in enumerate(order):
            thought = self.attributions[index].act is Act.THOUGHT
            settings[index] = None if thought else self._stated(index)
            if settings[index] is None and not thought:
                settings[index] = self._carried(index, order[:place], settings)
        return tuple(settings[i] for i in range(len(self.attributions)))

    def _stated(self, index: int) -> Setting | None:
        attribution = self.attributions[index]
        return self._by_cue(attribution) or self._in_clause(index) or self._by_source(attribution)

    def _by_cue(self, attribution: Attribution) -> Setting | None:
        for cue in attribution.cue:
            for word in words(self.document.text, cue.start, cue.end):
                kind = bundled().cues.get(word.key)
                if kind is not None:
                    platform = bundled().platforms.get((word.key,))
                    return Setting(self.document.id, kind, (self.document.span(word.start, word.end),), medium=platform)
        return None

    def _by_source(self, attribution: Attribution) -> Setting | None:
        """Return the setting where what speaks is itself a writing: the lawsuit says."""
        for source in attribution.source:
            found = list(words(self.document.text, source.start, source.end))
            head = next((i for i, word in enumerate(found) if word.text in bundled().breaks | _MADE), len(found))
            kind = bundled().kind(found, head) if head else None
            if kind is not None and kind.kind in _SOURCES and not _is_silent(found[:head]):
                return Setting(self.document.id, kind.kind, (source,))
        return None

    def _in_clause(self, index: int) -> Setting | None:
        attribution = self.attributions[index]
        anchors = sorted(attribution.cue or attribution.source)
        best: tuple[int, Mention] | None = None
        places = sorted({*attribution.source, *attribution.cue})
        for start, end in dict.fromkeys(self.sentences.at(span.start) for span in places):
            for mention in mentions(self.document.text, start, end, self.contents):
                apart = _is_apart(mention, attribution) or self._is_anothers(mention, attribution)
                if apart or self._is_said(mention, index) or self._is_of_another(mention, index):
                    continue
                distance = min(self._distance(mention, span) for span in anchors)
                if best is None or distance < best[0]:
                    best = distance, mention
        return self._setting(best[1]) if best else None

    def _is_anothers(self, mention: Mention, attribution: Attribution) -> bool:
        """Return whether what is said or written is somebody else's by name: in Verek's speech, Lorn said."""
        if mention.kind not in _OWNED:
            return False
        end = min([mention.end, *(place[0] for place in (mention.counterpart, mention.place) if place)])
        found = list(words(self.document.text, mention.start, end))[1:]
        owners = {w.key for w in found if w.capital and w.possessive} - audience_words().times - bundled().outlets
        sources = {w.key for s in attribution.source for w in words(self.document.text, s.start, s.end)}
        return bool(owners) and not owners & sources

    def _distance(self, mention: Mention, anchor: Span) -> int:
        """Return how many characters lie between; a comma counts as many."""
        low, high = sorted((mention.start, anchor.start))
        return high - low + _COMMA * ("," in self.document.text[low:high])

    def _is_said(self, mention: Mention, index: int) -> bool:
        """Return whether the mention stands within another content, or none, than the attribution does."""
        anchor = _anchor(self.attributions[index])
        return any(
            (span.start < mention.end and mention.start < span.end) != (span.start <= anchor < span.end)
            for other in self.attributions
            for span in other.content
        )

    def _is_of_another(self, mention: Mention, index: int) -> bool:
        """Return whether another speaker is named, as one who speaks, between the attribution and the mention."""
        mine = self.attributions[index]
        anchors = {*mine.source, *mine.cue}
        first, last = min(s.start for s in anchors), max(s.end for s in anchors)
        low, high = (mention.end, first) if mention.end <= first else (last, mention.start)
        return any(
            low <= span.start < high
            for i, other in enumerate(self.attributions)
            if i != index and self.speakers[i] != self.speakers[index]
            for span in (*other.source, *other.cue)
        )

    def _setting(self, mention: Mention) -> Setting:
        span = self.document.span
        return Setting(
            self.document.id,
            mention.kind,
            (span(mention.start, mention.end),),
            span(*mention.counterpart) if mention.counterpart else None,
            span(*mention.place) if mention.place else None,
            mention.medium,
        )

    def _carried(self, index: int, before: Sequence[int], settings: dict[int, Setting | None]) -> Setting | None:
        """Return the setting of the same speaker's statement before, where nothing tells that it is over."""
        speaker = self.speakers[index]
        if speaker is None:
            return None
        for other in reversed(before):
            if self.speakers[other] != speaker:
                if not self._is_nested(other):
                    return None
                continue
            setting = settings[other]
            if setting is None or not self._goes_on(setting, other, index):
                return None
            return replace(setting, basis=SettingBasis.CARRIED)
        return None

    def _is_nested(self, index: int) -> bool:
        """Return whether an attribution stands within what another one says."""
        anchor = _anchor(self.attributions[index])
        return any(c.start <= anchor < c.end for i, a in enumerate(self.attributions) if i != index for c in a.content)

    def _goes_on(self, setting: Setting, before: int, index: int) -> bool:
        """Return whether two statements stand in one stretch, and nothing tells of another time."""
        text = self.document.text
        start, end = _anchor(self.attributions[before]), _anchor(self.attributions[index])
        breaks = len(re.findall(r"\n\s*", text[start:end]))
        mine = self.attributions[index]
        told = sorted({*mine.source, *mine.cue})
        cue = {w.text for w in words(text, told[0].start, told[-1].end)} if told else set()
        allowed = _WRITTEN if setting.kind in _SOURCES else _SPOKEN
        if setting.kind in _SOURCES and setting.basis is SettingBasis.STATED and mine.form is Form.DIRECT:
            allowed = 1  # "he said in a statement." The next paragraph has the words.
        # A weekday in the sentence of the statement before is the day of that one, and so of this.
        _, after = self.sentences.at(self.attributions[before].spans[-1].end - 1)
        since = text[after : told[-1].end if told else end]
        return breaks <= allowed and not cue & bundled().otherwise and not _WEEKDAY.search(since)


def _is_apart(mention: Mention, attribution: Attribution) -> bool:
    """Return whether the mention belongs to the source's name, or somebody else holds the occasion it names."""
    if any(s.start <= mention.start < s.end for s in attribution.source):
        return True
    if mention.lead in bundled().told:
        return not any(c.start <= mention.start < c.end for c in attribution.cue)
    holds = mention.lead in bundled().held or mention.lead in bundled().cues
    return holds and not any(0 <= mention.start - s.end <= _HOLDS for s in attribution.source)


def _is_silent(noun: Sequence[Word]) -> bool:
    """Return whether a source that ends in the noun of an occasion is no writing: a court, the Tern Post."""
    return noun[-1].key in bundled().silent or (noun[-1].capital and len(noun) > 1)


def _anchor(attribution: Attribution) -> int:
    """Return where an attribution is tied to its speaker: its source, its cue, or its content."""
    spans: tuple[Span, ...] = (*attribution.source, *attribution.cue)
    return min(s.start for s in spans) if spans else attribution.content[0].start
