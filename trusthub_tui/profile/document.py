"""Answers as a nested document, the form in which they leave and enter the program.

A document's keys are the question paths, nested: ``{"schema": 1, "friendly_name": "...", "address": {"city":
"..."}}``. Values are as typed: text, a list of texts for a question that takes several choices, true or false
for a tick. What was never answered is left out. A document may hold answers of any quality; only its form is
checked here, and strictly, because a misspelled key is an answer lost.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from trusthub_tui.profile import key_names, paths
from trusthub_tui.profile.answers import TICKED, Answers, clean, joined, several
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind

SCHEMA: Final = 1

Value = str | bool | list[str]
Document = dict[str, int | Value | dict[str, Value]]

_MOST_NAMED = 10
_LONGEST_NAME = 80


class DocumentError(ExplainedError):
    """A document that cannot be read; the message names the place."""


def write(answers: Answers) -> Document:
    """Return the document of some answers: the name first, then the objects in the order they are asked."""
    document: Document = {"schema": SCHEMA}
    for parent, asked in _GROUPS.items():
        given: dict[str, Value] = {
            paths.attribute(path): value(path, answers[path]) for path in asked if answers.get(path)
        }
        if not parent:
            document.update(given)
        elif given:
            document[parent] = given
    return document


def read(document: object) -> dict[str, str]:
    """Return the answers of a document, cleaned; raises :class:`DocumentError`."""
    top = _mapping(document, "A document of answers")
    _check_schema(top)
    found = dict(_leaves(top))
    if unknown := [path for path in found if path not in QUESTIONS]:
        raise _unknown(unknown)
    answers = {path: _text(path, value) for path, value in found.items()}
    return {path: answers[path] for path in QUESTIONS if answers.get(path)}


def value(path: str, text: str) -> Value:
    """Return an answer as it stands in a document; ``KeyError`` for a path that is no question."""
    match QUESTIONS[path].kind:
        case Kind.SEVERAL_OF:
            return list(several(text))
        case Kind.TICK:
            return text == TICKED
        case _:
            return text


def _grouped() -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {"": ()}
    for path in QUESTIONS:
        parent = paths.parent(path)
        groups[parent] = (*groups.get(parent, ()), path)
    return groups


_GROUPS: Final = _grouped()
"""The paths of each object in order; under the empty name those of the profile itself, which come first."""


def _check_schema(top: Mapping[str, object]) -> None:
    schema = top.get("schema")
    if schema is None:
        raise DocumentError("The document does not say its schema", f'Add "schema": {SCHEMA} at the top')
    if type(schema) is not int or schema != SCHEMA:
        raise DocumentError(
            f"This program reads schema {SCHEMA}, and the document has another one",
            "Use the version of trusthub-tui that wrote it, or a newer one",
        )


def _leaves(top: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in top.items():
        if key in _GROUPS and key:
            for attribute, inner in _mapping(value, key).items():
                yield f"{key}.{attribute}", inner
        elif key != "schema":
            yield key, value


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise DocumentError(f"{place} must be an object, not {_kind_of(value)}", "Write it as { ... }")
    return value


def _text(path: str, value: object) -> str:
    match QUESTIONS[path].kind:
        case Kind.SEVERAL_OF:
            return joined(clean(choice) for choice in _choices(path, value))
        case Kind.TICK:
            if not isinstance(value, bool):
                raise _wrong_type(path, "true or false", value)
            return TICKED if value else ""
        case _:
            if not isinstance(value, str):
                raise _wrong_type(path, "text in quotes", value)
            return clean(value)


def _choices(path: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        raise _wrong_type(path, "a list of texts", value)
    for number, choice in enumerate(value, start=1):
        if not isinstance(choice, str):
            raise _wrong_type(f"{path}, entry {number},", "text in quotes", choice)
        if not clean(choice) or "," in choice:
            raise DocumentError(
                f"{path}, entry {number}, must be one choice", "Give every choice an entry of its own"
            )
        yield choice


def _wrong_type(place: str, wanted: str, value: object) -> DocumentError:
    remedy = "Leave the key out where there is no answer" if value is None else f"Write it as {wanted}"
    return DocumentError(f"{place} must be {wanted}, not {_kind_of(value)}", remedy)


def _kind_of(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "an object"


def _unknown(found: list[str]) -> DocumentError:
    names = [clean(name)[:_LONGEST_NAME] for name in found]
    listed = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    message = f"Unknown {'key' if len(names) == 1 else 'keys'}: {listed}"
    remedy = key_names.advice(names)
    return DocumentError(f"{message} and {more} more" if more > 0 else message, remedy)
