"""The nouns of onrecord. No input or output, standard library only."""

from onrecord.record.actor import Actor, ActorKind
from onrecord.record.attribution import Act, Attribution, Form
from onrecord.record.capture import Capture, Given, MediaType, Unreadable
from onrecord.record.document import SPOKEN_REGIONS, Basis, Document, Moment, Region, RegionKind
from onrecord.record.ids import content_id, sha256_hex
from onrecord.record.ledger import Entry, Outcome
from onrecord.record.offsets import OffsetMap, Segment
from onrecord.record.quotation import Accounts, Reason, Unattributed
from onrecord.record.span import Span, words_of
from onrecord.record.statement import Statement

__all__ = [
    "SPOKEN_REGIONS",
    "Accounts",
    "Act",
    "Actor",
    "ActorKind",
    "Attribution",
    "Basis",
    "Capture",
    "Document",
    "Entry",
    "Form",
    "Given",
    "MediaType",
    "Moment",
    "OffsetMap",
    "Outcome",
    "Reason",
    "Region",
    "RegionKind",
    "Segment",
    "Span",
    "Statement",
    "Unattributed",
    "Unreadable",
    "content_id",
    "sha256_hex",
    "words_of",
]
