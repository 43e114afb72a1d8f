"""Ask: read-only questions to a record."""

from onrecord.query.actors import ActorFilter, Listed, Member, Portrait, actor, actors, judgements
from onrecord.query.anomalies import AnomalyFilter, Flagged, anomalies
from onrecord.query.filter import Filter
from onrecord.query.judged import Judged, JudgedField, judged, unplaced
from onrecord.query.page import Counted, Facet, Page, count, facets, page
from onrecord.query.quotations import QuotationFilter, Quoted, Tally, quotations, tally
from onrecord.query.reported import Heading, Known, Reported
from onrecord.query.show import Shown, offsets, show
from onrecord.query.statements import find

__all__ = [
    "ActorFilter",
    "AnomalyFilter",
    "Counted",
    "Facet",
    "Filter",
    "Flagged",
    "Heading",
    "Judged",
    "JudgedField",
    "Known",
    "Listed",
    "Member",
    "Page",
    "Portrait",
    "QuotationFilter",
    "Quoted",
    "Reported",
    "Shown",
    "Tally",
    "actor",
    "actors",
    "anomalies",
    "count",
    "facets",
    "find",
    "judged",
    "judgements",
    "offsets",
    "page",
    "quotations",
    "show",
    "tally",
    "unplaced",
]
