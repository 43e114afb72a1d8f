"""What the page itself contradicts."""

from onrecord.resolve.contradictions.anomalies import anomalies

__all__ = ["anomalies"]
