"""Reading answers of Twilio's API: what a JSON document is, before it is read as a profile.

Most of the JSON that is pasted is no profile; to say so takes no models, which are slow to import.
"""

from collections.abc import Mapping
from typing import Final

from trusthub_tui.account.port import Object
from trusthub_tui.trusthub.received.outcome import (
    Kind,
    NoDecision,
    ReadDecision,
    Subject,
    about,
    no_document,
)
from trusthub_tui.trusthub.received.patterns import Pattern
from trusthub_tui.trusthub.received.subjects import of_json

_WORD_STARTS: Final = Pattern(r"(?<=[a-z])(?=[A-Z])")
_MOST: Final = 200


def read_document(document: object, known_sid: str = "") -> ReadDecision:
    """Return the decision in an answer of the API; raises :class:`NoDecision`.

    ``known_sid`` is the SID of the profile that a list is searched for.
    """
    if isinstance(document, Mapping):
        held = _held(document)
        document = document if held is None else held
    if isinstance(document, Mapping):
        return _of_object(_named(document))
    if not isinstance(document, list):
        raise no_document()
    objects = [_named(one) for one in document if isinstance(one, Mapping)]
    if any("status" in one for one in objects):
        return _of_object(_the_one(objects, known_sid))
    return _of_errors(document, objects)


def _held(document: Object) -> object:
    """Return what is on a page of a list or in an envelope; ``None`` where the object is neither."""
    meta = document.get("meta")
    key = meta.get("key") if isinstance(meta, Mapping) else None
    listed = document.get(key) if isinstance(key, str) else None
    if isinstance(listed, list):
        return listed
    if "status" not in document and "Status" not in document:
        inner = [
            document.get(name) for name in ("data", "customer_profile", "customerProfile", "body", "results")
        ]
        return next((one for one in inner if isinstance(one, Mapping) or _holds_objects(one)), None)
    return None


def _holds_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, Mapping) for one in value[:_MOST])


def _named(document: Object) -> dict[str, object]:
    return {_WORD_STARTS.sub("_", key).lower(): value for key, value in document.items()}


def _the_one(objects: list[dict[str, object]], known_sid: str) -> Object:
    """Return the entry of a list that is about this profile, or the only one that can be."""
    if known_sid:
        ours = [one for one in objects if known_sid in (one.get("sid"), one.get("customer_profile_sid"))]
        if ours:
            return max(ours, key=lambda one: str(one.get("date_updated") or one.get("date_created") or ""))
    possible = [one for one in objects if of_json(one) is None]
    if len(possible) == 1:
        return possible[0]
    if not possible:
        raise about(of_json(objects[0]) or Subject.OTHER)
    raise NoDecision(
        f"This is a list of {len(objects)}, and each has a status of its own",
        "Paste only the one of this profile, or enter the profile's SID first",
    )


def _of_object(named: Object) -> ReadDecision:
    _refuse_others(named)
    from trusthub_tui.trusthub.received.api_objects import of_object  # pydantic is slow to import

    return of_object(named)


def _of_errors(document: list[object], objects: list[dict[str, object]]) -> ReadDecision:
    from trusthub_tui.trusthub.received import api_objects  # pydantic is slow to import

    if not objects or len(objects) < len(document):
        return api_objects.of_codes(document)
    subject = of_json(objects[0])
    if subject is not None:
        raise about(subject)
    return api_objects.of_errors(document)


def _refuse_others(named: Object) -> None:
    """Raise ``NoDecision`` for what failed, and for things that are no profile but have a status too."""
    status = named.get("status")
    failed = isinstance(status, int) or (isinstance(status, str) and status.isdecimal())
    if failed or ("more_info" in named and "code" in named):
        raise NoDecision(
            "This is the API's answer to a request that did not succeed, not a profile",
            "Fetch the profile again and paste that answer",
            Kind.FAILED_REQUEST,
        )
    if (subject := of_json(named)) is not None:
        raise about(subject)
