"""Characters that are not seen, or that change how what stands around them is shown."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that would steer a terminal, reorder a line or not be seen: controls, bidirectional
marks (Unicode TR 36), zero-width space and joiners of words, half surrogate pairs, tags."""

_SPACE = "\t\n\r"


def shown(text: str, form: str = "⟨U+{:04X}⟩") -> str:
    """Return `text` with hidden characters written out in `form`; tabs and line ends stay as they are."""
    return HIDDEN.sub(lambda m: m[0] if m[0] in _SPACE else form.format(ord(m[0])), text)
