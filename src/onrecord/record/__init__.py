"""The nouns of onrecord. No input or output, standard library only."""

from onrecord.record.actor import Actor, ActorKind
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.record.applied import Applied, corrected
from onrecord.record.attribution import Act, Attribution, Form
from onrecord.record.capture import Capture, Given, MediaType, Unreadable
from onrecord.record.correction import canonical, value_of
from onrecord.record.descent import Change, ChangeKind, Descent, DescentKind, Family
from onrecord.record.difference import Difference, DifferenceKind
from onrecord.record.document import SPOKEN_REGIONS, Basis, Document, Moment, Region, RegionKind
from onrecord.record.edtf import interval_of
from onrecord.record.field import ABOUT_FIELDS, ACTOR_FIELDS, PLACE_FIELDS, SPAN_FIELDS, YES_OR_NO, Field
from onrecord.record.identity import Appearance, Candidate, Identity, MetName, MetRole
from onrecord.record.ids import content_id, halves, pair_id, sha256_hex, turned
from onrecord.record.issue import Assignment, Codebook, Concept, Issue, Stance
from onrecord.record.judgement import OF_STATEMENTS, OF_TELLINGS, Judgement, JudgementKind
from onrecord.record.ledger import Entry, Outcome
from onrecord.record.occasion import Setting, SettingBasis, SettingKind
from onrecord.record.offsets import OffsetMap, Segment
from onrecord.record.quotation import Accounts, Reason, Unattributed
from onrecord.record.rulings import tellings_ruled
from onrecord.record.span import Span, words_of
from onrecord.record.statement import Statement
from onrecord.record.statement_type import StatementType
from onrecord.record.telling import Link, LinkBasis, Occasion, Part, Relation, SettingKey, Telling, Told, Utterance
from onrecord.record.timex import Granularity, Interval, Reading, Said, SaidBasis, Timex, TimexKind
from onrecord.record.verdict import Status, Verdict, in_force, verdict

__all__ = [
    "ABOUT_FIELDS",
    "ACTOR_FIELDS",
    "OF_STATEMENTS",
    "OF_TELLINGS",
    "PLACE_FIELDS",
    "SPAN_FIELDS",
    "SPOKEN_REGIONS",
    "YES_OR_NO",
    "Accounts",
    "Act",
    "Actor",
    "ActorKind",
    "Anomaly",
    "AnomalyKind",
    "Appearance",
    "Applied",
    "Assignment",
    "Attribution",
    "Basis",
    "Candidate",
    "Capture",
    "Change",
    "ChangeKind",
    "Codebook",
    "Concept",
    "Descent",
    "DescentKind",
    "Difference",
    "DifferenceKind",
    "Document",
    "Entry",
    "Family",
    "Field",
    "Form",
    "Given",
    "Granularity",
    "Identity",
    "Interval",
    "Issue",
    "Judgement",
    "JudgementKind",
    "Link",
    "LinkBasis",
    "MediaType",
    "MetName",
    "MetRole",
    "Moment",
    "Occasion",
    "OffsetMap",
    "Outcome",
    "Part",
    "Reading",
    "Reason",
    "Region",
    "RegionKind",
    "Relation",
    "Said",
    "SaidBasis",
    "Segment",
    "Setting",
    "SettingBasis",
    "SettingKey",
    "SettingKind",
    "Span",
    "Stance",
    "Statement",
    "StatementType",
    "Status",
    "Telling",
    "Timex",
    "TimexKind",
    "Told",
    "Unattributed",
    "Unreadable",
    "Utterance",
    "Verdict",
    "canonical",
    "content_id",
    "corrected",
    "halves",
    "in_force",
    "interval_of",
    "pair_id",
    "sha256_hex",
    "tellings_ruled",
    "turned",
    "value_of",
    "verdict",
    "words_of",
]
