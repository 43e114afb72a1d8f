"""Quotations that are part of no statement, through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_quotations.api import api

FEATURE = Feature("api_quotations", "Quotations", 50, api=api)
