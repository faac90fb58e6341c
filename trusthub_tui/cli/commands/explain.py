"""``explain``: what a text from Twilio is, what it means, and what to do next."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.input_files import STANDARD_INPUT, InputFile, text_of
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.profiles_file import is_missing, path_of, told_as_fault
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import sentences
from trusthub_tui.trusthub.explain import Explanation, KnownProfile, Meaning, explained

_LONGEST_PATH: Final = 1000


@click.command
@click.argument("text", metavar="[TEXT|FILE|-]", default=STANDARD_INPUT, shell_complete=settings.files)
@json_option
@settings.options()
def explain(text: str, *, as_json: bool) -> int:
    """Say what a code, an e-mail or a message from Twilio means.

    Give it as an argument, as a file, or on standard input (-). It says whether it is a decision, a failed
    request, about something else, or nothing of the kind, what it means, what to do next, and which profile
    here it is about. Nothing is changed, and nothing is sent.
    """
    received = _read(text)
    explanation = explained(received, _profiles(received))
    if as_json:
        say_json(_document(explanation))
    else:
        say("\n".join(_lines(explanation)))
    return ExitCode.DONE


def _read(given: str) -> str:
    if given == STANDARD_INPUT or _is_file(given):
        return text_of(InputFile(given).content("What came from Twilio"))
    return given


def _is_file(given: str) -> bool:
    """Whether this names a file; a pasted text is longer than any path, or has lines."""
    if len(given) > _LONGEST_PATH or "\n" in given or "\0" in given:
        return False
    try:
        return Path(given).is_file()
    except OSError:
        return False


def _profiles(text: str) -> tuple[KnownProfile, ...]:
    """Return the profiles that a text can be about; none for a lone code, and where there is no file yet."""
    here = settings.current()
    if not any(map(str.isalpha, text)) or is_missing(here):
        return ()
    from trusthub_tui.store.filed import filed_in

    with told_as_fault():
        return tuple(KnownProfile(*filed) for filed in filed_in(path_of(here)))


def _lines(explanation: Explanation) -> Iterator[str]:
    yield wrapped(sentences(explanation.reading.message), indent=0)
    if explanation.profile is not None:
        yield wrapped(f"About profile {explanation.profile.id}, {explanation.profile.name}", indent=0)
    for meaning in explanation.meanings:
        yield ""
        yield from _meaning(meaning)
    yield ""
    for step in explanation.next:
        yield wrapped(sentences(step), indent=0)


def _meaning(meaning: Meaning) -> Iterator[str]:
    number = f"{meaning.code}: " if meaning.code and str(meaning.code) not in meaning.title else ""
    yield wrapped(f"{number}{meaning.title}", indent=0)
    yield wrapped(meaning.says, indent=2)
    for words in meaning.words:
        yield wrapped(f"Twilio: {clean(words)}", indent=2)
    for advice in meaning.advice:
        yield wrapped(advice, indent=4, first="  - ")
    yield wrapped(f"Source: {meaning.source}", indent=2)


def _document(explanation: Explanation) -> dict[str, object]:
    reading, profile = explanation.reading, explanation.profile
    return {
        "kind": reading.kind.value,
        "message": reading.message,
        "subject": reading.subject.value if reading.subject else None,
        "outcome": _outcome(explanation),
        "codes": [_meaning_document(meaning) for meaning in explanation.meanings],
        "sids": list(reading.sids),
        "profile": {"id": profile.id, "name": profile.name, "sid": profile.sid} if profile else None,
        "next": list(explanation.next),
    }


def _outcome(explanation: Explanation) -> str | None:
    decision = explanation.reading.decision
    if decision is None:
        return None
    return "approved" if decision.approved else "rejected"


def _meaning_document(meaning: Meaning) -> dict[str, object]:
    return {
        "code": meaning.code or None,
        "title": meaning.title,
        "meaning": meaning.says,
        "advice": list(meaning.advice),
        "source": meaning.source,
        "words": list(meaning.words),
        "questions": list(meaning.paths),
    }
