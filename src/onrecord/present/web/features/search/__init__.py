"""The search: statements in their sentences, with all conditions in the address."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.search.pages import pages

FEATURE = Feature("search", "Search", 10, "/search", pages)
