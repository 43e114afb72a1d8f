"""Measured scores: our own labels on our own texts, the floors, and the gate that holds them."""
