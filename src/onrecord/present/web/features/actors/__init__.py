"""Who is on record: a list, and a page for each actor."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.actors.pages import pages

FEATURE = Feature("actors", "Actors", 30, "/actors", pages)
