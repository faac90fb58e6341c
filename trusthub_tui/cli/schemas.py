"""The contract for scripts and agents: JSON Schemas of the answers' document and of what commands print."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import Option
from trusthub_tui.profile.document import SCHEMA
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, TWILIO

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Schema] = {"type": "string"}
_WHOLE: Final[Schema] = {"type": "integer"}
_TRUTH: Final[Schema] = {"type": "boolean"}
_TIME: Final[Schema] = {"type": "string", "format": "date-time"}
_STATUS: Final[Schema] = {"enum": [status.value for status in Status]}
_PATH: Final[Schema] = {"enum": list(QUESTIONS)}


def answers() -> Schema:
    """Return the schema of a document of answers, with what every question says of itself.

    Answers are taken as typed, so that a value on no list is no fault of form: `check` finds it.
    """
    properties: Schema = {"schema": {"const": SCHEMA}}
    for path, question in QUESTIONS.items():
        parent = paths.parent(path)
        inner = properties if not parent else properties.setdefault(parent, _object({}))["properties"]
        inner[paths.attribute(path)] = _question(question)
    return {**_object(properties), "required": ["schema"], "title": "Answers of a Customer Profile"}


def listed() -> Schema:
    """Return the schema of what `list --json` prints."""
    line = _all(
        id=_TEXT,
        name=_TEXT,
        status=_STATUS,
        hub={"enum": ["", PRACTICE, TWILIO], "description": "Who reviews the newest submission."},
        next={"type": "string", "description": "What its user has to do."},
        changed_at=_TIME,
        checked_at=_or_null(_TIME),
    )
    return {"type": "array", "items": line}


def shown() -> Schema:
    """Return the schema of what `show ID --json` prints."""
    submission = _all(
        version=_WHOLE,
        hub={"enum": [PRACTICE, TWILIO]},
        status=_STATUS,
        submitted_at=_TIME,
        due_at=_or_null(_TIME),
        decided_at=_or_null(_TIME),
        reasons=_each(_reason()),
        answers=answers(),
    )
    return _all(
        id=_TEXT,
        name=_TEXT,
        status=_STATUS,
        sid=_TEXT,
        created_at=_TIME,
        changed_at=_TIME,
        answers=answers(),
        findings=_each(_finding()),
        acknowledged=_each(_all(path=_PATH, rule=_TEXT, answer=_TEXT, note=_TEXT, at=_TIME)),
        submissions=_each(submission),
        events=_each(_all(at=_TIME, kind=_TEXT, text=_TEXT)),
        twilio=_or_null({"type": "object"}),
    )


def checked() -> Schema:
    """Return the schema of what `check --json` prints: for a list of documents, a list."""
    one = _all(name=_TEXT, compliant=_TRUTH, findings=_each(_finding()))
    return {"anyOf": [one, _each(one)]}


def failed() -> Schema:
    """Return the schema of what every command with --json prints to standard error where it fails."""
    codes = [code for code in ExitCode if code is not ExitCode.DONE]
    error = _all(
        code={"enum": [code.word for code in codes]},
        exit={"enum": [int(code) for code in codes]},
        message={"type": "string", "description": "What is wrong."},
        remedy={"type": "string", "description": "What to do about it; empty where nothing helps."},
    )
    return _all(error=error)


SCHEMAS: Final[Mapping[str, Callable[[], Schema]]] = {
    "answers": answers,
    "list": listed,
    "show": shown,
    "check": checked,
    "error": failed,
}


def schema_of(name: str) -> Schema:
    """Return a schema by its name, for itself."""
    return {"$schema": _DIALECT, **SCHEMAS[name]()}


def _question(question: Question) -> Schema:
    about: Schema = {"title": full_label(question.path)}
    says = ". ".join(part.rstrip(".") for part in (question.hint, question.why) if part)
    if says:
        about["description"] = f"{says}."
    if question.optional:
        about["description"] = f"Optional. {about.get('description', '')}".strip()
    if question.example:
        about["examples"] = [question.example]
    match question.kind:
        case Kind.TICK:
            return {**about, "type": "boolean", "description": question.label}
        case Kind.SEVERAL_OF:
            about.pop("examples", None)
            return {**about, **_each(_choice(question))}
        case _ if question.options:
            about.pop("examples", None)
            return {**about, **_choice(question)}
    return {**about, **_TEXT}


def _choice(question: Question) -> Schema:
    return {"anyOf": [*map(_option, question.options), _TEXT]}


def _option(option: Option) -> Schema:
    note = {"description": option.note} if option.note and option.note != option.value else {}
    return {"const": option.value, "title": option.label, **note}


def _finding() -> Schema:
    return _all(
        path=_PATH,
        severity={"enum": [severity.value for severity in Severity]},
        message=_TEXT,
        remedy=_TEXT,
        rule=_TEXT,
        code=_or_null(_WHOLE),
        predicts=_or_null(_WHOLE),
        also=_each(_PATH),
    )


def _reason() -> Schema:
    texts = _each(_TEXT)
    return _all(code=_WHOLE, title=_TEXT, meaning=_TEXT, paths=texts, words=texts, advice=texts, page=_TEXT)


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _all(**properties: Schema) -> Schema:
    """Return the schema of an object that has all of its keys, and no other."""
    return {**_object(properties), "required": list(properties)}


def _each(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
