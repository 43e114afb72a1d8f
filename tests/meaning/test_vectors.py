"""The shipped vectors: near what is near in meaning, whole, and the same each time."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.meaning import Vectors, vectors
from onrecord.meaning.vectors import SHIPPED


def _cosine(a: str, b: str) -> float:
    return float(vectors().vector(a) @ vectors().vector(b))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("the ferry", "a boat", "a tax"),
        ("the minister resigned", "the secretary quit", "the harbour was flooded"),
        ("ban plastic bags", "plastic bags are to be forbidden", "open a new school"),
    ],
)
def test_near_in_meaning_is_nearer(text: str, near: str, far: str) -> None:
    """A paraphrase is nearer than another statement."""
    assert _cosine(text, near) > _cosine(text, far)


def test_vector_of_a_text_has_length_one() -> None:
    """A text's vector is a unit vector."""
    assert np.isclose(np.linalg.norm(vectors().vector("The ferry to Lorn sinks.")), 1)


@pytest.mark.parametrize("text", ["", "…", "🙂"])
def test_text_without_words_has_no_direction(text: str) -> None:
    """A text that has no word has a vector of zeros."""
    assert not vectors().vector(text).any()


def test_word_vectors_are_in_order_of_the_words() -> None:
    """Each word has a row, those that are repeated again."""
    found, rows = vectors().word_vectors("Lorn, Lorn!")
    assert found == ["lorn", "lorn"] and (rows[0] == rows[1]).all()


def test_rarer_words_weigh_more() -> None:
    """The length of a rare word's vector is greater than a common one's."""
    assert np.linalg.norm(vectors().word("ferry")) > np.linalg.norm(vectors().word("the"))


def test_text_without_words_has_no_rows() -> None:
    """No words, no rows, but their width."""
    assert vectors().word_vectors("")[1].shape == (0, vectors().width)


def test_vectors_are_small() -> None:
    """The files take at most 4 MB."""
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 4_000_000


def test_changed_vectors_are_refused(tmp_path: Path) -> None:
    """One bit flipped is told."""
    folder = shutil.copytree(SHIPPED, tmp_path / "model")
    data = bytearray((folder / "vectors.npy").read_bytes())
    data[5000] ^= 1
    (folder / "vectors.npy").write_bytes(data)
    with pytest.raises(ModelError, match=r"vectors\.npy"):
        Vectors.load(folder)


def test_rows_that_do_not_fit_are_refused() -> None:
    """As many pieces as rows."""
    with pytest.raises(ModelError, match="do not fit"):
        Vectors(np.zeros((2, 4), np.int8), np.ones(2, np.float32), ["a"])


def test_many_texts_have_the_vectors_of_each() -> None:
    """Texts taken at once lie where each lies alone, those without words nowhere."""
    texts = ["the ferry to Lorn", "", "the ferry to Lorn", "…", "free school meals"]
    together = vectors().of_many(texts)
    assert np.allclose(together, [vectors().vector(text) for text in texts], atol=1e-6)
    assert np.array_equal(together[::-1], vectors().of_many(texts[::-1]))


def test_no_texts_have_no_vectors() -> None:
    """None in, none out."""
    assert vectors().of_many([]).shape == (0, vectors().width)
