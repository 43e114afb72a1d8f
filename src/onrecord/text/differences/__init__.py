"""Word by word: how two tellings of the same words differ, and whether it changes what was said."""

from onrecord.text.differences.compared import differences, relation
from onrecord.text.differences.named import may_be_one
from onrecord.text.differences.reconstruction import Piece, reconstruction

__all__ = ["Piece", "differences", "may_be_one", "reconstruction", "relation"]
