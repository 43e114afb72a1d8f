"""Made statements are what their patterns say, the same every time."""

from collections import Counter

from lab.made import EACH, made

from onrecord.record import Form, StatementType


def test_every_type_is_made() -> None:
    """There are statements of all ten types, none too many of one."""
    counts = Counter(kind for kind, _ in made())
    assert counts.keys() == {kind.value for kind in StatementType}
    assert max(counts.values()) <= EACH


def test_they_are_the_same_every_time() -> None:
    """The same seed gives the same statements."""
    assert list(made()) == list(made())


def test_no_slot_is_left_open() -> None:
    """Every name in braces was filled."""
    assert not [s for _, s in made() for span in s.attribution.spans if "{" in span.words or "|" in span.words]


def test_the_form_follows_the_quotation_marks() -> None:
    """What begins with a mark is direct, what has one within is mixed, what has none is indirect."""
    for _, statement in made():
        words = statement.attribution.content[0].words
        quoted = any(mark in words for mark in '“"')
        wanted = Form.INDIRECT if not quoted else Form.DIRECT if words[0] in '“"' else Form.MIXED
        assert statement.attribution.form is wanted
