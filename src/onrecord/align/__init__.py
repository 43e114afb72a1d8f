"""Statements → occasions and utterances: which tellings are the same act of saying, and what they come from."""

from onrecord.align.alignment import Alignment, align, compared, gathered
from onrecord.align.buckets import buckets
from onrecord.align.comparison import Compared, compare
from onrecord.align.told import Who, told

__all__ = ["Alignment", "Compared", "Who", "align", "buckets", "compare", "compared", "gathered", "told"]
