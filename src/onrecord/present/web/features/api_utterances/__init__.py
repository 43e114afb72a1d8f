"""Utterances and occasions through the API, and judgements of tellings."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_utterances.api import api

FEATURE = Feature("api_utterances", "Utterances", 15, api=api)
