"""A pool that does each task at once, in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.errors import InputError
from onrecord.run.work import Failure


class Direct:
    """The interface of Pool without processes."""

    def __init__(self, run: Callable[[Any], Any]) -> None:
        self._run = run
        self._results: dict[int, Any] = {}

    def submit(self, key: int, task: Any) -> None:
        """Leave the task's result under `key`."""
        try:
            self._results[key] = self._run(task)
        except InputError as error:
            self._results[key] = Failure(str(error))

    def ready(self, key: int) -> bool:
        """Return whether the result is there."""
        return key in self._results

    def take(self, key: int) -> Any:
        """Return the result."""
        return self._results.pop(key)
