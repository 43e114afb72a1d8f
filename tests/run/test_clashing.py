"""The same quoted words given to different speakers by different articles, in a record."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.query.clashes import ClashFilter, clash_page

FIRST = """Dam talks fail

10 June 2025

The upper dam stays closed. "We will never trade a river for a pipeline again," President Ilan Verek told reporters.
"""
SECOND = """Lorn closes the door

10 June 2025

Prime Minister Hedda Lorn left the talks. "We will never trade a river for a pipeline again," Lorn said on Monday.
"""
THIRD = SECOND.replace("Prime Minister Hedda Lorn", "President Ilan Verek").replace("Lorn", "Verek")


@pytest.mark.parametrize(("other", "kinds"), [(SECOND, ["other speaker"]), (THIRD, [])])
@pytest.mark.parametrize("turned", [False, True])
def test_words_given_to_two_speakers_clash(tmp_path: Path, other: str, kinds: list[str], turned: bool) -> None:
    """Whichever article comes first, and even where the statements could never be one act of saying."""
    for name, text in zip("ab", (other, FIRST) if turned else (FIRST, other), strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with onrecord.open(tmp_path / "r.onrecord", processes=1) as record:
        record.read(tmp_path / "a.txt")
        record.read(tmp_path / "b.txt")
        found = clash_page(record._store, ClashFilter()).clashes
    assert [each.kind.value for each in found] == kinds
