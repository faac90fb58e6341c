"""The functions that run commands, each imported when it is called first: their table is light."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


class Functions:
    """Those of one module of this folder, by their names."""

    def __init__(self, module: str) -> None:
        self._module = f"{__package__}.{module}"

    def __getattr__(self, name: str) -> Callable[[Any], Any]:
        """Return what calls a function of the module; the module need not be there yet."""

        def call(page: object) -> object:
            return getattr(import_module(self._module), name)(page)

        return call
