"""Equal windows are tagged once."""

import numpy as np

from onrecord.extract.encoding import Ints
from onrecord.extract.remembered import Answer, Remembered

CALLS: list[int] = []


def run(arrays: dict[str, Ints]) -> Answer:
    """Answer with what was asked, and note the call."""
    value = int(arrays["pieces"][0, 0])
    CALLS.append(value)
    return tuple(np.full((1, 1, 1), value, np.float32) for _ in range(3))


def asked(value: int, gap: int = 0) -> dict[str, Ints]:
    """Return a window that differs by `value` and `gap`."""
    return {"pieces": np.array([[value]]), "gap": np.array([[gap]])}


def test_equal_windows_are_tagged_once() -> None:
    """Same arrays, same answer without a call; any other array is another window."""
    CALLS.clear()
    remembered = Remembered(run)
    answers = [remembered(asked(1)), remembered(asked(1)), remembered(asked(1, gap=2)), remembered(asked(2))]
    assert [int(a[0][0, 0, 0]) for a in answers] == [1, 1, 1, 2]
    assert CALLS == [1, 1, 2]


def test_what_was_used_longest_ago_is_forgotten() -> None:
    """Room is bounded; what is asked again stays."""
    CALLS.clear()
    remembered = Remembered(run, room=2)
    for value in (1, 2, 1, 3, 1, 2):
        remembered(asked(value))
    assert CALLS == [1, 2, 3, 2]
