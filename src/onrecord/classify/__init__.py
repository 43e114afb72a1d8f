"""What kind of statement it is: whether it is one at all, its type, and under which condition it holds."""

from onrecord.classify.conditions import conditions
from onrecord.classify.linear import shipped
from onrecord.classify.softmax import shipped_types
from onrecord.classify.stated import LEAST, is_public, stated
from onrecord.classify.types import typed

__all__ = ["LEAST", "conditions", "is_public", "shipped", "shipped_types", "stated", "typed"]
