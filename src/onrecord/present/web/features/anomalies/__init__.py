"""Anomalies: what pages themselves contradict."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.anomalies.pages import pages

FEATURE = Feature("anomalies", "Anomalies", 50, "/anomalies", pages)
