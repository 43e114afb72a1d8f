"""The migrations of a record's schema, run by Alembic."""
