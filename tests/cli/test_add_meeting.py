"""Adding papers of a whole meeting: shown with what stands already, written only if chosen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.server import Services

LIST = """\
# Moss papers

## 2023

- **Sparse attention over long lichen sequences.** Nadia Brandao, Peter Quist. **ISLL**. \
[[Link]](https://openreview.net/forum?id=liC_hen1)
- **Score-based diffusion for counting moss.** Ode Marsh, Vera Pike. **MossML**. \
[[Link]](https://openreview.net/forum?id=countM0ss)
"""
ADDED = (
    "- **Diffusion of lichens across wet roofs.** Runa Halla, Peter Quist. **MossML**. "
    "[[Link]](https://openreview.net/forum?id=wetRoof1)\n"
)


@pytest.fixture
def path(here: Path) -> Path:
    (here / "list.md").write_text(LIST, encoding="utf-8")
    return here / "list.md"


def called(errata: Callable[..., int], *more: str, venue: str = "MossML2023") -> int:
    return errata("add", "--venue", venue, "--match", "Diffusion", "--to", "list.md", *more)


def test_the_papers_are_shown_and_nothing_is_written_unasked(
    path: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of another year, of the workshop and on other topics are not among them."""
    assert called(errata) == 0
    assert capsys.readouterr().out == (
        "MossML 2023: 2 papers with such a title.\n"
        "  1. Diffusion of lichens across wet roofs\n"
        "     Runa Halla, Peter Quist. https://openreview.net/forum?id=wetRoof1\n"
        "  2. Score-based diffusion for counting moss (stands in list.md, line 6)\n"
        "     Ode Marsh, Vera Pike. https://openreview.net/forum?id=countM0ss\n"
        "Nothing was written. Choose with --pick 1,3-5, or all that are new with --yes.\n"
    )
    assert path.read_text(encoding="utf-8") == LIST
    assert not (path.parent / "papers").exists()


@pytest.mark.parametrize("how", [("--yes",), ("--pick", "1"), ("--pick", "1-1, 1")])
def test_what_is_chosen_is_added_in_the_lists_own_manner(
    how: tuple[str, ...], path: Path, errata: Callable[..., int]
) -> None:
    assert called(errata, *how, venue="mossml 2023") == 0
    text = path.read_text(encoding="utf-8")
    assert text.replace(ADDED, "") == LIST
    assert ADDED in text
    assert called(errata, "--pick", "1") == 1  # it stands there already
    assert path.read_text(encoding="utf-8") == text


def test_where_nothing_is_new_it_is_said(
    path: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(errata, "--yes") == 0
    said = "Nothing new: every such paper of MossML 2023 stands in the list already."
    text = path.read_text(encoding="utf-8")
    for how in (("--yes",), ("--pick", "all"), ("--yes", "--dry-run")):
        capsys.readouterr()
        assert called(errata, *how) == 0
        assert said in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == text


def test_a_dry_run_shows_the_entries_of_the_chosen(
    path: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(errata, "--yes", "--dry-run") == 0
    assert f"+{ADDED}" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == LIST


def test_at_a_terminal_one_is_asked(
    path: Path, errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    for answer, status in (("", 0), ("what?", 2)):
        monkeypatch.setattr("builtins.input", lambda _prompt, answer=answer: answer)
        assert called(errata) == status
        assert path.read_text(encoding="utf-8") == LIST
    monkeypatch.setattr("builtins.input", lambda _prompt: "all")
    assert called(errata) == 0
    assert ADDED in path.read_text(encoding="utf-8")


def test_the_offers_are_told_to_programs(
    path: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(errata, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["meeting"]) == ("errata-offered/1", "MossML 2023")
    assert [(one["number"], one["standing"]) for one in told["offers"]] == [
        (1, ""), (2, "list.md, line 6"),
    ]  # fmt: skip
    assert path.exists()


def test_a_meeting_without_such_papers_or_a_silent_service_is_said(
    path: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(errata, venue="MossML2019") == 1
    assert "DBLP knows no such paper of MossML 2019." in capsys.readouterr().err
    services.fail("dblp", "500")
    assert called(errata, venue="MossML2022") == 3
    assert "Nothing was written" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == LIST


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--venue", "ICML", "--match", "x"), "Name a meeting with its year"),
        (("--venue", "ICML2026"), "Say which of its papers"),
        (("--venue", "ICML2026", "--match", "x", "10.9/x"), "Give either addresses"),
        (("10.9/x", "--yes"), "are of a meeting"),
        (("--venue", "MossML2023", "--match", "diffusion", "--pick", "3"), "no number of a paper"),
        (
            ("--venue", "MossML2023", "--match", "diffusion", "--pick", "2-1"),
            "'2-1' runs backwards; write 1-2.",
        ),
    ],
)
def test_a_call_that_means_nothing_is_answered_in_a_line(
    arguments: tuple[str, ...], why: str, path: Path, errata: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert errata("add", *arguments, "--to", "list.md") == 2
    assert why in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == LIST
