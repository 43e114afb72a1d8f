"""Small vectors of words, and of texts as the sum of their words'."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.manifest import load_bundle
from onrecord.meaning.pieces import pieces, words

SHIPPED = Path(__file__).parent / "model"
"""The folder of the vectors that the package ships."""

FILES = frozenset({"vectors.npy", "scales.npy", "pieces.txt"})
"""One row of int8 a piece, one scale a row, one piece a line."""

_ROOM = 1 << 17
"""Words that are remembered, some 100 MB at most. What is remembered changes no answer."""

_AT_ONCE = 1000
"""Texts whose words' vectors are summed at once: some 10 MB."""

Floats = npt.NDArray[np.float32]


class Vectors:
    """Vectors of words, [width] float32. Their length says how much a word weighs in a text's meaning.

    The vector of a word of several pieces is the sum of theirs; a word that cannot be made of pieces weighs nothing.
    May be shared by threads.
    """

    def __init__(self, rows: npt.NDArray[np.int8], scales: Floats, names: list[str], digest: str = "") -> None:
        if rows.ndim != 2 or not len(rows) == len(scales) == len(names):
            raise ModelError(f"{rows.shape} rows, {len(scales)} scales, {len(names)} pieces: they do not fit together")
        self.digest = digest
        self._rows, self._scales = rows, scales
        self._row_of = {name: row for row, name in enumerate(names)}
        self._known: dict[str, Floats] = {}

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Vectors:
        """Return the vectors in `folder`. Raises ModelError where a file is missing, cut or changed."""
        bundle = load_bundle(folder, FILES)
        rows, scales = (
            np.load(io.BytesIO(bundle.contents[f]), allow_pickle=False) for f in ("vectors.npy", "scales.npy")
        )
        names = bundle.contents["pieces.txt"].decode("utf-8").splitlines()
        return cls(rows, scales.astype(np.float32), names, bundle.digest)

    @property
    def width(self) -> int:
        """The number of values of a vector."""
        return int(self._rows.shape[1])

    def word(self, word: str) -> Floats:
        """Return the vector of one word in lower case without accents, as `words` gives them."""
        known = self._known.get(word)
        if known is None:
            at = pieces(word, self._row_of)
            known = (self._rows[at] * self._scales[at, None]).sum(0, dtype=np.float32)
            if len(self._known) >= _ROOM:
                self._known = {}
            self._known[word] = known
        return known

    def word_vectors(self, text: str) -> tuple[list[str], Floats]:
        """Return the words of `text` in order and their vectors, [words, width]."""
        found = words(text)
        return found, np.array([self.word(word) for word in found], np.float32).reshape(len(found), self.width)

    def vector(self, text: str) -> Floats:
        """Return the unit vector of `text`, [width]; zeros where it has no word that weighs anything."""
        known = self._known
        total = np.zeros(self.width, np.float32)
        for word in words(text):
            vector = known.get(word)
            total += self.word(word) if vector is None else vector
        length = float(np.sqrt(total @ total))
        return total / length if length else total

    def of_many(self, texts: Sequence[str]) -> Floats:
        """Return the unit vectors of `texts`, [texts, width], as `vector` gives them but for the last bit; faster.

        A text's vector does not depend on the texts beside it.
        """
        rows = np.zeros((len(texts), self.width), np.float32)
        for at in range(0, len(texts), _AT_ONCE):
            self._sum(texts[at : at + _AT_ONCE], rows[at : at + _AT_ONCE])
        rows /= np.maximum(np.sqrt(np.square(rows).sum(1, keepdims=True)), 1e-30)
        return rows

    def _sum(self, texts: Sequence[str], rows: Floats) -> None:
        """Leave in `rows` the sums of the vectors of each text's words."""
        place: dict[str, int] = {}
        of_texts = [[place.setdefault(word, len(place)) for word in words(text)] for text in texts]
        spoken = [row for row, of_text in enumerate(of_texts) if of_text]
        if spoken:
            lengths = np.array([len(of_texts[row]) for row in spoken])
            table = np.array([self.word(word) for word in place], np.float32)
            starts = np.concatenate([[0], lengths.cumsum()[:-1]])
            rows[spoken] = np.add.reduceat(table[[at for of_text in of_texts for at in of_text]], starts, axis=0)


@cache
def vectors() -> Vectors:
    """Return the vectors that the package ships, read once. Raises ModelError where they are damaged."""
    return Vectors.load()
