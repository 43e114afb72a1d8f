"""Statements → occasions and utterances: which tellings are the same act of saying, and what they come from."""

from onrecord.align.alignment import Alignment, align, compared, gathered
from onrecord.align.buckets import buckets
from onrecord.align.clashes import Clash, clashes
from onrecord.align.comparison import Compared, compare
from onrecord.align.passages import passages
from onrecord.align.told import Who, told

__all__ = [
    "Alignment",
    "Clash",
    "Compared",
    "Who",
    "align",
    "buckets",
    "clashes",
    "compare",
    "compared",
    "gathered",
    "passages",
    "told",
]
