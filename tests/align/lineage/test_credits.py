import time

import pytest
from tests.align.lineage.articles import WIRE, article

from onrecord.align.lineage import credits_of


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        ((f"PORT ILVANE (Meridian Wire) — {WIRE[0]}", *WIRE[1:]), ("meridian wire",)),
        (("Dam stays open", "By Ada Merrow, Meridian Wire", *WIRE), ("meridian wire",)),
        (("Dam stays open", "By Jon Tarrant and Meridian Wire", *WIRE), ("meridian wire",)),
        (("Dam stays open", "By Ada Merrow and Jon Tarrant", *WIRE), ()),
        ((*WIRE, "© 2025 Meridian Wire. All rights reserved."), ("meridian wire",)),
        ((*WIRE, "© 2025 Tern News. All rights reserved."), ()),
        ((*WIRE, "Meridian Press contributed to this report."), ("meridian press",)),
        ((*WIRE, "With reporting by The Associated Press"), ("ap",)),
        (("© Meridian Wire / Tess Aldermoor", *WIRE), ()),
        (WIRE, ()),
    ],
)
def test_the_agencies_that_a_text_credits_are_told(paragraphs: tuple[str, ...], names: tuple[str, ...]):
    """Datelines, bylines, notices and notes name them; pictures and the outlet itself do not count."""
    assert credits_of(article(*paragraphs, outlet="Tern News")) == names


def test_an_agency_names_itself_in_its_dateline():
    """That is how its own text is known."""
    told = article(f"LORN (Meridian Wire) — {WIRE[0]}", *WIRE[1:], outlet="Meridian Wire")
    assert credits_of(told) == ("meridian wire",)


@pytest.mark.parametrize("piece", ["A ", "(", "© A", "With reporting by ", "A of ", "Aa and "])
def test_hostile_texts_take_no_time(piece: str):
    """A hundred thousand characters of what patterns look for."""
    told = article(*WIRE, (piece * 100_000)[:100_000])
    started = time.process_time()
    credits_of(told)
    assert time.process_time() - started < 0.2
