"""The command's entry: parses, runs one command, and turns every error into one line and an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import fields

from onrecord.errors import InternalError, OnrecordError
from onrecord.present.cli.exits import Exit, exit_for
from onrecord.present.cli.parser import build
from onrecord.settings import Settings, load


def run() -> None:
    """Run the command line of this process and end it."""
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Return the exit code of the command that `words` ask for, after it has run."""
    arguments = build().parse_args(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        given = {setting.name: getattr(arguments, setting.name, None) for setting in fields(Settings)}
        settings, origins = load(os.environ, given)
        arguments.origins = origins
        if settings.authority:
            from onrecord.pipeline import extend_authority

            extend_authority(settings.authority)
        name = arguments.command.replace("-", "_")
        command = importlib.import_module(f"onrecord.present.cli.{name}_command")
        code = int(command.run(arguments, settings))
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer goes nowhere, and the interpreter must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.PIPE_CLOSED
    except (Exception, KeyboardInterrupt) as error:
        if arguments.debug:
            raise
        return _told(error)
    return code


def _told(error: BaseException) -> Exit:
    """Say on one line of standard error what went wrong; return the exit code."""
    if isinstance(error, KeyboardInterrupt):
        return _say("interrupted", Exit.INTERRUPTED)
    if isinstance(error, OnrecordError) and not isinstance(error, InternalError):
        return _say(_by_option(str(error)), exit_for(error))
    name = "" if isinstance(error, InternalError) else f"{type(error).__name__}: "
    return _say(f"internal error: {name}{error}; please report it with the output of --debug", Exit.INTERNAL)


_OPTIONS = {
    "since": "--from",
    "until": "--to",
    "said_since": "--said-from",
    "said_until": "--said-to",
    "limit": "--limit",
    "min_confidence": "--min-confidence",
}
"""The options by the fields of a filter that they fill: a message names what was typed."""


def _by_option(message: str) -> str:
    """Return a message that begins with a field of a filter with its option instead."""
    name, is_, rest = message.partition(" is ")
    return f"{_OPTIONS[name]}{is_}{rest}" if name in _OPTIONS else message


def _say(message: str, code: Exit) -> Exit:
    from onrecord.present.cli.screen import visible

    sys.stderr.write(f"onrecord: {visible(message)}\n")
    return code
