"""The nouns of onrecord. No input or output, standard library only."""

from onrecord.record.actor import Actor, ActorKind
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.record.attribution import Act, Attribution, Form
from onrecord.record.capture import Capture, Given, MediaType, Unreadable
from onrecord.record.document import SPOKEN_REGIONS, Basis, Document, Moment, Region, RegionKind
from onrecord.record.identity import Appearance, Candidate, Identity, MetName, MetRole
from onrecord.record.ids import content_id, sha256_hex
from onrecord.record.judgement import Judgement, JudgementKind
from onrecord.record.ledger import Entry, Outcome
from onrecord.record.occasion import Setting, SettingBasis, SettingKind
from onrecord.record.offsets import OffsetMap, Segment
from onrecord.record.quotation import Accounts, Reason, Unattributed
from onrecord.record.span import Span, words_of
from onrecord.record.statement import Statement
from onrecord.record.timex import Granularity, Interval, Reading, Said, SaidBasis, Timex, TimexKind

__all__ = [
    "SPOKEN_REGIONS",
    "Accounts",
    "Act",
    "Actor",
    "ActorKind",
    "Anomaly",
    "AnomalyKind",
    "Appearance",
    "Attribution",
    "Basis",
    "Candidate",
    "Capture",
    "Document",
    "Entry",
    "Form",
    "Given",
    "Granularity",
    "Identity",
    "Interval",
    "Judgement",
    "JudgementKind",
    "MediaType",
    "MetName",
    "MetRole",
    "Moment",
    "OffsetMap",
    "Outcome",
    "Reading",
    "Reason",
    "Region",
    "RegionKind",
    "Said",
    "SaidBasis",
    "Segment",
    "Setting",
    "SettingBasis",
    "SettingKind",
    "Span",
    "Statement",
    "Timex",
    "TimexKind",
    "Unattributed",
    "Unreadable",
    "content_id",
    "sha256_hex",
    "words_of",
]
