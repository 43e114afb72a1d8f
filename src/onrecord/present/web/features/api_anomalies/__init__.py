"""Anomalies through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_anomalies.api import api

FEATURE = Feature("api_anomalies", "Anomalies", 60, api=api)
