"""Lists as they should be: written, or shown as a diff."""

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.edge.files import BOM, Source, sweep, write


def diff(texts: Sequence[tuple[Source, str]]) -> None:
    """The unified diff of the lists, on standard output."""
    for source, text in texts:
        old, path = source.document.text, source.document.path
        lines = difflib.unified_diff(
            _lines(old), _lines(text), fromfile=f"a/{path}", tofile=f"b/{path}", lineterm="\n"
        )
        for line in lines:
            ending = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
            sys.stdout.write(line + ending)


def _lines(text: str) -> list[str]:
    """Lines as `diff` counts them: only at line feeds."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def write_list(source: Source, text: str) -> str:
    """The name of the list if it was written; standard input goes to standard output."""
    path = source.document.path
    whole = (BOM if source.bom else "") + text
    if path == "-":
        sys.stdout.write(whole)
        return ""
    if text == source.document.text:
        return ""
    sweep(Path(path).parent)
    write(Path(path), whole)
    return path
