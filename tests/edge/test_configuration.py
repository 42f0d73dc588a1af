"""Files, environment, options: each over the one before; what cannot be is refused in words."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from pipeline.edge.configuration import settings
from pipeline.edge.files import UserError
from pipeline.values.settings import Ignore, Proposals, ServiceSettings, Settings, Style


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
        ("lists = [", {}, "errata.toml is no TOML: "),
        ('lits = ["a.md"]', {}, "errata.toml: lits is no setting. Did you mean lists?"),
        ('[tool.errata]\nfail_on = "never"', {}, "Leave that line out here."),
        ('fail_on = "sometimes"', {}, "'warning', 'notice' or 'never', not 'sometimes'."),
        ('[style]\nvenue = "long"', {}, "errata.toml: style.venue must be "),
        ('[services.google]\nurl = "https://g.example"', {},
         "services.google: there is no service 'google'. There are: crossref, "),
        ('[services.crossref]\nadress = "x"', {}, "services.crossref.adress is no setting."),
        ('ignore = ["venue-stile"]', {}, "there is no code 'venue-stile'"),
        ("ignore = [3]", {}, "`ignore` is a list of codes or of tables"),
        ('[[ignore]]\ncode = "year-differs"\nuntil = "soon"', {},
         "ignore.0.until must be a day such as 2026-12-24, not 'soon'."),
        ('mailto = "nobody"', {}, "mailto must be an address such as you@example.org"),
        ('ncbi_api_key = "s3cret"', {},
         "belongs in the environment, not in a file: set ERRATA_NCBI_API_KEY."),
        ('crossref-plus-token = "s3cret"', {}, "set ERRATA_CROSSREF_PLUS_TOKEN"),
        ("", {"ERRATA_FAIL_ON": "sometimes"}, "ERRATA_FAIL_ON must be "),
        ("", {"ERRATA_TIME_SCALE": "0"}, "ERRATA_TIME_SCALE must be greater than 0, not '0'."),
        ("ignore = 3", {}, "`ignore` is a list"),
        ('ignore = "venue-style"', {}, "`ignore` is a list"),
        ("services = 3", {}, "errata.toml: services must be a table, not 3."),
        ("style = 3", {}, "errata.toml: style must be a table, not 3."),
    ],
    ids=["no TOML", "a setting that is not", "a table of the other file",
         "a value that is not", "a style that is not",
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


EVERY: dict[str, tuple[Any, str, Any]] = {
    "lists": (["a.md", "b.bib"], "a.md b.bib", ("a.md", "b.bib")),
    "records": ("kept", "kept", "kept"),
    "cache": ("kept", "kept", "kept"),
    "index": ("papers.index", "papers.index", "papers.index"),
    "mailto": ("you@example.org", "you@example.org", "you@example.org"),
    "fail_on": ("warning", "warning", "warning"),
    "ignore": (["venue-style", "link-style"], "venue-style, link-style",
               (Ignore(codes=("venue-style",)), Ignore(codes=("link-style",)))),
    "only": (["venue-style", "link-style"], "venue-style link-style",
             ("venue-style", "link-style")),
    "superseded": ("keep", "keep", "keep"),
    "pages": (False, "false", False),
    "pages_url": ("http://127.0.0.1:9/pages", "http://127.0.0.1:9/pages/",
                  "http://127.0.0.1:9/pages"),
    "time_scale": (2, "2", 2.0),
    "offline": (True, "1", True),
    "refresh": (True, "yes", True),
    "max_requests": (7, "7", 7),
    "max_time_s": (2.5, "2.5", 2.5),
    "style": ({"venue": "iso4"}, "", Style(venue="iso4")),
    "proposals": ({"records": "always"}, "", Proposals(records="always")),
    "services": ({"arxiv": {"enabled": False}}, "",
                 {"arxiv": ServiceSettings(enabled=False)}),
    "ncbi_api_key": (None, "s3cret", SecretStr("s3cret")),
    "crossref_plus_token": (None, "s3cret", SecretStr("s3cret")),
}  # fmt: skip
"""Setting -> as a file or an option has it, as the environment has it, what it is then."""


def test_every_setting_is_in_the_table() -> None:
    assert EVERY.keys() == Settings.model_fields.keys()


@pytest.mark.parametrize("name", EVERY)
def test_every_setting_is_read_from_file_environment_and_option(name: str) -> None:
    """`ERRATA_OFFLINE=1` used to send six requests."""
    value, text, meant = EVERY[name]
    assert getattr(Settings(), name) != meant
    if value is not None:
        assert getattr(given(**{name: value}), name) == meant
        assert getattr(given(tomled(name, value)), name) == meant
    Path("errata.toml").write_text("", encoding="utf-8")
    if text:
        assert getattr(given(environment={f"ERRATA_{name.upper()}": text}), name) == meant


def tomled(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"{name} = {{ {', '.join(tomled(n, v).strip() for n, v in value.items())} }}\n"
    return f"{name} = {json.dumps(value)}\n"


@pytest.mark.parametrize(
    ("variable", "text", "expected"),
    [
        ("ERRATA_STYLE_VENUE", "full", Settings(style=Style(venue="full"))),
        ("ERRATA_ARXIV_ENABLED", "no",
         Settings(services={"arxiv": ServiceSettings(enabled=False)})),
        ("ERRATA_OFFLINE", "0", Settings()),
        ("ERRATA_OFFLINE", "", Settings()),
        ("ERRATA_TOKEN", "of the action", Settings()),
        ("ERRATUM", "another program's", Settings()),
    ],
    ids=["a field of a table", "a service switched off", "no", "empty", "the action's own",
         "another beginning"],
)  # fmt: skip
def test_a_variable_is_the_setting_of_its_name(
    variable: str, text: str, expected: Settings
) -> None:
    assert given(environment={variable: text}) == expected


@pytest.mark.parametrize(
    ("variable", "words"),
    [
        ("ERRATA_OFLINE", "ERRATA_OFLINE is no setting. Did you mean ERRATA_OFFLINE?"),
        ("ERRATA_MAX_TIME", "ERRATA_MAX_TIME is no setting. Did you mean ERRATA_MAX_TIME_S?"),
        ("ERRATA_CROSREF_URL", "Did you mean ERRATA_CROSSREF_URL?"),
        ("ERRATA_QWXYZ", "ERRATA_QWXYZ is no setting. They are told in https://"),
    ],
)  # fmt: skip
def test_a_misspelt_variable_is_refused_with_the_nearest_right_name(
    variable: str, words: str
) -> None:
    with pytest.raises(UserError) as refused:
        given(environment={variable: "1"})
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("toml", "environment"),
    [
        ('fail_on = "never ever"', {}),
        ('fail_on = ["error"]', {}),
        ('fail_on = "error"\nfail-on = "never"', {}),
        ('[[ignore]]\nreason = "none named"', {}),
        ('[[ignore]]\nlist = "README.md"', {}),
        ("[[ignore]]\ncode = 3", {}),
        ('[services.crossref]\nurl = "ftp://mirror.example"', {}),
        ('[services.crossref]\nurl = "mirror.example"', {}),
        ('[services.crossref]\nurl = "http://[::1"', {}),
        ('[services.crossref]\nurl = "http://a.example:70000"', {}),
        ('[services.crossref]\nurl = "http://a.example/ b"', {}),
        ("", {"ERRATA_CROSSREF_URL": "localhost"}),
        ("", {"ERRATA_PAGES_URL": "file:///etc"}),
        ("[services]\ncrossref = 5", {}),
        ("[services]\ncrossref = [5]", {}),
        (f"lists = {'[' * 5000}{']' * 5000}", {}),
        (f"lists = {'[' * 90}{']' * 90}", {}),
        ('lists = ["a\\u0000b"]', {}),
        ('cache = "a\\u0000b"', {}),
        (f"max_requests = {'9' * 5000}", {}),
        (f"time_scale = 0x{'f' * 5000}", {}),
        (f"fail_on = 0x{'f' * 5000}", {}),
        (f'fail_on = "{"never" * 5000}"', {}),
        ("time_scale = inf", {}),
        ("max_time_s = nan", {}),
        ('mailto = "you@example.org\\nBcc: all"', {}),
        ("lists = [1979-05-27T07:32:00Z]", {}),
        ("style = [1]", {}),
        ("[style]\nvenu = 'full'", {}),
        ("", {"ERRATA_OFFLINE": "perhaps"}),
        ("", {"ERRATA_MAX_REQUESTS": "-1"}),
        ("", {"ERRATA_ONLY": "venue-stile"}),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_in_one_line_even_where_it_is_overridden(
    toml: str, environment: dict[str, str]
) -> None:
    with pytest.raises(UserError) as refused:
        given(
            toml, environment, fail_on="error", lists=("a.md",), cache="kept", time_scale=1,
            max_requests=3, max_time_s=3, mailto="you@example.org", only=("year-differs",),
        )  # fmt: skip
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize("text", ["tool = 5", "[tool]\nerrata = 3\n", "[[tool]]\na = 1\n"])
def test_a_table_of_ours_that_is_none_is_refused_in_words(text: str) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="is a table, not "):
        given()


@pytest.mark.parametrize("codes", [("venue-differ",), ("*", "nonsense")])
def test_codes_of_options_are_looked_up_too(codes: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="there is no code"):
        given(only=codes)


def test_ignores_of_all_origins_hold_side_by_side() -> None:
    found = given(
        'ignore = ["venue-style"]', {"ERRATA_IGNORE": "link-style"}, ignore=["title-style"]
    )
    assert [i.codes for i in found.ignore] == [("venue-style",), ("link-style",), ("title-style",)]
