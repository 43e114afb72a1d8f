"""Windows tagged once: wire copy repeats, and the same input has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from onrecord.extract.encoding import Ints
from onrecord.extract.scores import Floats, Run

Answer = tuple[Floats, Floats, Floats]

ROOM = 256
"""Windows whose answers are remembered, some 15 MB; those used longest ago are forgotten first."""


class Remembered:
    """A model of one window that answers equal windows from memory: the same arrays, so the same bits."""

    def __init__(self, run: Run, room: int = ROOM) -> None:
        self._run, self._room = run, room
        self._answers: OrderedDict[bytes, Answer] = OrderedDict()
        self._lock = Lock()

    def __call__(self, arrays: dict[str, Ints]) -> Answer:
        """Return the model's answer to `arrays`; it must not be written to."""
        key = b"|".join(arrays[name].tobytes() for name in sorted(arrays))
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
                return answer
        answer = self._run(arrays)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > self._room:
                self._answers.popitem(last=False)
        return answer
