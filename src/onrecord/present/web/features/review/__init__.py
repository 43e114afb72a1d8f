"""Review: statements in doubt, one at a time, accepted, corrected and rejected; nothing is overwritten."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.review.api import api
from onrecord.present.web.features.review.pages import pages

FEATURE = Feature("review", "Review", 60, "/review", pages, api)
