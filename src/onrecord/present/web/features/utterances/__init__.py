"""Utterances: what was said once and is told by several texts, side by side; merged and split by people."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.utterances.deciding import pages as deciding
from onrecord.present.web.features.utterances.pages import pages

pages.include_router(deciding)

FEATURE = Feature("utterances", "Utterances", 12, "/utterances", pages)
