"""Keeps records in a database, finds them again, and proves them."""
