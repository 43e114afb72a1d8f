"""The log of judgements through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_judgements.api import api

FEATURE = Feature("api_judgements", "Judgements", 70, api=api)
