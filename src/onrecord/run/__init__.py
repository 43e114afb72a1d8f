"""Runs the stages over many inputs, in worker processes that can be killed."""
