"""The review's part of the API."""

from __future__ import annotations

from fastapi import APIRouter

api = APIRouter(tags=["judgements"])
