"""The scorer of time expressions."""

from pathlib import Path

import pytest
from eval.timex import Article, Expression, Tally, measure, read

TML = """<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2020-03-04">4 March</TIMEX3></DCT>
<TEXT>
Lorn &amp; Verek <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2020-03-03">yesterday</TIMEX3>.
</TEXT></TimeML>"""


def test_reading_a_file(tmp_path: Path) -> None:
    """The text is that of TEXT without markup, expressions keep their offsets, the creation time is none of them."""
    path = tmp_path / "a.tml"
    path.write_text(TML, encoding="utf-8")
    article = read(path)
    assert article.text.strip() == "Lorn & Verek met yesterday."
    assert article.created == "2020-03-04"
    [gold] = article.gold
    assert (article.text[gold.start : gold.end], gold.value) == ("yesterday", "2020-03-03")


def test_what_counts_as_a_match() -> None:
    """Touching spans are relaxed matches, equal ones strict; values count on relaxed matches; each counts once."""
    gold = (Expression(0, 4, "a"), Expression(10, 14, "b"), Expression(20, 24, "c"))
    tally = Tally()
    tally.add(
        Article("x", "." * 40, "2020-01-01", gold),
        [Expression(0, 4, "x"), Expression(12, 16, "b"), Expression(30, 31, "c")],
    )
    assert (tally.gold, tally.found, tally.relaxed, tally.strict, tally.values) == (3, 3, 2, 1, 1)
    assert tally.scores()["relaxed"] == pytest.approx(2 / 3)


@pytest.mark.shared
def test_timebank_and_aquaint(shared: Path) -> None:
    """The published level of the field's best known rules is reached (HeidelTime: about .90, .81, .78)."""
    scores = measure(shared / "corpora" / "timeml").scores()
    assert scores["relaxed"] >= 0.90
    assert scores["strict"] >= 0.83
    assert scores["values"] >= 0.80
