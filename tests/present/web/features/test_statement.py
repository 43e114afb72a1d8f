"""The statement's page: fields with their basis, the way to the bytes, citations."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import HIDDEN, NASTY, hostile_record

from onrecord.present.web.features.statement.cite import annotation, citations
from onrecord.present.web.features.statement.facts import facts
from onrecord.query import Filter, Shown, find, show
from onrecord.store import Store


@pytest.fixture
def shown(plain: Store) -> Shown:
    """Give a statement with everything about it."""
    return show(plain, next(find(plain, Filter(words="reopen"))).id)


def test_facts(shown: Shown) -> None:
    """Every field is told; what is unknown as unknown, everything with what it rests on."""
    told = {each.name: each for each in facts(shown)}
    assert told["speaker"].value == "Ada Mott"
    assert told["speaker"].basis.startswith("name; person")
    assert told["said on"].value == "unknown"
    assert told["confidence"].value == "75 %"
    assert (told["judged"].value, told["judged"].basis) == ("open", "by nobody yet")


def test_citations(shown: Shown) -> None:
    """A citation tells who is reported to have said what, by whom and when it was told, and where it is kept."""
    plain, bibtex, as_json = citations(shown)
    assert plain.text.startswith("Ada Mott: “We will reopen the harbour,” As told by The Tern, “Harbour to wait")
    assert shown.capture.sha256 in plain.text
    assert "  year = {2031},\n  month = {3},\n  day = {4},\n" in bibtex.text
    assert "author = {{Ada Mott}}" in bibtex.text
    told = json.loads(as_json.text)
    assert told["words"] == shown.reported.words
    assert shown.document.text[slice(*told["content"][0])] == shown.reported.words


def test_annotation(shown: Shown) -> None:
    """The Web Annotation's selectors find the words in the text."""
    told = json.loads(annotation(shown))
    assert told["type"] == "Annotation"
    quote, position = told["target"][0]["selector"]
    text = shown.document.text
    assert text[position["start"] : position["end"]] == quote["exact"] == shown.reported.words
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_citations_of_anything(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever the texts hold, JSON is JSON with nothing hidden in it, and BibTeX's braces are paired."""
    with hostile_record(tmp_path_factory.mktemp("hostile") / "r.onrecord") as store:
        told = [show(store, each.id) for each in find(store, Filter(everything=True))]
    assert len(told) >= len(NASTY) // 2
    for each in told:
        _, bibtex, as_json = citations(each)
        assert json.loads(as_json.text)["words"] == each.reported.words
        assert json.loads(annotation(each))
        assert not set(as_json.text) & set(HIDDEN.replace("gnp.exe", ""))
        plain = re.sub(r"\\[{}]", "", bibtex.text)
        assert plain.count("{") == plain.count("}")


def test_page(plain: Store, client: TestClient, shown: Shown) -> None:
    """The page tells the paragraph, the hash, and the ranges in document, source and bytes."""
    page = unescape(client.get(f"/statement/{shown.reported.id}").text)
    content = shown.reported.statement.attribution.content[0]
    start, end = shown.in_source(content)
    for told in (shown.capture.sha256, f"{content.start}–{content.end}", f"{start}–{end}", "Web Annotation"):
        assert told in page


def test_relayed_one(plain: Store, client: TestClient) -> None:
    """A statement within another one leads to it, and back."""
    inner = next(find(plain, Filter(relay="tern news")))
    outer = show(plain, inner.id).outer[0]
    assert f"/statement/{outer.id}" in client.get(f"/statement/{inner.id}").text
    assert f"/statement/{inner.id}" in client.get(f"/statement/{outer.id}").text
