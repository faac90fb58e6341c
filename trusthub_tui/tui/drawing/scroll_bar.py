"""The bar beside a list: which of its cells say what part of the list is in view."""


def thumb(size: int, total: float, window: float, position: float) -> tuple[int, int]:
    """Return the first cell of the part in view, and the cell behind its last; nothing where all is in view.

    ``size`` is the length of the bar in cells; the others count lines. Whole cells only: they look alike in
    every font and in ASCII.
    """
    if not 0 < window < total:
        return 0, 0
    length = max(1, round(size * window / total))
    start = round((size - length) * position / (total - window))
    return start, start + length
