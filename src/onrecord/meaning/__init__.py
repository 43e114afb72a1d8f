"""What words are near one another in meaning: small vectors that stages share."""

from onrecord.meaning.overlap import Meaning, meaning, meant, overlap, similarity, soft_overlap
from onrecord.meaning.pieces import words
from onrecord.meaning.vectors import Vectors, vectors

__all__ = ["Meaning", "Vectors", "meaning", "meant", "overlap", "similarity", "soft_overlap", "vectors", "words"]
