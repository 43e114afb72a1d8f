"""When: the time expressions of a document, and the day on which each statement was said."""

from onrecord.resolve.when.said import said, said_all
from onrecord.resolve.when.times import times

__all__ = ["said", "said_all", "times"]
