"""Classes stay small and flat: counted on the live classes of the whole package.

A member is what the body of a class of ours defines: methods, properties, constants, and the fields of a
dataclass or a model. A class is counted together with those of our classes that it is made from, so that a
chain hides nothing; what it overrides is one member, as it is for whoever reads it. Exceptions, closed lists
and Protocols are left out: they are data, not behaviour. That no modules import each other in a circle, and
which folder may import which, is held by the contracts of import-linter in pyproject.toml.
"""

import enum
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from textual.screen import Screen

import trusthub_tui
from tests.support.table import table

MOST_MEMBERS = 45
LONGEST_CHAIN = 2


class _Empty(Screen[None]):
    """What Python and Textual put into every class."""


_GIVEN = {
    *vars(_Empty),
    "__weakref__",
    "__dict__",
    "__annotations__",
    "__slots__",
    "__orig_bases__",
    "__parameters__",
}


def _classes() -> Iterator[type[Any]]:
    for found in pkgutil.walk_packages(trusthub_tui.__path__, "trusthub_tui."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for thing in vars(module).values():
            if isinstance(thing, type) and thing.__module__ == module.__name__:
                yield thing


def _is_data(cls: type[Any]) -> bool:
    return issubclass(cls, (BaseException, enum.Enum)) or getattr(cls, "_is_protocol", False)


def _ours(cls: type[Any]) -> list[type[Any]]:
    return [
        base for base in cls.__mro__ if base.__module__.startswith("trusthub_tui.") and not _is_data(base)
    ]


def _members(cls: type[Any]) -> set[str]:
    source = getattr(cls, "__dataclass_fields__", None) or getattr(cls, "__pydantic_fields__", {})
    made = {name for name in vars(cls) if name.startswith("__") and name != "__init__"} if source else set()
    mine = {name for name in vars(cls) if not name.startswith("_default_")}  # beside each reactive
    return mine - _GIVEN - made


CLASSES = sorted({cls for cls in _classes() if not _is_data(cls)}, key=lambda cls: cls.__qualname__)


def test_there_are_classes_to_count() -> None:
    assert len(CLASSES) > 100


@table("cls", CLASSES)
def test_a_class_is_at_most_one_step_away_from_a_library_or_nothing(cls: type[Any]) -> None:
    chain = _ours(cls)
    assert len(chain) <= LONGEST_CHAIN, " <- ".join(base.__name__ for base in chain)


@table("cls", CLASSES)
def test_a_class_has_few_members_counted_over_its_own_bases(cls: type[Any]) -> None:
    members = set().union(*(_members(base) for base in _ours(cls)))
    assert len(members) <= MOST_MEMBERS, f"{len(members)}: {sorted(members)}"


def test_every_base_class_has_at_least_two_children() -> None:
    children: dict[type[Any], set[type[Any]]] = {}
    for cls in CLASSES:
        for base in cls.__bases__:
            if base in CLASSES:
                children.setdefault(base, set()).add(cls)
    assert {base.__name__: len(found) for base, found in children.items() if len(found) < 2} == {}
