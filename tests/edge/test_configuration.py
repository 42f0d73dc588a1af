"""Files, environment, options: each over the one before; what cannot be is refused in words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.edge.configuration import settings
from pipeline.edge.files import UserError
from pipeline.values.settings import Ignore, Settings, Style


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def given(toml: str = "", environment: dict[str, str] | None = None, **options: Any) -> Settings:
    if toml:
        Path("errata.toml").write_text(toml, encoding="utf-8")
    return settings(options, environment or {})


def test_without_anything_the_defaults_hold() -> None:
    assert given() == Settings()


def test_a_file_of_its_own_is_read() -> None:
    assert given('lists = ["a.md", "b.bib"]\nfail_on = "warning"') == Settings(
        lists=("a.md", "b.bib"), fail_on="warning"
    )


def test_the_table_of_pyproject_is_read() -> None:
    Path("pyproject.toml").write_text('[tool.errata]\nrecords = "records"\n', encoding="utf-8")
    assert given().records == "records"


def test_the_file_of_its_own_goes_before_pyproject() -> None:
    Path("pyproject.toml").write_text('[tool.errata]\nrecords = "records"\n', encoding="utf-8")
    assert given('cache = "kept"') == Settings(cache="kept")


def test_the_pyproject_of_others_says_nothing() -> None:
    Path("pyproject.toml").write_text("[tool.ruff]\nline-length = 80\n", encoding="utf-8")
    assert given() == Settings()


@pytest.mark.parametrize(
    ("toml", "environment", "option", "expected"),
    [
        ('mailto = "file@example.org"', {}, None, "file@example.org"),
        ('mailto = "file@example.org"', {"ERRATA_MAILTO": "env@example.org"}, None,
         "env@example.org"),
        ('mailto = "file@example.org"', {"ERRATA_MAILTO": "env@example.org"},
         "option@example.org", "option@example.org"),
        ('mailto = "file@example.org"', {"ERRATA_MAILTO": "  "}, None, "file@example.org"),
        ("", {"ERRATA_MAILTO": "env@example.org"}, None, "env@example.org"),
    ],
    ids=["file", "environment over file", "option over both", "an empty variable is none",
         "environment alone"],
)  # fmt: skip
def test_options_go_over_the_environment_and_that_over_files(
    toml: str, environment: dict[str, str], option: str | None, expected: str
) -> None:
    assert given(toml, environment, mailto=option).mailto == expected


def test_a_service_is_put_together_field_by_field() -> None:
    found = given(
        '[services.crossref]\nurl = "https://mirror.example"\nenabled = false\n',
        {"ERRATA_CROSSREF_URL": "http://127.0.0.1:9/crossref/", "ERRATA_ARXIV_URL": "http://a"},
    )
    assert found.service("crossref").url == "http://127.0.0.1:9/crossref"
    assert not found.service("crossref").enabled
    assert found.service("arxiv").url == "http://a"
    assert found.service("pubmed").url is None


def test_a_style_is_put_together_field_by_field() -> None:
    found = given('[style]\nvenue = "full"\nlink = "doi"\n', style={"venue": "iso4"})
    assert found.style == Style(venue="iso4", link="doi")


def test_keys_come_from_the_environment_and_are_never_shown() -> None:
    found = given(environment={"ERRATA_NCBI_API_KEY": "s3cret", "ERRATA_CROSSREF_PLUS_TOKEN": "t"})
    assert found.ncbi_api_key is not None
    assert found.ncbi_api_key.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(found)
    assert "s3cret" not in found.model_dump_json()


@pytest.mark.parametrize(
    ("toml", "ignores"),
    [
        ('ignore = ["venue-style", "year-differs"]',
         (Ignore(codes=("venue-style",)), Ignore(codes=("year-differs",)))),
        ('[[ignore]]\ncode = "year-differs"\nlist = "a.md"\nreason = "so"\nuntil = 2026-12-24\n',
         (Ignore(codes=("year-differs",), list="a.md", reason="so",
                 until=date(2026, 12, 24)),)),
        ('[[ignore]]\nentry = "doi:10.99999/x"\n', (Ignore(entry="doi:10.99999/x"),)),
    ],
    ids=["codes", "a code in a list until a day", "everything at an entry"],
)  # fmt: skip
def test_ignores_are_codes_or_tables(toml: str, ignores: tuple[Ignore, ...]) -> None:
    assert given(toml).ignore == ignores


@pytest.mark.parametrize(
    ("toml", "environment", "words"),
    [
        ("lists = [", {}, "errata.toml: "),
        ('lits = ["a.md"]', {}, "errata.toml: setting lits: "),
        ('fail_on = "sometimes"', {}, "errata.toml: setting fail_on: "),
        ('[style]\nvenue = "long"', {}, "errata.toml: setting style.venue: "),
        ('[services.google]\nurl = "https://g.example"', {}, "There is no service 'google'."),
        ('[services.crossref]\nadress = "x"', {}, "setting services.crossref.adress"),
        ('ignore = ["venue-stile"]', {}, "there is no code 'venue-stile'"),
        ("ignore = [3]", {}, "`ignore` is a list of codes or of tables"),
        ('[[ignore]]\ncode = "year-differs"\nuntil = "soon"', {}, "setting ignore.0.until"),
        ('mailto = "nobody"', {}, "mailto is an address such as you@example.org"),
        ('ncbi_api_key = "s3cret"', {}, "belongs into the environment: ERRATA_NCBI_API_KEY"),
        ('crossref-plus-token = "s3cret"', {}, "environment: ERRATA_CROSSREF_PLUS_TOKEN"),
        ("", {"ERRATA_FAIL_ON": "sometimes"}, "setting fail_on"),
        ("", {"ERRATA_TIME_SCALE": "0"}, "setting time_scale"),
        ("ignore = 3", {}, "`ignore` is a list"),
        ('ignore = "venue-style"', {}, "`ignore` is a list"),
        ("services = 3", {}, "`services` is a table, not 3."),
        ("style = 3", {}, "`style` is a table, not 3."),
    ],
    ids=["no TOML", "a setting that is not", "a value that is not", "a style that is not",
         "a service that is not", "a service's setting that is not", "a code that is not",
         "an ignore of a number", "a day that is none", "an address that is none",
         "a key in a file", "a token in a file, with hyphens", "the environment",
         "a scale of nothing", "ignore a number", "ignore a text", "services a number",
         "style a number"],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(
    toml: str, environment: dict[str, str], words: str
) -> None:
    with pytest.raises(UserError) as refused:
        given(toml, environment)
    assert words in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_a_table_of_ours_that_is_none_is_refused_in_words() -> None:
    Path("pyproject.toml").write_text("[tool]\nerrata = 3\n", encoding="utf-8")
    with pytest.raises(UserError, match="is a table, not 3"):
        given()


@pytest.mark.parametrize("codes", [("venue-differ",), ("*", "nonsense")])
def test_codes_of_options_are_looked_up_too(codes: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="there is no code"):
        given(only=codes)
