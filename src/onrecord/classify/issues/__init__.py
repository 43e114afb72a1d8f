"""What statements are about: the concepts of a codebook, or issues found across documents."""

from onrecord.classify.issues.codebook import read_codebook
from onrecord.classify.issues.coder import CodedText, Coder
from onrecord.classify.issues.found import Content, issues

SIGNATURE = "issues-1 stance-1"
"""Changes whenever issues or stances may be told otherwise: what was told by another one is told again."""

__all__ = ["SIGNATURE", "CodedText", "Coder", "Content", "issues", "read_codebook"]
