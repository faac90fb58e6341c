"""The small faults that can be put into a module: each one exchanges a piece of its text."""

import ast
import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_SWAPPED_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SHAPE_ONLY = {"show", "frozen", "slots", "markup", "name", "group"}
"""Arguments that change nothing a user or a test could see: what they say is for readers and tools."""


@dataclass(frozen=True, order=True)
class Mutant:
    """One fault: a piece of one file, and what stands there instead."""

    file: str
    """The path of the module below the root of the project."""
    line: int
    column: int
    end_line: int
    end_column: int
    kind: str
    text: str

    @property
    def place(self) -> str:
        """Where it is, as tools write it."""
        return f"{self.file}:{self.line}"

    def applied_to(self, source: str) -> str:
        """Return the module with the fault in it. Columns count bytes, as Python's own syntax trees do."""
        lines = source.encode().splitlines(keepends=True)
        before = b"".join(lines[: self.line - 1]) + lines[self.line - 1][: self.column]
        after = lines[self.end_line - 1][self.end_column :] + b"".join(lines[self.end_line :])
        return (before + self.text.encode() + after).decode()

    def diff(self, source: str) -> str:
        """Return only the lines that differ, with a minus or a plus before each."""
        changed = difflib.unified_diff(
            source.splitlines(), self.applied_to(source).splitlines(), lineterm="", n=0
        )
        return "\n".join(text for text in changed if not text.startswith(("---", "+++", "@@")))


def mutants_of(file: str, source: str) -> list[Mutant]:
    """Return every fault that can be put into a module and leaves it a module, in the order of its text."""
    tree = ast.parse(source)
    found = set()
    for node, kind, text in _faults(tree):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        place = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        mutant = Mutant(file, *place, kind, text)
        if _is_another_module(mutant, source, tree):
            found.add(mutant)
    return sorted(found)


def is_made_at_import(source: str, line: int) -> bool:
    """Whether a line stands in no function, so that it runs once, whatever is tested afterwards."""
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, _FUNCTIONS))
    return not any(each.body[0].lineno <= line <= (each.end_lineno or 0) for each in functions)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _is_another_module(mutant: Mutant, source: str, tree: ast.Module) -> bool:
    try:
        changed = ast.parse(mutant.applied_to(source))
    except SyntaxError:  # such as a string in the middle of one that is formatted
        return False
    return ast.dump(changed) != ast.dump(tree)


_Placed = ast.expr | ast.stmt
_Fault = tuple[_Placed, str, str]


def _faults(node: ast.AST) -> Iterator[_Fault]:
    """Yield the faults in a node and in everything below it that runs, and does not only describe."""
    if _only_describes(node):
        return
    yield from _faults_at(node)
    for child in _below(node):
        yield from _faults(child)


_DESCRIBING = {"annotation", "returns", "decorator_list", "type_params", "bases"}


def _below(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name not in _DESCRIBING:
            children = value if isinstance(value, list) else [value]
            yield from (child for child in children if isinstance(child, ast.AST))


def _only_describes(node: ast.AST) -> bool:
    """Whether a node is for readers and tools: imports, docstrings, protocols, aliases of types.

    Text with values in it is left out too: what it says is seen in the pictures.
    """
    match node:
        case (
            ast.Import()
            | ast.ImportFrom()
            | ast.Assert()
            | ast.Raise()
            | ast.JoinedStr()
            | ast.Expr(value=ast.Constant())
            | ast.If(test=ast.Name(id="TYPE_CHECKING"))
            | ast.Assign(targets=[ast.Name(id="__all__")])
            | ast.AnnAssign(target=ast.Name(id="COMPONENT_CLASSES"))
            | ast.AnnAssign(annotation=ast.Name(id="TypeAlias"))
        ):
            return True
        case ast.ClassDef(bases=[ast.Name(id="Protocol")]):
            return True
        case ast.keyword(arg=str(name)):
            return name in _SHAPE_ONLY
        case ast.Subscript(value=ast.Name(id=name)):  # Callable[[int], object] as an alias
            return name[:1].isupper() and not name.isupper()
    return False


def _faults_at(node: ast.AST) -> Iterator[_Fault]:
    for kind, make in _MAKERS:
        if isinstance(node, kind):
            yield from make(node)


def _comparisons(node: ast.Compare) -> Iterator[_Fault]:
    for number, operator in enumerate(node.ops):
        swapped = [*node.ops]
        swapped[number] = _SWAPPED_COMPARISONS[type(operator)]()
        yield node, "comparison", f"({ast.unparse(ast.Compare(node.left, swapped, node.comparators))})"


def _junctions(node: ast.BoolOp) -> Iterator[_Fault]:
    other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield node, "and/or", f"({ast.unparse(ast.BoolOp(other, node.values))})"


def _negations(node: ast.UnaryOp) -> Iterator[_Fault]:
    if isinstance(node.op, ast.Not):
        yield node, "not removed", f"({ast.unparse(node.operand)})"


def _sums(node: ast.BinOp) -> Iterator[_Fault]:
    text = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    for side in (node.left, node.right):
        if isinstance(side, text) or (isinstance(side, ast.Constant) and isinstance(side.value, str)):
            return
    if turned := _turned(node.op):
        yield node, "+/-", f"({ast.unparse(ast.BinOp(node.left, turned, node.right))})"


def _growing(node: ast.AugAssign) -> Iterator[_Fault]:
    if turned := _turned(node.op):
        yield node, "+/-", ast.unparse(ast.AugAssign(node.target, turned, node.value))


def _turned(operator: ast.operator) -> ast.operator | None:
    match operator:
        case ast.Add():
            return ast.Sub()
        case ast.Sub():
            return ast.Add()
    return None


def _constants(node: ast.Constant) -> Iterator[_Fault]:
    match node.value:
        case bool(value):
            yield node, "constant", repr(not value)
        case int(value) | float(value):
            yield node, "off by one", repr(value + 1)
        case str(value) if value and " " not in value:  # sentences are seen in the pictures
            yield node, "constant", '""'


def _calls(node: ast.Expr) -> Iterator[_Fault]:
    if isinstance(node.value, ast.Call | ast.Await) and "super().__init__" not in ast.unparse(node):
        yield node, "call removed", "pass"


def _returns(node: ast.Return) -> Iterator[_Fault]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield node, "returns None", "return None"


def _choices(node: ast.IfExp) -> Iterator[_Fault]:
    yield node, "branches swapped", f"({ast.unparse(ast.IfExp(node.test, node.orelse, node.body))})"


def _conditions(node: ast.If | ast.While) -> Iterator[_Fault]:
    yield node.test, "condition negated", f"not ({ast.unparse(node.test)})"


def _filters(node: ast.comprehension) -> Iterator[_Fault]:
    for condition in node.ifs:
        yield condition, "condition negated", f"(not ({ast.unparse(condition)}))"


_MAKERS: tuple[tuple[type[ast.AST], Callable[..., Iterator[_Fault]]], ...] = (
    (ast.Compare, _comparisons),
    (ast.BoolOp, _junctions),
    (ast.UnaryOp, _negations),
    (ast.BinOp, _sums),
    (ast.AugAssign, _growing),
    (ast.Constant, _constants),
    (ast.Expr, _calls),
    (ast.Return, _returns),
    (ast.IfExp, _choices),
    (ast.If, _conditions),
    (ast.While, _conditions),
    (ast.comprehension, _filters),
)
