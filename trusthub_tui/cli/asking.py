"""Asking before something is done, where there is somebody to answer."""

import sys


def has_terminal() -> bool:
    """Whether somebody can read what is asked and type an answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str) -> bool:
    """Return the answer to a question; nobody has agreed where nobody can answer."""
    import click

    return has_terminal() and click.confirm(question)
