"""Read-only questions to a record."""
