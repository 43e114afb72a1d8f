"""What a clause says will be, and whose it is."""

import pytest

from onrecord.classify.modality import modal


@pytest.mark.parametrize(
    ("clause", "kind", "subject"),
    [
        ("we will open the border", "will", "first"),
        ("he would never sign", "willnot", "third"),
        ("i'm going to resign", "will", "first"),
        ("i'm not going to resign", "willnot", "first"),
        ("they'll pay", "will", "third"),
        ("prices could fall", "may", "other"),
        ("the company would close two mines", "will", "self"),
        ("valden will leave the pact", "will", "self"),
        ("the council will have to pay", "must", "self"),
        ("farmers need to wait", "must", "other"),
        ("she plans to run", "plan", "third"),
        ("it rained all day", "none", "none"),
    ],
)
def test_the_first_modal_is_read_with_its_subject(clause: str, kind: str, subject: str) -> None:
    """Kind and subject of the first modal, as seen from who speaks."""
    found = modal(tuple(clause.split()), frozenset({"verek", "valdenish"}))
    assert (found.kind, found.subject) == (kind, subject)
