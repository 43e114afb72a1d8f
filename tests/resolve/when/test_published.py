"""The day of publication as about when something was said."""

import pytest
from tests.resolve.when.articles import document

from onrecord.resolve.when.published import published


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (None, None),
        ("2025-09-03", "2025-09-03~"),
        ("2025-09-03T00:00:00+02:00", "2025-09-03~"),
        ("2025-09-03T05:30:00+02:00", "2025-09-02~"),
        ("2025-09-01T07:59:00Z", "2025-08-31~"),
        ("2025-09-03T08:00:00+02:00", "2025-09-02/2025-09-03~"),
        ("2025-09-03T10:00:00+02:00", "2025-09-03~"),
        ("2025-09-03T23:15:00+02:00", "2025-09-03~"),
    ],
)
def test_mornings_tell_of_the_day_before(moment: str | None, expected: str | None) -> None:
    """Early on it is the day before, later in the morning either day, else the day; midnight is no time."""
    found = published(document("It rained.", moment))
    assert (found.edtf if found else None) == expected
