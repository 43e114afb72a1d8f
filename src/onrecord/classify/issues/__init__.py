"""What statements are about: the concepts of a codebook, or issues found across documents."""

from onrecord.classify.issues.codebook import read_codebook
from onrecord.classify.issues.coder import CodedText, Coder
from onrecord.classify.issues.found import Content, issues

__all__ = ["CodedText", "Coder", "Content", "issues", "read_codebook"]
