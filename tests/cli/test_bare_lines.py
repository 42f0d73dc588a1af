"""A pasted address is all a contributor has to give: `fix` makes an entry of the line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.server import Services
from tests.server.works import Made

HEAD = """\
# Moss papers

## 2022

- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi Adomako. \
**Annals of Moss Informatics**. [[Link]](https://doi.org/10.99999/ami.2022.4)

## 2021

"""
WHOLE = (
    "**Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. "
    "**Journal of Estuarine Sensing**. [[Link]]({})"
)
DOI = "https://doi.org/10.99999/jes.2021.017"
PUBMED = "https://pubmed.ncbi.nlm.nih.gov/90000017/"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        pytest.param(f"- {DOI}", DOI, id="address"),
        pytest.param(f"- <{DOI}>", DOI, id="in angle brackets"),
        pytest.param(f"- [{PUBMED}]({PUBMED})", PUBMED, id="linked with itself"),
        pytest.param(f"- {PUBMED}", PUBMED, id="PubMed"),
        pytest.param("- 10.99999/jes.2021.017", DOI, id="DOI"),
        pytest.param("- doi:10.99999/jes.2021.017", DOI, id="DOI with its label"),
        pytest.param("- PMID: 90000017", PUBMED, id="PMID with its label"),
    ],
)
def test_a_bare_line_becomes_a_whole_entry_and_a_second_fix_changes_nothing(
    line: str, address: str, here: Path, errata: Callable[..., int]
) -> None:
    path = here / "list.md"
    path.write_text(HEAD + line + "\n", encoding="utf-8")
    assert errata("fix", "list.md", "--quiet") == 0
    first = path.read_text(encoding="utf-8")
    assert first == HEAD + "- " + WHOLE.format(address) + "\n"
    records = {p.name: p.read_bytes() for p in (here / "papers").iterdir()}
    assert "lindqvist2021tidal.json" in records
    assert errata("fix", "list.md", "--quiet", "--fail-on", "warning") == 0
    assert path.read_text(encoding="utf-8") == first
    assert {p.name: p.read_bytes() for p in (here / "papers").iterdir()} == records


def test_check_proposes_the_entry_in_one_finding(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "list.md").write_text(f"{HEAD}- {DOI}\n", encoding="utf-8")
    assert errata("check", "list.md", "--format", "json", "--fail-on", "warning") == 1
    entry = json.loads(capsys.readouterr().out)["lists"][0]["entries"][1]
    (finding,) = entry["findings"]
    assert (finding["code"], finding["fix"], finding["line"]) == ("authors-missing", "auto", 9)
    assert finding["current"] == DOI
    assert finding["proposed"] == WHOLE.format(DOI)
    assert "“Tidal memory in estuarine sensor networks”" in finding["message"]


def test_several_bare_lines_are_completed_in_one_run(
    here: Path, errata: Callable[..., int]
) -> None:
    path = here / "list.md"
    path.write_text(f"{HEAD}- {DOI}\n- https://arxiv.org/abs/2301.99999\n", encoding="utf-8")
    assert errata("fix", "list.md", "--quiet") == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[-2] == "- " + WHOLE.format(DOI)
    assert lines[-1].startswith("- **Sparse attention over long lichen sequences.** Nadia Brandao")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("- https://example.org/blog", id="no work"),
        pytest.param("- https://doi.org/10.99999/nobody.7", id="registered nowhere"),
        pytest.param(f"- see {DOI} for the data", id="words around it"),
        pytest.param("- Tides 10.99999/jes.2021.017", id="a word before the DOI"),
        pytest.param(f"\n| a | b |\n|---|---|\n| {DOI} |  |", id="in a table"),
        pytest.param(f"- {DOI} https://arxiv.org/abs/2301.99999", id="two works"),
        pytest.param(f"- {DOI} <!-- errata: ignore authors-missing -->", id="silenced"),
        pytest.param("- https://doi.org/10.99999/ami.2022.4", id="stands there already"),
    ],
)
def test_a_line_that_is_not_one_known_new_work_stays(
    line: str, here: Path, errata: Callable[..., int]
) -> None:
    path = here / "list.md"
    path.write_text(HEAD + line + "\n", encoding="utf-8")
    errata("fix", "list.md", "--quiet")
    assert path.read_text(encoding="utf-8") == HEAD + line + "\n"


def test_nothing_is_completed_while_a_service_is_silent(
    here: Path, errata: Callable[..., int], services: Services
) -> None:
    path = here / "list.md"
    path.write_text(f"{HEAD}- {DOI}\n", encoding="utf-8")
    services.fail("pubmed", "503")
    assert errata("fix", "list.md", "--quiet", "--max-time", "3") == 3
    assert path.read_text(encoding="utf-8") == f"{HEAD}- {DOI}\n"


def test_a_list_with_nothing_to_follow_gets_a_plain_entry(
    here: Path, errata: Callable[..., int]
) -> None:
    path = here / "list.md"
    path.write_text(f"# Papers\n\n* {DOI}\n", encoding="utf-8")
    assert errata("fix", "list.md", "--quiet") == 0
    assert path.read_text(encoding="utf-8") == (
        "# Papers\n\n* **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas "
        f"Oyelaran, Jun Hasek. *Journal of Estuarine Sensing*, 2021. [[Link]]({DOI})\n"
    )


CORRECTION = Made(
    title="Correction: Tidal memory in estuarine sensor networks", doi="10.99999/jes.2022.003",
    authors=(("Mara", "Lindqvist"),), year=2022, container="Journal of Estuarine Sensing",
)  # fmt: skip


def test_a_correction_pasted_alone_is_named_and_its_entry_is_left_to_a_person(
    here: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was to be pasted may be the paper."""
    services.works.append(CORRECTION)
    text = f"{HEAD}- https://doi.org/{CORRECTION.doi}\n"
    (here / "list.md").write_text(text, encoding="utf-8")
    errata("check", "list.md", "--format", "json")
    entry = json.loads(capsys.readouterr().out)["lists"][0]["entries"][1]
    assert (entry["status"], entry["record"]["title"]) == ("resolved", CORRECTION.title)
    assert [(f["code"], f["fix"]) for f in entry["findings"]] == [("authors-missing", "review")]
    errata("fix", "list.md", "--quiet")
    assert (here / "list.md").read_text(encoding="utf-8") == text
