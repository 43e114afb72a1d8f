"""Lineage: which articles descend from one report, and what changed from version to version."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.lineage.pages import pages

FEATURE = Feature("lineage", "Lineage", 16, "/lineage", pages)
