"""The way of the data, composed: what the stages do one after another. Stages never import each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import onrecord
from onrecord.record import Attribution, Capture, Entry, Given, MediaType, Unreadable
from onrecord.run.accounts import account
from onrecord.run.article import Article
from onrecord.run.ordered import ordered
from onrecord.run.pool import Limits, Pool
from onrecord.run.reading import Reading
from onrecord.run.summary import Summary
from onrecord.run.work import Failure
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.extract import Tagger
    from onrecord.store import Store


def load_tagger(model: str = "") -> Tagger:
    """Return the tagger whose model lies in the folder `model`, by default the package's own.

    Raises ModelError when a file is missing, cut or changed.
    """
    from onrecord.extract import Tagger  # onnxruntime takes 0.25 s to import

    return Tagger.load(Path(model) if model else None)


def signature(model: str = "", authority: str = "") -> str:
    """Return what signs a document: the versions of the package and of the models that made it.

    And the digest of the user's own files of the authority, if there are any. Raises ModelError as
    :func:`load_tagger` does, and InputError for a folder that is none.
    """
    from onrecord.classify import shipped, shipped_types
    from onrecord.extract.manifest import SHIPPED, load_model  # checks the files without loading the network
    from onrecord.resolve.authority import files_in

    found, told = load_model(Path(model) if model else SHIPPED), (shipped("stated"), shipped_types())
    own = files_in(authority)[1]
    models = ", ".join(f"{each.name} {each.digest[:12]}" for each in (found, *told))
    return f"onrecord {onrecord.__version__}, {models}" + (f", authority {own[:12]}" if own else "")


def extend_authority(folder: str) -> None:
    """Let this process know the entries of the CSV files in `folder` too; "" leaves the bundled ones.

    Raises InputError for a folder that is none, or a row that is none.
    """
    if folder:
        from onrecord.resolve.authority import extend, files_in

        extend(files_in(folder)[0])


def article(capture: Capture, tagger: Tagger) -> Article:
    """Return the document, its statements and all that is told of them: clean → extract → resolve → classify.

    Raises InputError when the bytes make no document.
    """
    from onrecord import classify, clean, resolve  # workers alone pay for lxml, trafilatura and their like

    document = clean.document(capture)
    attributions = tagger.attributions(document)
    found = resolve.resolution(document, attributions)
    return Article(
        document,
        classify.typed(classify.stated(found.statements), document.text),
        account(document, attributions),
        anomalies=found.anomalies,
        appearances=found.appearances,
    )


def article_of_text(text: str, *, given: Given | None = None, model: str = "") -> Article:
    """Return the document and the statements of a plain text, without any file."""
    data = text.encode("utf-8", "surrogatepass")
    capture = Capture(data, MediaType.PLAIN, "text", "text", given or Given(charset="utf-8"))
    return article(capture, load_tagger(model))


def start_articles(model: str, authority: str = "") -> Callable[[Capture], Article]:
    """Return what a worker does with each capture; called once in every worker."""
    extend_authority(authority)
    return partial(_article, load_tagger(model))


def _article(tagger: Tagger, capture: Capture) -> Article:
    return article(capture, tagger)


def start_tagging(model: str) -> Callable[[tuple[str, str]], tuple[Attribution, ...]]:
    """Return what a worker of :func:`tag` does with each (id, text)."""
    return partial(_attributions, load_tagger(model))


def _attributions(tagger: Tagger, task: tuple[str, str]) -> tuple[Attribution, ...]:
    document_id, text = task
    return tuple(tagger.attributions_of_text(text, document_id, nested=False))


def limits(settings: Settings) -> Limits:
    """Return what the settings allow the workers."""
    return Limits(settings.processes, settings.deadline, settings.memory)


def read(
    store: Store,
    inputs: Iterable[Capture | Unreadable],
    settings: Settings,
    told: Callable[[Entry], None] = lambda entry: None,
) -> Summary:
    """Leave every input in the record and its ledger; return what became of them.

    `told` is called with each input's entry once it is on disk. Raises Interrupted after Ctrl-C,
    ModelError and StoreError; what was done until then stays, and the next run goes on.
    """
    made_by = signature(settings.model, settings.authority)
    extend_authority(settings.authority)
    with Pool(partial(start_articles, settings.model, settings.authority), limits(settings)) as pool:
        return Reading(store, pool, made_by, told).run(inputs)


def captures(
    paths: Iterable[str], settings: Settings, given: Given | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | Unreadable]:
    """Yield the inputs that `paths` name: files, folders, patterns, ``-`` for `stdin`."""
    from onrecord.read import captures as read_captures

    return read_captures(list(paths), given=given or Given(), stdin=stdin, max_bytes=settings.max_bytes)


def tag(tasks: Iterable[tuple[str, str]], settings: Settings) -> Iterator[tuple[Attribution, ...] | Failure]:
    """Yield the attributions of each (id, text), or why there are none, in order of the tasks."""
    with Pool(partial(start_tagging, settings.model), limits(settings)) as pool:
        yield from ordered(pool, tasks)
