"""Imports point inwards: a table of who may know whom, and a walk through the code."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ROOT / "pipeline"

WORLD = {"httpx", "httpx2", "habanero", "diskcache", "os", "time", "random", "socket", "subprocess",
         "threading", "sys", "tempfile", "shutil", "sqlite3", "urllib.request", "http"}  # fmt: skip
"""What only the edge and the command line may touch."""

OUTER = ("pipeline.edge", "pipeline.cli", "pipeline.__main__", "pipeline.action.edge",
         "pipeline.action.__main__")  # fmt: skip

FORBIDDEN = {
    "pipeline.compare": ("pipeline.sources", "pipeline.formats", "pipeline.checks", "pipeline.run"),
    "pipeline.checks": ("pipeline.sources", "pipeline.formats", "pipeline.run", "pipeline.reports"),
    "pipeline.sources": (
        "pipeline.checks",
        "pipeline.formats",
        "pipeline.match",
        "pipeline.run",
    ),
    "pipeline.formats": (
        "pipeline.sources",
        "pipeline.checks",
        "pipeline.match",
        "pipeline.run",
    ),
    "pipeline.reports": (
        "pipeline.sources",
        "pipeline.formats",
        "pipeline.run",
        "pipeline.match",
    ),
    "pipeline.values": (
        "pipeline.match",
        "pipeline.checks",
        "pipeline.formats",
        "pipeline.run",
    ),
}
"""Package -> what it must not know."""


def modules() -> list[Path]:
    return sorted(CODE.rglob("*.py"))


def named(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


@pytest.mark.parametrize("path", modules(), ids=named)
def test_only_the_edge_touches_the_world(path: Path) -> None:
    if named(path).startswith(OUTER):
        return
    assert not {m for m in imported(path) if any(within(m, w) for w in WORLD)}
    calls = {
        node.func.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }  # fmt: skip
    assert "open" not in calls


@pytest.mark.parametrize("path", modules(), ids=named)
def test_nothing_inside_knows_the_edge_or_the_command_line(path: Path) -> None:
    if named(path).startswith(OUTER) or named(path) == "pipeline":  # its three lazy names
        return
    known = imported(path)
    assert not {m for m in known if any(within(m, o) for o in OUTER)}


@pytest.mark.parametrize("path", modules(), ids=named)
def test_imports_point_inwards(path: Path) -> None:
    known = imported(path)
    for package, outer in FORBIDDEN.items():
        if within(named(path), package):
            assert not {m for m in known if any(within(m, o) for o in outer)}


@pytest.mark.parametrize(
    ("folder", "table"), [("sources", "SOURCES"), ("formats", "FORMATS"), ("reports", "REPORTS")]
)
def test_every_module_with_a_name_stands_in_its_table(folder: str, table: str) -> None:
    """One file and one line, and the line cannot be forgotten."""
    wanted = set()
    for path in (CODE / folder).glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            t.id for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)
            for t in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(t, ast.Name)
        }  # fmt: skip
        if "NAME" in names:
            wanted.add(path.stem)
    listed = (CODE / folder / "__init__.py").read_text(encoding="utf-8")
    assert table in listed
    assert wanted == {stem for stem in wanted if stem in listed}
