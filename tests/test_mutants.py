"""The faults that are put into the program to try its tests: small, of every kind, where code runs."""

import pytest

from tests.mutants.operators import is_made_at_import, mutants_of


def faults(source: str) -> set[str]:
    """Return the line that differs, for each fault."""
    return {mutant.applied_to(source).strip() for mutant in mutants_of("module.py", source)}


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("a < b", {"(a <= b)"}),
        ("a == b != c", {"(a != b != c)", "(a == b == c)"}),
        ("x = a and b", {"x = (a or b)"}),
        ("x = not a", {"x = (a)"}),
        ("x = a + b", {"x = (a - b)"}),
        ("x = 'a' + b", {'x = "" + b'}),
        ("x += y", {"x -= y"}),
        ("x = 7", {"x = 8"}),
        ("x = True", {"x = False"}),
        ("go(x)", {"pass"}),
        ("x = a if b else c", {"x = (c if b else a)"}),
        ("if a:\n    b = c", {"if not (a):\n    b = c"}),
        ("x = [a for a in b if a]", {"x = [a for a in b if (not (a))]"}),
        ("def f():\n    return a", {"def f():\n    return None"}),
        ("async def f():\n    await go()", {"async def f():\n    pass"}),
        ("x = 'Zürich', 1", {'x = "", 1', "x = 'Zürich', 2"}),
    ],
)
def test_each_kind_of_fault_is_made(source: str, faulty: set[str]) -> None:
    assert faults(source) == faulty


@pytest.mark.parametrize(
    "source",
    [
        "'''What it is.'''",
        "import a.b",
        "x: Literal['a']",
        "def f(a: 'int') -> 'str': ...",
        "class Reader(Protocol):\n    size = 1\n    def read(self):\n        return self.size",
        "Maker = Callable[[int], object]",
        "raise Refused('too', 2)",
        "x = Binding(key, action, show=False)",
        "if TYPE_CHECKING:\n    x = 1",
        "x = 'Esc goes back'",
        "x = f'{a}b'",
        "super().__init__()",
    ],
)
def test_what_only_describes_is_left_alone(source: str) -> None:
    assert faults(source) == set()


def test_the_same_seed_draws_the_same_faults_in_a_module_that_is_the_same() -> None:
    source = "def f(a):\n    go(a)\n    return a < 3"
    assert mutants_of("module.py", source) == mutants_of("module.py", source)
    assert len({mutant.place for mutant in mutants_of("module.py", source)}) == 2


def test_a_default_is_made_at_import_and_a_line_of_a_function_is_not() -> None:
    source = "LIMIT = 3\ndef f(a=4):\n    return a\nclass C:\n    size = 5"
    assert [is_made_at_import(source, line) for line in range(1, 6)] == [True, True, False, True, True]
