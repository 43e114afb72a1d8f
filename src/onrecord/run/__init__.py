"""Run: worker processes with deadlines and memory caps, the run of reading, and verification."""
