import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import LIST, Run
from tests.server.server import Services

EMPTY: list[tuple[int, str]] = []


def findings(told: dict[str, Any]) -> list[tuple[int, str]]:
    return [
        (entry["line"], f["code"])
        for found in told["lists"] for entry in found["entries"] for f in entry["findings"]
        if f["severity"] != "notice"
    ]  # fmt: skip


FOUND = [(9, "authors-swapped"), (17, "retracted")]


def test_a_list_is_audited(errata: Run) -> None:
    done = errata("check", "list.md", "--format", "json")
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert told["complete"] is True
    assert findings(told) == FOUND


def test_a_second_run_asks_nothing(errata: Run, services: Services) -> None:
    errata("check", "list.md")
    asked = len(services.log)
    assert asked > 0
    done = errata("check", "list.md", "--format", "json")
    assert len(services.log) == asked
    assert findings(json.loads(done.stdout)) == FOUND


def test_identifiers_are_asked_in_batches(errata: Run, services: Services) -> None:
    errata("check", "list.md")
    batches = [c for c in services.calls("crossref") if "doi:" in c.params.get("filter", "")]
    assert 1 <= len(batches) <= 2  # the DOIs of the list, then that of the PubMed record
    assert len(services.calls("arxiv")) == 1


def test_fix_writes_list_and_records_and_exits_by_what_remains(errata: Run, folder: Path) -> None:
    done = errata("fix", "list.md")
    assert done.returncode == 1, done.stderr  # the retracted paper stays
    text = (folder / "list.md").read_text(encoding="utf-8")
    assert text == LIST.replace(
        "moss genomes.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek.",
        "moss genomes.** Ilse Verhoeven, Kofi Adomako.",
    )
    assert len(list((folder / "papers").glob("*.json"))) == 4
    assert "written (" in done.stdout
    assert "errata fix writes" not in done.stdout


def test_line_endings_and_byte_order_mark_stay(errata: Run, folder: Path) -> None:
    raw = b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode()
    (folder / "list.md").write_bytes(raw)
    errata("fix", "list.md")
    fixed = (folder / "list.md").read_bytes()
    assert fixed != raw
    assert fixed == raw.replace(
        b"moss genomes.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek.",
        b"moss genomes.** Ilse Verhoeven, Kofi Adomako.",
    )


def test_standard_input_is_corrected_to_standard_output(errata: Run) -> None:
    done = errata("fix", "-", "--quiet", text=LIST)
    assert "Ilse Verhoeven, Kofi Adomako" in done.stdout
    assert done.stdout.startswith("# Papers on moss")


@pytest.mark.parametrize("kind", ["429", "503", "500", "cut", "html", "empty"])
def test_a_fault_that_passes_changes_nothing_but_the_time(
    errata: Run, services: Services, kind: str
) -> None:
    services.fail("crossref", kind, times=1)
    services.fail("pubmed", kind, times=1)
    done = errata("check", "list.md", "--format", "json")
    told = json.loads(done.stdout)
    assert told["complete"] is True, done.stderr
    assert findings(told) == FOUND


def test_every_service_down_accuses_nobody_and_writes_nothing(
    errata: Run, services: Services, folder: Path
) -> None:
    for name in ("crossref", "arxiv", "pubmed", "idconv", "doi", "datacite", "europepmc"):
        services.fail(name, "503")
    done = errata("fix", "list.md", "--report", "report.json")
    assert done.returncode == 3, done.stderr
    told = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    entries = told["lists"][0]["entries"]
    assert {entry["status"] for entry in entries} == {"not-verified"}
    assert findings(told) == EMPTY
    assert told["complete"] is False
    assert (folder / "list.md").read_text(encoding="utf-8") == LIST
    assert not (folder / "papers").exists()


def test_one_service_down_leaves_the_rest_established(errata: Run, services: Services) -> None:
    services.fail("arxiv", "503")
    done = errata("check", "list.md", "--format", "json")
    assert done.returncode == 3
    told = json.loads(done.stdout)
    status = {entry["line"]: entry["status"] for entry in told["lists"][0]["entries"]}
    assert status == {5: "resolved", 9: "resolved", 13: "not-verified", 17: "resolved"}
    assert (17, "retracted") in findings(told)


