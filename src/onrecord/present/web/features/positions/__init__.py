"""Positions: actors by issues as a table, and one actor's position on one issue with every statement."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.positions.pages import pages

FEATURE = Feature("positions", "Positions", 18, "/positions", pages)
