"""Statements → occasions and utterances: which tellings are the same act of saying, and what they come from."""
