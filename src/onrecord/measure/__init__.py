"""Scorers: how well something agrees with what people marked."""
