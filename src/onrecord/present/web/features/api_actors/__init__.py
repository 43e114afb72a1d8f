"""Actors through the API: who is on record, and judgements of who is who."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_actors.api import api

FEATURE = Feature("api_actors", "Actors", 30, api=api)
