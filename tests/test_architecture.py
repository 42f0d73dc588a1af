"""Imports point downwards, and only the edge touches the world."""

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
CODE = ROOT / "pipeline"

WORLD = {"httpx", "httpx2", "habanero", "diskcache", "os", "time", "random", "socket", "subprocess",
         "threading", "sys", "tempfile", "shutil", "sqlite3", "urllib.request", "http"}  # fmt: skip
"""What only the edge and the command line may touch."""

OUTER = ("pipeline.edge", "pipeline.index", "pipeline.jobs", "pipeline.cli", "pipeline.__main__",
         "pipeline.action.edge", "pipeline.action.__main__")  # fmt: skip


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


def test_the_folders_of_the_stages_import_downwards_and_in_no_circle() -> None:
    """The contracts stand in ``pyproject.toml``; a new folder that is in none of them fails too."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_nothing_stands_above_the_stages_but_the_run() -> None:
    top = {path.name for path in CODE.glob("*.py")}
    assert top == {"__init__.py", "__main__.py", "run.py"}


FOLDERS = sorted(p for p in CODE.iterdir() if p.is_dir() and not p.name.startswith("__"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_folder_says_what_comes_in_what_goes_out_and_what_it_imports(folder: Path) -> None:
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    imports = re.search(r"^Imports: ([^.]+)\.$", said, re.MULTILINE)
    assert imports
    assert {"In", "Out"} <= set(re.findall(r"\b(In|Out): ", said))
    known = {
        module.split(".")[1] for path in folder.rglob("*.py") for module in imported(path)
        if module.startswith("pipeline.")
    }  # fmt: skip
    named = set(re.findall(r"\w+", imports[1])) - {"nothing", "of", "ours"}
    assert named == known - {folder.name}


def named_in(path: Path) -> set[str]:
    """The types that a module defines."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    aliases = [t for node in body if isinstance(node, ast.Assign) for t in node.targets]
    names = {t.id for t in aliases if isinstance(t, ast.Name) and not t.id.isupper()}
    return {node.name for node in body if isinstance(node, ast.ClassDef)} | {
        name for name in names if name[0].isupper() and len(name) > 1
    }


def test_a_word_of_the_vocabulary_names_nothing_else() -> None:
    """What travels between the stages is called so nowhere else; no two of it are called alike."""
    values = [name for path in (CODE / "values").glob("*.py") for name in named_in(path)]
    assert {name for name in values if values.count(name) > 1} == set()
    others = [path for path in modules() if path.parent.name != "values"]
    assert {named(path): named_in(path) & set(values) for path in others
            if named_in(path) & set(values)} == {}  # fmt: skip


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
