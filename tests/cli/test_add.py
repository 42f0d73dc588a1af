"""Adding a work: found by whatever names it, written as the list writes, where the list has it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.values.entry import Document, Reading
from tests.server.server import Services

LIST = """\
# Moss papers

## 2022

- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi Adomako. \
**Annals of Moss Informatics**. [[Link]](https://doi.org/10.99999/ami.2022.4)

## 2020

- **Something old about shores.** Ada Shore, Ben Tide. **Shore Letters**. \
[[Link]](https://example.org/old)
"""

TIDAL = (
    "- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. "
    "**Journal of Estuarine Sensing**. [[Link]]({})\n"
)


def listed(here: Path, text: str = LIST) -> Path:
    path = here / "list.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("argument", "address"),
    [
        pytest.param("https://doi.org/10.99999/jes.2021.017", None, id="address of a DOI"),
        pytest.param("doi.org/10.99999/JES.2021.017", "https://doi.org/10.99999/JES.2021.017",
                     id="address without its scheme"),
        pytest.param("10.99999/jes.2021.017", "https://doi.org/10.99999/jes.2021.017", id="DOI"),
        pytest.param("doi:10.99999/jes.2021.017", "https://doi.org/10.99999/jes.2021.017",
                     id="DOI spelt out"),
        pytest.param("90000017", "https://pubmed.ncbi.nlm.nih.gov/90000017/", id="PMID"),
        pytest.param("https://pubmed.ncbi.nlm.nih.gov/90000017/?utm_source=x",
                     "https://pubmed.ncbi.nlm.nih.gov/90000017/", id="address with tracking"),
        pytest.param("PMID: 90000017. DOI: 10.99999/jes.2021.017",
                     "https://doi.org/10.99999/jes.2021.017", id="two numbers of one work"),
        pytest.param("Lindqvist M, Oyelaran T, Hasek J. Tidal memory in estuarine sensor networks. "
                     "J Estuar Sens. 2021;3:17-29. PMID: 90000017",
                     "https://pubmed.ncbi.nlm.nih.gov/90000017/", id="reference with a PMID"),
        pytest.param("PMC9000017", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9000017/", id="PMCID"),
        pytest.param("Tidal memory in estuarine sensor networks",
                     "https://doi.org/10.99999/jes.2021.017", id="title"),
    ],
)  # fmt: skip
def test_whatever_names_the_work_gives_a_complete_entry_in_a_section_of_its_year(
    argument: str, address: str | None, here: Path, errata: Callable[..., int]
) -> None:
    path = listed(here)
    assert errata("add", argument, "--to", "list.md") == 0
    added = TIDAL.format(address or argument)
    middle = LIST.index("## 2020")
    assert path.read_text(encoding="utf-8") == (
        LIST[:middle] + "## 2021\n\n" + added + "\n" + LIST[middle:]
    )
    record = json.loads((here / "papers/lindqvist2021tidal.json").read_text(encoding="utf-8"))
    assert record["custom"]["appears"] == [{"list": "list.md", "section": ["Moss papers", "2021"]}]


@pytest.mark.parametrize(
    "reference",
    [
        "Lindqvist M, Hasek J. Counting limpets on slate. Slate Lett. 2021;3:1. PMID: 90000017",
        "Correction: Tidal memory in estuarine sensor networks. PMID: 90000017",
        "Bee A. Tidal memory. Nature 2020. PMID: 90000017. Li B. Shores. 2021. PMID: 90000022",
    ],
)  # fmt: skip
def test_a_reference_whose_number_is_another_works_adds_nothing(
    reference: str, here: Path, errata: Callable[..., int]
) -> None:
    path = listed(here)
    assert errata("add", reference, "--to", "list.md") == 1
    assert path.read_text(encoding="utf-8") == LIST


def test_what_was_added_is_left_alone_by_check_and_fix(
    here: Path, errata: Callable[..., int]
) -> None:
    text = LIST[: LIST.index("## 2020")]
    path = listed(here, text)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--section", "2022") == 0
    after = path.read_bytes()
    records = {p.name: p.read_bytes() for p in (here / "papers").iterdir()}
    assert errata("fix", "list.md", "--fail-on", "error", "--quiet") == 0
    assert path.read_bytes() == after
    now = {p.name: p.read_bytes() for p in (here / "papers").iterdir()}
    assert {name: now[name] for name in records} == records


@pytest.mark.parametrize(
    "argument",
    ["10.99999/ami.2022.4", "90000022", "Graph lanterns: a language model for moss genomes"],
)
def test_a_duplicate_is_refused_and_its_place_named(
    argument: str, here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = listed(here)
    assert errata("add", argument, "--to", "list.md") == 1
    assert "it already stands in list.md, line 5" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == LIST
    assert not (here / "papers").exists()


def test_a_duplicate_in_another_list_of_the_settings_is_refused(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    listed(here)
    (here / "more.md").write_text("# More\n", encoding="utf-8")
    (here / "errata.toml").write_text('lists = ["list.md", "more.md"]\n', encoding="utf-8")
    assert errata("add", "10.99999/ami.2022.4", "--to", "more.md") == 1
    assert "list.md, line 5" in capsys.readouterr().err
    assert (here / "more.md").read_text(encoding="utf-8") == "# More\n"


def test_the_same_work_named_twice_is_added_once(here: Path, errata: Callable[..., int]) -> None:
    path = listed(here)
    assert errata("add", "90000017", "10.99999/jes.2021.017", "--to", "list.md") == 1
    assert path.read_text(encoding="utf-8").count("Tidal memory") == 1


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        pytest.param("PMID: 90000022; doi: 10.99999/jes.2021.017", "several works fit",
                     id="numbers of two works"),
        pytest.param("10.99999/nobody.1", "doi:10.99999/nobody.1 is registered nowhere", id="DOI"),
        pytest.param("An utterly unknown treatise on umbrella thermodynamics", "no service",
                     id="title"),
        pytest.param("https://example.org/blog/42", "the address holds nothing that a registry",
                     id="opaque address"),
    ],
)  # fmt: skip
def test_what_cannot_be_found_is_said_and_nothing_is_written(
    argument: str, said: str, here: Path, errata: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = listed(here)
    assert errata("add", argument, "--to", "list.md") == 1
    assert said in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == LIST


def test_an_address_that_tells_nothing_is_added_under_the_title_that_is_given(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path, page = listed(here), "https://example.org/blog/42"
    assert errata("add", page, "--to", "list.md") == 1
    assert f"errata add {page} --title '…'" in capsys.readouterr().err
    called = ("--title", "Tidal memory in estuarine sensor networks")
    assert errata("add", page, "doi:10.99999/x", *called, "--to", "list.md") == 2
    assert path.read_text(encoding="utf-8") == LIST
    assert errata("add", page, *called, "--to", "list.md") == 0
    assert TIDAL.format(page) in path.read_text(encoding="utf-8")


def test_a_retracted_work_is_not_added(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = listed(here)
    assert errata("add", "10.99999/ami.2018.9", "--to", "list.md", "--section", "2020") == 1
    assert "Retracted on" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == LIST


def test_a_service_that_is_down_stops_everything(
    here: Path, errata: Callable[..., int], services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    path = listed(here)
    services.fail("crossref", "503")
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--max-time", "2") == 3
    assert "crossref did not answer. Nothing was written" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == LIST
    assert not (here / "papers").exists()


def test_a_dry_run_shows_the_diff_and_writes_nothing(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = listed(here)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--dry-run") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("--- a/list.md\n+++ b/list.md\n")
    assert "+" + TIDAL.format("https://doi.org/10.99999/jes.2021.017") in shown
    assert path.read_text(encoding="utf-8") == LIST
    assert not (here / "papers").exists()


def test_json_tells_what_became_of_each_argument(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    listed(here)
    status = errata(
        "add", "10.99999/jes.2021.017", "10.99999/ami.2022.4", "--to", "list.md", "--format", "json"
    )
    told = json.loads(capsys.readouterr().out)
    assert status == 1
    assert told["schema"] == "errata-added/1"
    first, second = told["results"]
    assert (first["outcome"], first["line"], first["section"], first["record"]) == (
        "added", 9, ["Moss papers", "2021"], "lindqvist2021tidal",
    )  # fmt: skip
    assert (second["outcome"], second["list"], second["line"]) == ("duplicate", "list.md", 5)


def test_a_section_that_is_not_there_is_a_wrong_call_that_names_those_there_are(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    listed(here)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--section", "Ferns") == 2
    assert "Moss papers > 2022" in capsys.readouterr().err


TOPICS = """# Moss papers

## Genomes

- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi Adomako. \
**Annals of Moss Informatics**. 2022. [[Link]](https://doi.org/10.99999/ami.2022.4)

## Shores and sensors

- **Sensor networks for tidal flats.** Ada Storm, Bela Nagy. \
**Journal of Estuarine Sensing**. 2019. [[Link]](https://doi.org/10.99999/jes.2019.1)
"""


def test_where_several_sections_will_do_they_are_told_by_number(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "list.md"
    path.write_text(TOPICS, encoding="utf-8")
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md") == 2
    told = capsys.readouterr().err
    assert "by its name or number: 1 Moss papers > Genomes; 2 Moss papers > Shores" in told
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--section", "3") == 2
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--section", "1") == 0
    text = path.read_text(encoding="utf-8")
    assert text.index("Tidal memory") < text.index("## Shores")


def test_a_guess_is_asked_for_and_said(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "list.md"
    path.write_text(TOPICS, encoding="utf-8")
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--guess") == 0
    assert "under “Shores and sensors” (the section is a guess)." in capsys.readouterr().out
    assert path.read_text(encoding="utf-8").startswith(TOPICS)
    listed(here)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md", "--guess") == 0
    assert "guess" not in capsys.readouterr().out


def test_the_only_list_of_the_settings_needs_no_naming(
    here: Path, errata: Callable[..., int]
) -> None:
    path = listed(here)
    (here / "errata.toml").write_text('lists = ["list.md"]\n', encoding="utf-8")
    assert errata("add", "10.99999/jes.2021.017") == 0
    assert "Tidal memory" in path.read_text(encoding="utf-8")


def test_without_a_list_one_is_asked_for(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert errata("add", "10.99999/jes.2021.017") == 2
    assert "--to README.md" in capsys.readouterr().err


def test_line_ends_and_byte_order_mark_stay(here: Path, errata: Callable[..., int]) -> None:
    path = here / "list.md"
    before = b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode()
    path.write_bytes(before)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md") == 0
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf#")
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\r\n") + 4


def test_wrong_decoding_elsewhere_in_the_list_stays_for_fix_to_mend(
    here: Path, errata: Callable[..., int]
) -> None:
    text = LIST.replace("Ada Shore", "AndrÃ© Shore").replace("Moss papers", "Moss papers ðŸŒ±")
    path = listed(here, text)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md") == 0
    middle = text.index("## 2020")
    added = TIDAL.format("https://doi.org/10.99999/jes.2021.017")
    assert path.read_text(encoding="utf-8") == (
        text[:middle] + "## 2021\n\n" + added + "\n" + text[middle:]
    )


def test_a_bib_file_gets_an_entry_laid_out_like_its_others(
    here: Path, errata: Callable[..., int]
) -> None:
    text = (
        '@article{old,\n    author = "Shore, Ada",\n    title = "Something old about shores",\n'
        '    journal = "Shore Letters",\n    year = "2020",\n    doi = "10.99999/sl.1"\n}\n'
    )  # fmt: skip
    path = here / "refs.bib"
    path.write_text(text, encoding="utf-8")
    assert errata("add", "10.99999/jes.2021.017", "--to", "refs.bib") == 0
    assert path.read_text(encoding="utf-8") == text + (
        "\n@article{lindqvist2021tidal,\n"
        '    author = "Lindqvist, Mara and Oyelaran, Tomas and Hasek, Jun",\n'
        '    title = "Tidal memory in estuarine sensor networks",\n'
        '    journal = "Journal of Estuarine Sensing",\n    year = "2021",\n'
        '    doi = "10.99999/jes.2021.017"\n}\n'
    )


def test_an_argument_that_would_run_something_stays_text(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    listed(here)
    assert errata("add", "$(touch pwned)\x1b[2J; `id`", "--to", "list.md") == 1
    assert "\x1b" not in capsys.readouterr().err
    assert not (here / "pwned").exists()


def test_the_list_is_read_once_and_once_more_for_each_entry_that_is_added(
    here: Path, errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each look at the basket used to read the whole list anew."""
    from pipeline import formats

    read: list[str] = []
    genuine = formats.read

    def counted(document: Document) -> Reading:
        read.append(document.text)
        return genuine(document)

    monkeypatch.setattr(formats, "read", counted)
    listed(here)
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md") == 0
    assert len([text for text in read if text.startswith("# Moss papers")]) == 2


def test_a_title_in_doubt_is_answered_with_the_nearest_work_and_its_number_to_copy(
    here: Path, errata: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = listed(here)
    before = path.read_bytes()
    assert errata("add", "Tidal memory in sensor grids of estuaries", "--to", "list.md") == 1
    assert ": doi:10.99999/jes.2021.017." in capsys.readouterr().err
    assert path.read_bytes() == before
