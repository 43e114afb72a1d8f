"""Positions in UTF-16 code units, which DNA and JavaScript count, and in code points, which we do."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Utf16:
    """The ways between code points and UTF-16 code units of one text; `wide` are its code points of two units."""

    length: int
    wide: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Utf16:
        """Return the ways of `text`."""
        wide = () if text.isascii() else tuple(at for at, character in enumerate(text) if character > "\uffff")
        return cls(len(text), wide)

    def units(self, point: int) -> int:
        """Return where code point `point` begins, in units; that of the text's length is its end."""
        return point + bisect_right(self.wide, point - 1)

    def point(self, unit: int) -> int:
        """Return the code point that begins at `unit`, or holds it. Raises ValueError past the end of the text."""
        if not 0 <= unit <= self.length + len(self.wide):
            raise ValueError(f"position {unit} lies past the end of a text of {self.length} characters")
        if not self.wide:
            return unit
        low, high = max(unit - len(self.wide), 0), unit
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.units(middle) <= unit else (low, middle - 1)
        return low


def shortened(text: str, longest: int) -> str:
    """Return `text` within `longest` UTF-16 code units, its end replaced by … where it is longer."""
    if len(text) <= longest // 2 or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= longest:
        return text
    ways = Utf16.of(text)
    return text[: min(ways.point(min(longest - 1, ways.units(len(text)))), len(text))] + "…"
