"""The errors that onrecord raises, by who has to act on them."""

from __future__ import annotations


class OnrecordError(Exception):
    """Root of every error that onrecord raises on purpose; its text is fit to show to the user."""


class InputError(OnrecordError):
    """An input cannot be read or makes no document: the one who supplied it can mend it."""


class SettingsError(OnrecordError):
    """A setting or argument has no valid value: the one who started the command can mend it."""


class MissingError(SettingsError):
    """What was asked for by its id or name is not in the record, or not one thing alone."""


class ConflictError(SettingsError):
    """What was to be changed has changed since it was looked at: look again, then decide."""


class ModelError(OnrecordError):
    """The model's files are missing, cut or changed: reinstalling the package mends it."""


class StoreError(OnrecordError):
    """The record file cannot be opened, read or written: disk, permission, version or lock."""


class BusyError(StoreError):
    """Another process is writing to the record: waiting mends it."""


class DeadlineError(StoreError):
    """A question took longer than it may: asking for less mends it."""


class InternalError(OnrecordError):
    """An invariant of onrecord itself does not hold: a defect to report, with the message."""
