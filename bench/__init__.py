"""Benchmarks: speed, regions, speakers, kills. Each prints what it measures."""
