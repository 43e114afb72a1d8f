"""The authority answers the plainest questions."""

from onrecord.resolve.authority import authority


def test_it_knows_a_president_on_a_day() -> None:
    """The sitting president of a day is found."""
    assert [entry.name for entry in authority().holders("head-of-state", "us", "2018-05-01")] == ["Donald Trump"]
