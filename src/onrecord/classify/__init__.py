"""What kind of statement it is: for now, whether it is one at all."""

from onrecord.classify.linear import shipped
from onrecord.classify.stated import LEAST, is_public, stated

__all__ = ["LEAST", "is_public", "shipped", "stated"]
