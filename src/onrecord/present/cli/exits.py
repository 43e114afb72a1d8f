"""The exit codes, by who has to act; documented in --help and docs/command-line.md."""

from __future__ import annotations

from enum import IntEnum

from onrecord.errors import InputError, InternalError, ModelError, OnrecordError, SettingsError, StoreError


class Exit(IntEnum):
    """What a command ends with."""

    OK = 0
    FOUND_WRONG = 1
    USAGE = 2
    INPUT = 3
    SETTINGS = 4
    MODEL = 5
    STORE = 6
    INTERNAL = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANING = {
    Exit.OK: "all done",
    Exit.FOUND_WRONG: "done, but some inputs failed, or verify found something wrong",
    Exit.USAGE: "the command line is not understood",
    Exit.INPUT: "an input cannot be read",
    Exit.SETTINGS: "a setting or an argument has no valid value",
    Exit.MODEL: "the tagger's model is missing or damaged",
    Exit.STORE: "the record cannot be opened, read or written",
    Exit.INTERNAL: "a defect of onrecord",
    Exit.INTERRUPTED: "interrupted by Ctrl-C; the same command goes on where it stopped",
    Exit.PIPE_CLOSED: "the reader of the output went away",
}


def exit_for(error: OnrecordError) -> Exit:
    """Return the code that a command ends with after `error`."""
    codes = {
        InputError: Exit.INPUT,
        SettingsError: Exit.SETTINGS,
        ModelError: Exit.MODEL,
        StoreError: Exit.STORE,
        InternalError: Exit.INTERNAL,
    }
    return next((code for kind, code in codes.items() if isinstance(error, kind)), Exit.INTERNAL)
