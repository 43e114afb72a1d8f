"""Anomalies: what pages themselves contradict."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.anomalies.pages import pages

FEATURE = Feature("anomalies", "Anomalies", 60, "/anomalies", pages)
