"""Timelines: what an actor says, or what is said on an issue, over time by stance or type."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.timeline.api import api
from onrecord.present.web.features.timeline.pages import pages

FEATURE = Feature("timeline", "Timeline", 21, None, pages, api)
