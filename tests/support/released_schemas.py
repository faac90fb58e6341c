"""The schemas as they were released: what scripts rely on, without the words for people.

``python -m tests.support.released_schemas`` writes them anew, for a change that breaks no script.
"""

import json
from pathlib import Path
from typing import Any

from trusthub_tui.cli.schemas import SCHEMAS, schema_of

FOLDER = Path(__file__).parents[1] / "cli" / "released"
_WORDS = frozenset({"title", "description", "examples"})


def contract(schema: Any, *, names: bool = False) -> Any:
    """Return a schema without its words for people; ``names`` says that its keys are the data's."""
    if isinstance(schema, list):
        return [contract(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: contract(value, names=key == "properties")
        for key, value in schema.items()
        if names or key not in _WORDS
    }


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name in SCHEMAS:
        text = json.dumps(contract(schema_of(name)), ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
