"""Statements in formats that other programs read."""
