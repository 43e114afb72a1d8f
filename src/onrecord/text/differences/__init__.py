"""Word by word: how two tellings of the same words differ, and whether it changes what was said."""

from onrecord.text.differences.addressees import same_addressee
from onrecord.text.differences.compared import differences, relation
from onrecord.text.differences.reconstruction import Piece, reconstruction

__all__ = ["Piece", "differences", "reconstruction", "relation", "same_addressee"]
