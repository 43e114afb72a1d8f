"""The search's page: conditions in the address, facets, and what it says where there is nothing."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.present.rooms import app_on

from onrecord.errors import SettingsError
from onrecord.present.web.features.search.asked import LONGEST, Asked, asked, labelled
from onrecord.present.web.features.search.facets import listings
from onrecord.query import Facet, Filter
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Status
from onrecord.store import Store

DAYS = st.sampled_from(["2031", "2031-03", "2031-03-04"])
FILTERS = st.builds(
    Filter,
    words=st.none() | st.text(min_size=1, max_size=20).map(lambda text: f"w{text}w"),
    outlet_name=st.none() | st.just("The Tern & Co?"),
    form=st.none() | st.sampled_from(Form),
    act=st.none() | st.sampled_from(Act),
    setting=st.none() | st.sampled_from(SettingKind),
    flag=st.none() | st.sampled_from(AnomalyKind),
    status=st.none() | st.sampled_from(Status),
    since=st.none() | DAYS,
    said_until=st.none() | DAYS,
    min_confidence=st.none() | st.floats(0, 1),
    everything=st.booleans(),
)


def given_by(address: str) -> dict[str, str]:
    """Return the parameters of an address."""
    return {name: values[-1] for name, values in parse_qs(urlsplit(address).query).items()}


@given(FILTERS, st.booleans())
def test_addresses_tell_all(wanted: Filter, newest: bool) -> None:
    """What an address of the search is made from is what it asks."""
    of = Asked(wanted, newest)
    assert asked(given_by(of.address())) == of


def test_empty_fields_ask_nothing() -> None:
    """A form's empty fields are no conditions."""
    assert asked({"words": " ", "form": "", "since": "", "everything": ""}) == Asked(Filter())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"form": "shouted"}, "Form is 'shouted'"),
        ({"min_confidence": "much"}, "Confidence from is 'much'"),
        ({"min_confidence": "2"}, "Confidence from is 2.0"),
        ({"since": "yesterday"}, "Published from is 'yesterday'"),
        ({"words": "x" * (LONGEST + 1)}, "Words has 501 characters"),
        ({"order": "best"}, "order is 'best'"),
    ],
)
def test_what_is_none_is_told(given: dict[str, str], told: str) -> None:
    """A condition that is none is told by the name that the form gives it."""
    with pytest.raises(SettingsError) as caught:
        asked(given)
    assert labelled(str(caught.value)).startswith(told)


def test_facets_add_and_take_away() -> None:
    """A value that is not asked leads to the search with it, one that is asked to the search without."""
    found = {
        "speaker": (Facet("a" * 24, "Ada Mott", 3),),
        "published": (Facet("2031-02", "2031-02", 1), Facet("2031-03", "2031-03", 2)),
        "confidence": (Facet("0.0-0.5", "", 1), Facet("0.5-0.75", "", 1), Facet("0.9-", "", 4)),
    }
    told = listings(found, Asked(Filter(words="sea", since="2031-03", until="2031-03"), newest=True))
    by_name = {each.name: each for each in told}
    assert list(by_name) == ["speaker", "published", "confidence"]
    march, february = by_name["published"].choices
    assert (march.label, march.chosen, february.chosen) == ("March 2031", True, False)
    assert given_by(march.link) == {"words": "sea", "order": "newest"}
    assert given_by(february.link)["since"] == "2031-02"
    assert given_by(by_name["speaker"].choices[0].link)["actor"] == "a" * 24
    assert [each.label for each in by_name["confidence"].choices] == ["under 50%", "50% to 75%", "90% and more"]
    assert given_by(by_name["confidence"].choices[1].link)["below_confidence"] == "0.75"


def test_results(client: TestClient) -> None:
    """Statements stand in their sentence, with speaker, outlet, date and what is flagged."""
    text = unescape(re.sub("<[^>]+>", "", client.get("/search?words=reopen").text))
    for told in (
        "1 statement",
        "“We will reopen the harbour,” said Ada Mott.",
        "The Tern",
        "4 March 2031",
        "⚑ weekday",
    ):
        assert told in " ".join(text.split())


def test_order(client: TestClient) -> None:
    """The newest come first where that is asked, and every link keeps it so."""
    page = client.get("/search?order=newest").text
    assert page.index("the ferry sails") < page.index("We will reopen") < page.index("Nobody asked")
    facets = re.findall(r'<li><a href="(/search[^"]*)"', page)
    assert facets
    assert all("order=newest" in unescape(link) for link in facets)


def test_downloads(client: TestClient) -> None:
    """What is seen can be had as JSON Lines and CSV, by the same conditions."""
    page = client.get("/search?words=harbour&form=direct").text
    links = [unescape(link) for link in re.findall(r'href="(/v1/[^"]+)"', page)]
    assert len(links) == 3
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200
        assert "harbour" in answer.text


def test_nothing_found(client: TestClient) -> None:
    """Where nothing meets all conditions the page says which hold and how to go on."""
    page = client.get("/search?words=nothinglikethis&form=mixed")
    assert page.status_code == 200
    assert "Nothing on record meets all of this" in page.text
    assert "leave out: " in page.text


def test_wrong_conditions(client: TestClient) -> None:
    """A condition that is none is told beside the form, which keeps it."""
    page = client.get("/search?since=yesterday", headers={"accept": "text/html"})
    assert page.status_code == 422
    assert 'value="yesterday"' in page.text
    assert "give a day" in page.text


def test_empty_record(tmp_path: Path) -> None:
    """A record without statements says how to fill it."""
    with Store.open(tmp_path / "r.onrecord", create=True, connections=2) as store:
        page = TestClient(app_on(store), base_url="http://localhost").get("/search").text
    assert "holds no statements yet" in page
    assert "onrecord read" in page
