"""Words cut into the encoder's word pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_ROOM = 1 << 16
"""Words that are remembered; some 10 MB. Cutting words anew was two thirds of the time that encoding takes."""


class WordPieces:
    """Cuts words by a tokeniser that treats each word by itself, and remembers what it has cut.

    What is remembered changes no answer; it may be shared by threads.
    """

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Return the word-piece ids of each of `words`; none for a word of which the tokeniser leaves nothing."""
        known = self._known
        new = {word for word in words if word not in known}
        if len(known) + len(new) > _ROOM:
            known, new = {}, set(words)
            self._known = known
        if new:
            known.update(self._cut(sorted(new)))
        return [known[word] for word in words]

    def _cut(self, words: list[str]) -> dict[str, tuple[int, ...]]:
        encoded = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in words]
        for word, piece in zip(encoded.word_ids, encoded.ids, strict=True):
            pieces[word].append(piece)
        return dict(zip(words, map(tuple, pieces), strict=True))
