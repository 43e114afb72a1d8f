"""Documents → lineage: what descends from what, which families they make, what changed between versions."""

from onrecord.align.lineage.common import Common, common
from onrecord.align.lineage.credits import credits_of
from onrecord.align.lineage.descent import descent, keys
from onrecord.align.lineage.event import event_keys, same_event
from onrecord.align.lineage.families import families, witnesses
from onrecord.align.lineage.fingerprints import fingerprints
from onrecord.align.lineage.index import HUBS, SHARED, Index, partners
from onrecord.align.lineage.kinship import kinship
from onrecord.align.lineage.packing import packed, unpacked
from onrecord.align.lineage.passages import Passage, passages
from onrecord.align.lineage.prose import Prose, prose
from onrecord.align.lineage.runs import Run
from onrecord.align.lineage.versions import versions

__all__ = [
    "HUBS",
    "SHARED",
    "Common",
    "Index",
    "Passage",
    "Prose",
    "Run",
    "common",
    "credits_of",
    "descent",
    "event_keys",
    "families",
    "fingerprints",
    "keys",
    "kinship",
    "packed",
    "partners",
    "passages",
    "prose",
    "same_event",
    "unpacked",
    "versions",
    "witnesses",
]
