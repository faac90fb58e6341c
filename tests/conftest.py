"""What holds for the whole suite: what was imported is not searched for garbage again and again."""

import gc

FEWER_SEARCHES = (20_000, 20, 50)
"""Objects and rounds between two searches; a started program makes more than Python reckons with."""


def pytest_collection_finish() -> None:
    """Leave out of every search what stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*FEWER_SEARCHES)
