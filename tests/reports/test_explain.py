import re
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.checks.explain import UnknownCodeError, explain
from pipeline.edge.configuration import settings
from pipeline.values.codes import CODES, Code
from pipeline.values.settings import Settings

EACH = [pytest.param(code, id=code.name) for code in CODES]


def test_there_is_a_page_for_every_code_and_no_other() -> None:
    pages = {path.name for path in files("pipeline.checks").joinpath("explanations").iterdir()}
    assert pages == {f"{code.name}.md" for code in CODES}


@pytest.mark.parametrize("code", EACH)
def test_a_page_says_what_it_means_with_an_example_what_fix_does_and_how_to_silence(
    code: Code,
) -> None:
    page = explain(code.name)
    field = "any field" if code.field == "any" else code.field
    lines = page.splitlines()
    assert lines[0] == f"# {code.name}"
    assert lines[2].startswith(f"**{code.severity.value} · {field}** · ")
    sections = re.findall("^## (.*)", page, re.MULTILINE)
    assert [one for one in sections if one != "What is asked"] == [
        "Example",
        "What `fix` does",
        "To silence",
    ]
    assert len(page) < 2500
    assert page.endswith("\n")


@pytest.mark.parametrize("code", EACH)
def test_a_page_promises_of_fix_what_the_table_allows(code: Code) -> None:
    does = explain(code.name).split("## What `fix` does")[1].split("##")[0]
    by_itself = not does.strip().startswith("Nothing")
    assert by_itself == (code.fix == "auto" and not code.style)
    assert ("--style" in does) == code.style
    assert ("--accept" in does) == (code.fix == "review")


@pytest.mark.parametrize("code", EACH)
def test_codes_that_a_page_names_exist(code: Code) -> None:
    page = explain(code.name)
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", page))
    named |= set(re.findall(r"ignore ([a-z-]+);", page))
    assert named <= {known.name for known in CODES}


@pytest.mark.parametrize("code", EACH)
def test_the_settings_that_a_page_gives_can_be_pasted_into_errata_toml(
    code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silence = explain(code.name).split("## To silence")[1]
    lines = re.findall(r"^    ((?!<!--).*)$", silence, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    Path("errata.toml").write_text("\n".join(lines), encoding="utf-8")
    found = settings({}, {})
    assert (found != Settings()) == bool(lines)
    assert all(ignore.codes == (code.name,) for ignore in found.ignore)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("title-difers", "title-differs", id="a letter lost"),
        pytest.param("author-differ", "authors-differ", id="the plural forgotten"),
        pytest.param("retraction", "retracted", id="another form of the word"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(UnknownCodeError, match=meant):
        explain(typed)


def test_a_code_that_resembles_none_and_a_path_are_refused() -> None:
    for typed in ("zzzzz", "../codes", "/etc/passwd", ""):
        with pytest.raises(UnknownCodeError):
            explain(typed)


def test_capitals_and_underscores_are_understood() -> None:
    assert explain(" Title_Differs ") == explain("title-differs")
