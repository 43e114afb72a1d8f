"""Outlets: a list, and what each told, from whom."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.outlets.pages import pages

FEATURE = Feature("outlets", "Outlets", 40, "/outlets", pages)