def test_after_the_outage_the_run_equals_the_undisturbed_one(
    errata: Run, services: Services
) -> None:
    services.fail("arxiv", "503")
    errata("check", "list.md")
    services.faults.clear()
    done = errata("check", "list.md", "--format", "json")
    assert done.returncode == 1
    assert findings(json.loads(done.stdout)) == FOUND


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("missing.md", None, "There is no missing.md", id="missing file"),
        pytest.param("folder", "", "is a directory", id="directory"),
        pytest.param("image.md", b"\x89PNG\r\n\x1a\n\0\0", "not a text file", id="binary"),
        pytest.param("latin.md", "- Ré\n".encode("latin-1"), "not UTF-8", id="invalid UTF-8"),
    ],
)
def test_bad_input_gets_one_line_and_status_two(
    errata: Run, folder: Path, name: str, content: bytes | str | None, says: str
) -> None:
    if content == "":
        (folder / name).mkdir()
    elif isinstance(content, bytes):
        (folder / name).write_bytes(content)
    done = errata("check", name)
    assert done.returncode == 2
    assert done.stderr.startswith("errata: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty file"),
        pytest.param("# A heading\n\nJust words.\n", id="no entries"),
        pytest.param("- " + "x " * 5_000_000 + "\n", id="a line of ten megabytes"),
    ],
)
def test_a_list_without_entries_is_not_touched_and_not_called_clean(
    errata: Run, folder: Path, content: str
) -> None:
    (folder / "list.md").write_text(content, encoding="utf-8")
    began = time.monotonic()
    done = errata("fix", "list.md")
    assert done.returncode == 2, done.stderr
    assert "errata: list.md: 0 entries. Looked for items with a title and" in done.stderr
    assert (folder / "list.md").read_text(encoding="utf-8") == content
    assert time.monotonic() - began < 60


def test_an_unknown_code_is_refused_with_a_hint(errata: Run) -> None:
    done = errata("check", "list.md", "--only", "venue-difers")
    assert done.returncode == 2
    assert "venue-difers" in done.stderr


def test_a_damaged_record_is_not_written_over(errata: Run, folder: Path) -> None:
    (folder / "papers").mkdir()
    (folder / "papers" / "lindqvist2021tidal.json").write_text("{", encoding="utf-8")
    done = errata("fix", "list.md")
    assert done.returncode == 2
    assert "lindqvist2021tidal.json" in done.stderr
    assert (folder / "list.md").read_text(encoding="utf-8") == LIST


def test_a_curators_ignore_is_heard(errata: Run, folder: Path) -> None:
    silent = LIST.replace(
        "- **Graph", "<!-- errata: ignore authors-swapped; joint work -->\n- **Graph"
    )
    (folder / "list.md").write_text(silent, encoding="utf-8")
    done = errata("check", "list.md", "--format", "json", "--fail-on", "never")
    assert done.returncode == 0
    assert [code for _, code in findings(json.loads(done.stdout))] == ["retracted"]


def test_a_pinned_field_never_changes(errata: Run, folder: Path) -> None:
    errata("fix", "list.md")
    path = folder / "papers" / "verhoeven2022graph.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["title"] = "Graph Lanterns"
    record["custom"]["pinned"] = ["title"]
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    errata("fix", "list.md", "--refresh")
    assert json.loads(path.read_text(encoding="utf-8"))["title"] == "Graph Lanterns"


def test_an_accepted_fix_is_written_and_an_unknown_one_refused(errata: Run) -> None:
    done = errata("fix", "list.md", "--accept", "000000000000")
    assert done.returncode == 2
    assert "000000000000" in done.stderr


def test_help_is_instant_and_has_examples(errata: Run) -> None:
    began = time.monotonic()
    done = errata("--help")
    assert done.returncode == 0
    assert "examples:" in done.stdout
    assert time.monotonic() - began < 2  # 0.1 s on a quiet machine


def test_the_contact_address_is_sent_and_never_shown(
    errata: Run, services: Services, folder: Path
) -> None:
    done = errata(
        "check", "list.md", "--mailto", "curator@example.org", "--report", "r.json", "--verbose"
    )
    assert any("curator@example.org" in str(c.headers) for c in services.log)
    said = done.stdout + done.stderr + (folder / "r.json").read_text(encoding="utf-8")
    assert "curator@example.org" not in said


def test_show_tells_a_work_with_the_source_of_each_field(errata: Run) -> None:
    done = errata("show", "10.9999/jes.2021.017")
    assert done.returncode == 0, done.stderr
    assert "Tidal memory in estuarine sensor networks   [crossref]" in done.stdout
    assert errata("show", "10.9999/nobody.knows").returncode == 1
    assert errata("show", "red").returncode == 2
