"""The manual is made from the program, and says everything the program can do."""

import argparse
import re
from pathlib import Path

import pytest

from pipeline.cli.manual import STATUSES, manual
from pipeline.cli.parser import parser
from pipeline.edge.variables import variables
from pipeline.exports import EXPORTS
from pipeline.values.codes import CODES
from pipeline.values.settings import SERVICES, Settings

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    (every,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(every.choices)


def test_the_manual_is_the_program_of_today() -> None:
    """Otherwise: python -m pipeline.cli.manual > docs/commands.md."""
    assert manual() == PAGE


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_told(name: str) -> None:
    section = PAGE.split(f"## errata {name}\n", 1)[1].split("\n## ", 1)[0]
    for action in commands()[name]._actions:
        if action.help != argparse.SUPPRESS:
            assert all(o in section for o in action.option_strings if o not in ("-h", "--help"))


def test_every_finding_and_every_status_is_told() -> None:
    assert all(f"| `{code.name}` | {code.severity.value} |" in PAGE for code in CODES)
    assert set(STATUSES) == {0, 1, 2, 3, 70, 130}
    assert all(f"| {number} |" in PAGE for number in STATUSES)


def test_every_form_of_export_is_offered() -> None:
    (to,) = (a for a in commands()["export"]._actions if "--to" in a.option_strings)
    assert tuple(to.choices or ()) == tuple(EXPORTS)


def test_every_setting_and_service_is_told() -> None:
    page = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for name in (*Settings.model_fields, *SERVICES):
        assert f"`{name}`" in page
    for name in {"ERRATA_" + place[0].upper() for place in variables().values()} & set(variables()):
        assert f"`{name}`" in page


def test_every_folder_of_the_house_has_its_place_in_the_way_of_an_entry() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    text = text.partition("## The way of an entry")[2].partition("## Where things")[0]
    folders = {path.parent.name for path in (ROOT / "pipeline").glob("*/__init__.py")}
    named = set(re.findall(r"\b(\w+)/", text)) - {"pipeline", "commands", "tests"}
    assert named == folders


def test_every_file_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = text.partition("## Where things happen")[2].partition("## Recipes")[0]
    named = [name for name in re.findall(r"`([\w/]+\.py)`", rows) if "<" not in name]
    assert len(named) > 20
    assert [name for name in named if not (ROOT / "pipeline" / name).exists()] == []


PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(
        r"\]\(([^)\s]+)\)", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    )
    here = [t.partition("#")[0] for t in targets if "://" not in t]
    assert not [t for t in here if t and not (page.parent / t).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_in_the_pages_can_be_called(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for line in re.findall(r"^\s*\$?\s*errata ([a-z]+(?: .*)?)$", text, re.MULTILINE):
        called = re.split(r"\s{2,}|\s[|>#]", line)[0].split()
        known = commands().get(called[0])
        assert known is not None, line
        options = {o for action in known._actions for o in action.option_strings}
        assert {word for word in called if word.startswith("-") and word != "-"} <= options, line


def test_the_way_of_a_question_is_drawn_alike_in_the_code_and_for_those_who_change_it() -> None:
    drawn = re.compile(
        r"^    run         a question\n.*?^    run         an Answer[^\n]*",
        re.MULTILINE | re.DOTALL,
    )
    places = (ROOT / "CONTRIBUTING.md", ROOT / "pipeline/edge/__init__.py")
    (told, shown) = (drawn.findall(path.read_text(encoding="utf-8")) for path in places)
    assert len(told) == 1
    assert told == shown
