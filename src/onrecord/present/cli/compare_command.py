"""``onrecord compare``: the tellings of one utterance, or two to six articles, side by side."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from onrecord.errors import MissingError, SettingsError
from onrecord.present.cli.compared_screen import print_articles
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, write_data
from onrecord.present.cli.told_screen import print_utterance
from onrecord.present.export import tellings
from onrecord.query.compared import Comparison
from onrecord.query.comparison import LEAST, MOST, compare
from onrecord.query.named import document_named
from onrecord.query.show import show as show_statement
from onrecord.query.tellings import ShownUtterance
from onrecord.query.utterances import of_statement, show
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Print what is asked for side by side: one id of an utterance or statement, or two to six articles."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if len(arguments.of) == 1:
            _tell_utterances(_utterances(store, arguments.of[0]), arguments)
            return Exit.OK
        _tell_articles(compare(store, _articles(store, arguments.of)), arguments)
    return Exit.OK


def _articles(store: Store, words: list[str]) -> list[str]:
    """Return the ids of the articles that are meant."""
    ids = [document_named(store, word) for word in words]
    twice = next((word for place, word in enumerate(words) if ids[place] in ids[:place]), None)
    if twice is not None:
        raise SettingsError(f"{twice!r} was given before: give {LEAST} to {MOST} different articles")
    return ids


def _utterances(store: Store, word: str) -> tuple[ShownUtterance, ...]:
    """Return the utterance of an id, or those that the statement of an id is a telling of."""
    try:
        found = show(store, word)
        if not found.id.startswith(word.lower()):
            say(f"the utterance that was {word} is now {found.id}")
        return (found,)
    except MissingError as missing:
        try:
            statement = show_statement(store, word).reported
        except MissingError:
            raise _meant(store, word, missing) from None
    telling = tuple(show(store, listed.id) for listed, _ in of_statement(store, statement.id))
    if not telling:
        raise MissingError(f"statement {statement.id[:8]} is told by this article alone: there is nothing to compare")
    return telling


def _meant(store: Store, word: str, missing: MissingError) -> MissingError:
    """Return what is wrong with a word that is no utterance's and no statement's id."""
    try:
        document_named(store, word)
    except MissingError:
        return missing
    return MissingError(
        f"{word!r} is one article: give {LEAST} to {MOST} articles (see: onrecord documents), or an utterance's id"
        " (see: onrecord utterances)"
    )


def _tell_utterances(found: tuple[ShownUtterance, ...], arguments: Namespace) -> None:
    if arguments.json:
        write_data(dumped(tellings.shown(each)) for each in found)
    elif arguments.html:
        from onrecord.present.export.tellings_page import utterances_page  # jinja2 is loaded for pages alone

        _write_page(arguments.html, utterances_page(found))
    else:
        for place, each in enumerate(found):
            print_utterance(each, apart=place > 0)


def _tell_articles(found: Comparison, arguments: Namespace) -> None:
    if arguments.json:
        write_data([dumped(tellings.compared(found))])
    elif arguments.html:
        from onrecord.present.export.tellings_page import compared_page

        _write_page(arguments.html, compared_page(found))
    else:
        print_articles(found)


def _write_page(name: str, page: str) -> None:
    if name == "-":
        write_data([page])
        return
    try:
        Path(name).write_text(page, encoding="utf-8", errors="xmlcharrefreplace")
    except OSError as error:
        raise SettingsError(f"{name} cannot be written: {error.strerror}") from error
    say(f"written to {name}")
