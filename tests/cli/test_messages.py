"""Every message with which the program refuses something, word for word: ``messages.golden``.

They are taken from the source, so that none is missing: what a call provokes is in
``wrong_calls.golden``, but no call fills a disk. In braces stands what is named only at the time.
Where the file differs, what is said now is left beside it as ``messages.new``; whoever changes a
message reads it there once more: is it whole sentences, and does it end with what to do?
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "messages.golden"

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


def messages() -> list[str]:
    """All of them, by file."""
    found = []
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = [spelt(message).replace("\n", "\\n") for message in refusals(tree)]
        found += [f"{path.relative_to(ROOT).as_posix()}: {one}" for one in told]
    return found


def test_every_message_is_known() -> None:
    text = "\n".join(messages()) + "\n"
    if text != GOLDEN.read_text(encoding="utf-8"):
        GOLDEN.with_suffix(".new").write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_every_message_is_a_sentence() -> None:
    ends = (".", "}", ":\\n{table}", "?")
    assert [one for one in messages() if not one.endswith(ends)] == []
    assert len(messages()) > 60
