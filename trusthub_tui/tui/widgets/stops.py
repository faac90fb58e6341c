"""Where the cursor of a list may rest: on the first line of each run of lines that share a key."""

from collections.abc import Callable

Keys = Callable[[int], object]
"""The key of a line; None where the cursor may not rest."""


def first_of(keys: Keys, y: int) -> int:
    """Return the first of the lines that belong together with this one."""
    key = keys(y)
    while y > 0 and keys(y - 1) == key:
        y -= 1
    return y


def next_stop(keys: Keys, count: int, y: int, step: int) -> int:
    """Return the next line to rest on in a direction, or this one where there is none."""
    here = keys(y) if y < count else None
    target = y + step
    while 0 <= target < count:
        key = keys(target)
        if key is not None and key != here:
            return first_of(keys, target) if step < 0 else target
        target += step
    return y


def stop_near(keys: Keys, count: int, y: int) -> int:
    """Return this line, or the nearest one to rest on, below first."""
    if not count:
        return 0
    if keys(y) is not None:
        return first_of(keys, y)
    below = next_stop(keys, count, y, 1)
    return below if below != y else next_stop(keys, count, y, -1)
