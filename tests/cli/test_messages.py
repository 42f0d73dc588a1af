"""What the program refuses, and its other sentences, word for word.

``messages.golden`` has all with which it refuses something; ``remarks.golden`` those other texts of
the command line, the Action and what they share that have four words or more and end in a full
stop. Shorter ones, and parts of sentences ("3 accepted, 1 left"), are not among them. Help is
in ``docs/commands.md``, which is made from the program; reports have golden files of their own.

They are taken from the source, so that none is missing: what a call provokes is in
``wrong_calls.golden``, but no call fills a disk. In braces stands what is named only at the time.
Where a file differs, what is said now is left beside it, ending in ``.new``; whoever changes a
message reads it there once more: is it whole sentences, and does it end with what to do?
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent

SAYING = ("cli", "jobs", "edge", "index", "write", "action")
"""Folders whose sentences are said to a user; those of checks and reports stand in reports."""
APART = ("arguments", "manual.py")
"""What is help."""
FEWEST = 4
"""Words of a sentence."""

REFUSALS = {"UserError", "ArgumentTypeError", "ArgumentError", "error"}
"""What is called with a message: exceptions, and the parser's own way out."""


def refusals(tree: ast.AST) -> Iterator[ast.expr]:
    """The messages of one file; one that an exception passes on is another's."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in REFUSALS and isinstance(node.args[-1], ast.JoinedStr | ast.Constant):
            yield node.args[-1]


def spelt(message: ast.expr) -> str:
    """The words, with braces where something is put in."""
    if isinstance(message, ast.Constant):
        return str(message.value)
    parts = message.values if isinstance(message, ast.JoinedStr) else []
    return "".join(
        str(part.value)
        if isinstance(part, ast.Constant)
        else f"{{{ast.unparse(getattr(part, 'value', part))}}}"
        for part in parts
    )


def remarks(tree: ast.AST) -> Iterator[ast.expr]:
    """The other sentences of one file."""
    apart = {id(one) for one in (*refusals(tree), *_documentation(tree))}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            apart |= {id(part) for part in ast.walk(node) if part is not node}
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in apart:
            said = spelt(node).rstrip()
            if said.endswith(".") and len(said.split()) >= FEWEST:
                yield node


def _documentation(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for one in body if isinstance(body, list) else ():
            if isinstance(one, ast.Expr):
                yield one.value


def messages() -> list[str]:
    """All refusals, by file."""
    return list(_told((ROOT / "pipeline").rglob("*.py"), refusals))


def sentences() -> list[str]:
    """All other sentences, by file."""
    files = (path for name in SAYING for path in (ROOT / "pipeline" / name).rglob("*.py"))
    return list(_told((path for path in files if not {*path.parts} & {*APART}), remarks))


def _told(files: Iterable[Path], told: Callable[[ast.AST], Iterator[ast.expr]]) -> Iterator[str]:
    for path in sorted(files):
        for message in told(ast.parse(path.read_text(encoding="utf-8"))):
            said = spelt(message).replace("\n", "\\n")
            yield f"{path.relative_to(ROOT).as_posix()}: {said}"


@pytest.mark.parametrize(
    ("name", "found"), [("messages.golden", messages), ("remarks.golden", sentences)]
)
def test_every_message_is_known(name: str, found: Callable[[], list[str]]) -> None:
    golden, text = HERE / name, "\n".join(found()) + "\n"
    if text != golden.read_text(encoding="utf-8"):
        golden.with_suffix(".new").write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_message_is_a_sentence() -> None:
    ends = (".", "}", ":\\n{table}", "?")
    assert [one for one in messages() if not one.endswith(ends)] == []
    assert len(messages()) > 60
    assert len(sentences()) > 90
