"""Compare: two to six articles of one event side by side."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.compare.pages import pages

FEATURE = Feature("compare", "Compare", 14, "/compare", pages)
