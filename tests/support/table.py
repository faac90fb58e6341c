"""Tables of cases: one test goes through all of its rows and tells every row that fails."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def table(names: str | Sequence[str], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Run a test for each row, as one test: thousands of rows then cost no more than what they do.

    ``names`` are the parameters that a row fills, written as for ``pytest.mark.parametrize``, which stays
    the choice where rows must not share a fixture (a folder, a patch).

    Raises:
        ExceptionGroup: Some rows failed; each failure carries its row as a note.

    """
    filled = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    cases = [dict(zip(filled, row if len(filled) > 1 else (row,), strict=True)) for row in rows]

    def over(test: Test) -> Test:
        @wraps(test)
        def each(**given: Any) -> None:
            assert cases, "the table has no rows"
            failed = [wrong for case in cases if (wrong := _failure(test, {**given, **case}))]
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(cases)} rows failed", failed)

        signature = inspect.signature(test)
        left = [one for name, one in signature.parameters.items() if name not in filled]
        vars(each)["__signature__"] = signature.replace(parameters=left)
        return each

    return over


def _failure(test: Test, row: dict[str, Any]) -> Exception | None:
    try:
        test(**row)
    except (AssertionError, ExceptionGroup) as wrong:
        wrong.add_note(f"row: {row}")
        return wrong
    except pytest.fail.Exception as wrong:
        return AssertionError(f"{wrong} row: {row}")
    except BaseException as error:
        error.add_note(f"row: {row}")
        raise
    return None
