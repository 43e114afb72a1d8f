"""Anomalies: what pages themselves contradict, and what articles contradict one another in."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.anomalies.between import pages as between
from onrecord.present.web.features.anomalies.pages import pages

pages.include_router(between)

FEATURE = Feature("anomalies", "Anomalies", 50, "/anomalies", pages)
