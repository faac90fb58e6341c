"""Checks every exchange with the Twilio of the tests against Twilio's own description of its API."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse

from tests.support.fake_twilio import Asked, FakeTwilio, Reply

FOLDER = Path(__file__).parent / "openapi"
HOSTS = {"trusthub_v1.json": "https://trusthub.twilio.com", "api_v2010.json": "https://api.twilio.com"}


@lru_cache
def _api(name: str) -> tuple[OpenAPI, Mapping[str, Any]]:
    document = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return OpenAPI.from_dict(document), document


def watch(fake: FakeTwilio) -> None:
    """Note everything that Twilio does not document as a violation, on either side."""
    fake.checks.append(lambda asked, reply: fake.violations.extend(faults(asked, reply)))


def faults(asked: Asked, reply: Reply) -> list[str]:
    """Return what is not documented about a request or the answer to it."""
    name = "trusthub_v1.json" if asked.path.startswith("/v1/") else "api_v2010.json"
    api, document = _api(name)
    request = MockRequest(
        HOSTS[name],
        asked.method.lower(),
        asked.path,
        args=dict(asked.query),
        data=urlencode(asked.form).encode() if asked.method == "POST" else b"",
        content_type="application/x-www-form-urlencoded" if asked.method == "POST" else "",
        headers={"Authorization": "Basic x"},
    )
    where = f"{asked.method} {asked.path}"
    found = [f"{where}: {name} is documented nowhere" for name in _unknown(document, asked)]
    try:
        api.validate_request(request)
    except OpenAPIError as error:
        found.append(f"{where}: {error!r} {error.__cause__!r}")
    if reply.status < 400:  # errors are described nowhere
        try:
            api.validate_response(
                request, MockResponse(reply.body, status_code=reply.status, content_type="application/json")
            )
        except OpenAPIError as error:
            found.append(f"{where} answered: {error!r} {error.__cause__!r}")
    return found


def _unknown(document: Mapping[str, Any], asked: Asked) -> list[str]:
    """Return the parameters that nothing describes; the library lets them pass."""
    path = next((one for one in document["paths"] if _fits(one, asked.path)), None)
    if path is None:
        return ["the path"]
    operation = document["paths"][path].get(asked.method.lower())
    if operation is None:
        return ["the method"]
    known = {one["name"] for one in operation.get("parameters", [])}
    content = operation.get("requestBody", {}).get("content", {})
    fields = {name for one in content.values() for name in one.get("schema", {}).get("properties", {})}
    return sorted({*asked.query} - known) + sorted({*asked.form} - fields)


def _fits(template: str, path: str) -> bool:
    parts, given = template.split("/"), path.split("/")
    return len(parts) == len(given) and all(
        one == other or (one.startswith("{") and one.endswith(("}", "}.json")))
        for one, other in zip(parts, given, strict=True)
    )
