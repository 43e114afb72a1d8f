"""The stages, composed, with the model that the package ships."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline
from onrecord.errors import InputError, ModelError
from onrecord.record import Outcome, words_of
from onrecord.settings import Settings
from onrecord.store import Store, record_digest

NEWS = """Harbour of Velm to stay closed

VELM, March 4 — “We will reopen the harbour when the last mine is gone,” Harbour Minister Ada Mott said on Tuesday.

Mott added that the fishing fleet “must wait until April”. Her deputy, Bo Lund, declined to comment.

“Nobody asked the fishermen,” said Inge Halgaard, who leads their union.
"""


@pytest.mark.slow
def test_a_text_becomes_statements() -> None:
    """Who said what in an invented article is found, word by word."""
    article = pipeline.article_of_text(NEWS)
    found = {(s.speaker.name if s.speaker else None, words_of(s.attribution.content)) for s in article.statements}
    assert _speakers(found, "“We will reopen the harbour when the last mine is gone,”") == {"Ada Mott"}
    assert _speakers(found, "must wait until April") == {"Ada Mott"}
    assert _speakers(found, "Nobody asked the fishermen") == {"Inge Halgaard"}


def _speakers(found: set[tuple[str | None, str]], said: str) -> set[str | None]:
    return {speaker for speaker, words in found if said in words}


def test_an_empty_text_is_no_article() -> None:
    """A text without a character raises."""
    with pytest.raises(InputError):
        pipeline.article_of_text("")


@pytest.mark.slow
def test_processes_change_nothing(tmp_path: Path) -> None:
    """One worker and three make the same record, and the same attributions, of the same texts."""
    folder = tmp_path / "news"
    folder.mkdir()
    texts = [NEWS.replace("Velm", f"Velm{n}").replace("Tuesday", "Monday" if n % 2 else "Friday") for n in range(16)]
    for n, text in enumerate(texts):
        (folder / f"{n:02}.txt").write_text(text)
    digests, tagged = set(), []
    for processes in (1, 3):
        settings = Settings(processes=processes, deadline=300.0)
        with Store.open(tmp_path / f"{processes}.onrecord", create=True) as store:
            summary = pipeline.read(store, pipeline.captures([str(folder)], settings), settings)
            digests.add(record_digest(store))
        tagged.append(list(pipeline.tag(((str(n), text) for n, text in enumerate(texts)), settings)))
        assert summary.outcomes == {Outcome.STORED: 16}
    assert len(digests) == 1
    assert tagged[0] == tagged[1]


def test_documents_are_signed_with_the_versions() -> None:
    """The signature names the package's version and the model's digest."""
    signature = pipeline.signature()
    assert signature.startswith(f"onrecord {onrecord.__version__}, ")
    assert len(signature.rsplit(" ", 1)[1]) == 12


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    """A model that is missing is an error before any input is read."""
    settings = Settings(model=str(tmp_path))
    with Store.open(tmp_path / "r", create=True) as store, pytest.raises(ModelError, match=r"manifest\.json"):
        pipeline.read(store, [], settings)
