"""Ask: read-only questions to a record."""

from onrecord.query.filter import Filter
from onrecord.query.quotations import QuotationFilter, Quoted, Tally, quotations, tally
from onrecord.query.reported import Heading, Known, Reported
from onrecord.query.show import Shown, offsets, show
from onrecord.query.statements import find

__all__ = [
    "Filter",
    "Heading",
    "Known",
    "QuotationFilter",
    "Quoted",
    "Reported",
    "Shown",
    "Tally",
    "find",
    "offsets",
    "quotations",
    "show",
    "tally",
]
