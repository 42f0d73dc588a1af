"""Records with all identifiers that services know, asked for together when they are written."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.server import Services
from tests.server.works import Made, numbered

HEAD = "# Papers\n\n"
LINE = "- **{title}.** {people}. *{venue}*, {year}. [[Link]](https://doi.org/{doi})\n"


def line(work: Made) -> str:
    people = ", ".join(f"{given} {family}" for given, family in work.authors)
    return LINE.format(
        title=work.title, people=people, venue=work.container, year=work.year, doi=work.doi
    )


def known(services: Services) -> list[Made]:
    """The works that Crossref and PubMed have; a retracted one is asked about anyhow."""
    works = [w for w in services.works if w.is_crossref and w.pmid and w.container and w.authors]
    return [w for w in works if "updated-by" not in w.extra]


def records(here: Path) -> dict[str, dict[str, str]]:
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((here / "papers").glob("*.json"))
    }


def files(here: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (here / "papers").iterdir()}


@pytest.fixture
def shelved(here: Path, services: Services) -> list[Made]:
    """Works of which PubMed has a number that nothing in the list tells."""
    works = known(services)
    (here / "list.md").write_text(HEAD + "".join(map(line, works)), encoding="utf-8")
    (here / "errata.toml").write_text('lists = ["list.md"]\nrecords = "papers"\n', encoding="utf-8")
    return works


def test_every_record_has_the_number_that_pubmed_knows(
    here: Path, errata: Callable[..., int], services: Services, shelved: list[Made]
) -> None:
    assert errata("check") in (0, 1)
    before = len(services.calls("pubmed"))
    assert errata("fix", "--refresh") in (0, 1)
    asked = len(services.calls("pubmed")) - before
    told = {record["DOI"]: record.get("PMID") for record in records(here).values()}
    assert told == {work.doi: work.pmid for work in shelved if work.doi in told}
    assert told
    assert asked <= len(shelved) / 10 + 2
    first = files(here)
    assert errata("fix") in (0, 1)
    assert files(here) == first


def test_a_silent_service_changes_nothing_and_its_number_comes_later(
    here: Path, errata: Callable[..., int], services: Services, shelved: list[Made]
) -> None:
    services.fail("pubmed", "503", times=1000)
    assert errata("fix") in (0, 1, 3)
    silent = records(here)
    assert silent
    assert not any("PMID" in record for record in silent.values())
    services.faults.clear()
    assert errata("fix", "--refresh") in (0, 1)
    assert all("PMID" in record for record in records(here).values())
    assert records(here).keys() == silent.keys()


def test_no_number_is_asked_for_where_no_record_is_kept(
    here: Path, errata: Callable[..., int], services: Services, shelved: list[Made]
) -> None:
    (here / "errata.toml").write_text('lists = ["list.md"]\nrecords = false\n', encoding="utf-8")
    assert errata("fix") in (0, 1)
    assert not services.calls("pubmed")
    assert not (here / "papers").exists()


def test_a_record_is_asked_about_once_for_many(
    here: Path, errata: Callable[..., int], services: Services
) -> None:
    made = [w for w in numbered(60) if w.is_crossref and w.pmid and w.container]
    services.works[:] = made
    (here / "list.md").write_text(HEAD + "".join(map(line, made)), encoding="utf-8")
    assert errata("fix", "list.md") in (0, 1)
    assert len(services.calls("pubmed")) <= len(made) / 20 + 3
    written = records(here)
    assert written
    assert all("PMID" in record for record in written.values())


def test_an_added_work_has_its_number(here: Path, errata: Callable[..., int]) -> None:
    (here / "list.md").write_text(HEAD, encoding="utf-8")
    assert errata("add", "10.99999/jes.2021.017", "--to", "list.md") == 0
    (record,) = records(here).values()
    assert record["PMID"] == "90000017"


@pytest.mark.usefixtures("shelved")
def test_a_fault_in_an_entry_changes_nothing_in_its_record(
    here: Path, errata: Callable[..., int]
) -> None:
    """It is looked for in PubMed, which calls journals otherwise; records took up the names."""
    assert errata("fix", "list.md", "--quiet") in (0, 1)
    sound, text = files(here), (here / "list.md").read_text(encoding="utf-8")
    assert len(sound) > 1
    for old, new in ((r", \d{4}\. ", ", 1987. "), (r"(\.\*\*) [^,.]+, ", r"\1 ")):
        faulty = re.sub(old, new, text)
        assert faulty != text
        (here / "list.md").write_text(faulty, encoding="utf-8")
        errata("fix", "list.md", "--quiet")
        assert files(here) == sound
