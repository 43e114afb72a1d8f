import numpy as np
import pytest
from tests.align.lineage.articles import SPEECH, WIRE, article

from onrecord.align.lineage import kinship, packed, prose, unpacked
from onrecord.errors import InternalError


def test_what_is_unpacked_is_what_was_packed():
    """Nothing is lost on the way."""
    one = prose(article("Verek speaks", *WIRE, SPEECH, outlet="Tern News", published="2025-06-09"))
    again = unpacked(packed(one))
    assert packed(again) == packed(one)
    assert np.array_equal(again.quoted, one.quoted)
    assert again.published == "2025-06-09"


def test_unpacked_prose_is_compared_like_the_document():
    """A store need not keep the text a second time."""
    a, b = prose(article(*WIRE)), prose(article(*WIRE[:3]))
    assert kinship(unpacked(packed(a)), unpacked(packed(b))) == kinship(a, b)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]\n", packed(prose(article(*WIRE)))[:-900]])
def test_other_bytes_are_refused(data: bytes):
    """A damaged record is told of, not guessed at."""
    with pytest.raises(InternalError, match="no packed prose"):
        unpacked(data)
