import numpy as np
from tests.align.lineage.articles import OTHER, SPEECH, WIRE, article

from onrecord.align.lineage import fingerprints, prose
from onrecord.align.lineage.fingerprints import MOST


def shared(*texts: tuple[str, ...]) -> int:
    """Return how many fingerprints two texts share."""
    a, b = (set(fingerprints(prose(article(*paragraphs)))) for paragraphs in texts)
    return len(a & b)


def test_a_common_paragraph_shares_fingerprints():
    """A stretch of 21 words always shares one."""
    assert shared(WIRE, (*OTHER, WIRE[1])) >= 2


def test_a_text_that_is_nearly_all_quotation_has_some():
    """Its reprints are found like any other's."""
    assert shared((SPEECH,), (SPEECH, OTHER[0])) >= 2


def test_marks_and_case_change_no_fingerprint():
    """The words alone count."""
    one = fingerprints(prose(article(*WIRE)))
    assert fingerprints(prose(article(*(words.replace(",", " –") for words in WIRE)))) == one


def test_a_document_has_a_bounded_number_of_them():
    """A book costs no more than a long article."""
    text = " ".join(f"word{number} and so on" for number in range(20_000))
    assert len(fingerprints(prose(article(text)))) == MOST


def test_a_text_of_a_few_words_has_none():
    """Nothing is found by less than a line."""
    assert fingerprints(prose(article("One two."))) == ()


def test_fingerprints_fit_into_a_database():
    """They are sorted and have 63 bits."""
    found = np.array(fingerprints(prose(article(*WIRE))), dtype=object)
    assert all(0 <= number < 2**63 for number in found)
    assert sorted(found) == list(found)
