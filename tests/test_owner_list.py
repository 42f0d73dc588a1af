import json
from pathlib import Path

import pytest

from pipeline.__main__ import main
from tests.owner import GARBLED, ROOT, WRONG, household, report


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    household(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_entry_is_resolved_without_network(folder: Path) -> None:
    status, told = report(folder, "check", "list.md", "--offline")
    assert status == 1
    assert told["complete"] is True
    assert told["summary"]["entries"] == told["summary"]["resolved"] == 26


def test_exactly_what_is_wrong_is_reported_above_notice(folder: Path) -> None:
    _, told = report(folder, "check", "list.md", "--offline")
    found = {
        entry["line"]: sorted(
            (f["code"], f["proposed"]) for f in entry["findings"]
            if f["severity"] != "notice" and f["code"] != "encoding"
        )
        for entry in told["lists"][0]["entries"]
    }  # fmt: skip
    assert {line for line, findings in found.items() if findings} == set(WRONG)
    for line, expected in WRONG.items():
        assert [code for code, _ in found[line]] == sorted(code for code, _ in expected)
        for (_, proposed), (_, part) in zip(found[line], sorted(expected), strict=True):
            assert part in proposed


def test_text_decoded_wrongly_is_found_and_read_rightly(folder: Path) -> None:
    _, told = report(folder, "check", "list.md", "--offline")
    entries = told["lists"][0]["entries"]
    garbled = [e["line"] for e in entries if any(f["code"] == "encoding" for f in e["findings"])]
    assert tuple(garbled) == GARBLED
    assert "Chris Ré" in next(e for e in entries if e["line"] == 27)["authors"]


def test_swapped_authors_name_the_entry_they_come_from(folder: Path) -> None:
    _, told = report(folder, "check", "list.md", "--offline")
    swapped = {
        entry["line"]: f["other"]
        for entry in told["lists"][0]["entries"]
        for f in entry["findings"]
        if f["code"] == "authors-swapped"
    }
    assert swapped == {12: "list.md#L14", 14: "list.md#L12", 40: "list.md#L42", 42: "list.md#L40"}


def test_every_finding_above_notice_has_evidence(folder: Path) -> None:
    _, told = report(folder, "check", "list.md", "--offline")
    bare = [
        f for entry in told["lists"][0]["entries"] for f in entry["findings"]
        if f["severity"] != "notice" and f["code"] != "encoding" and not f["evidence"]
    ]  # fmt: skip
    assert bare == []


def test_the_correction_is_the_list_in_papers(folder: Path) -> None:
    """What ships as ``papers/README.md`` is what ``fix`` makes of the list as given."""
    assert main(["fix", "list.md", "--offline", "--quiet"]) in (0, 1)
    fixed = (folder / "list.md").read_text(encoding="utf-8")
    assert fixed == (ROOT / "papers" / "README.md").read_text(encoding="utf-8")


def test_entries_move_to_the_section_of_their_year_when_asked_to(folder: Path) -> None:
    main(["fix", "list.md", "--offline", "--quiet", "--move"])
    _, told = report(folder, "check", "list.md", "--offline")
    entries = told["lists"][0]["entries"]
    assert len(entries) == 26
    assert not [f for e in entries for f in e["findings"] if f["code"] == "year-differs"]
    places = {e["title"][:20]: e["section"][-1] for e in entries}
    assert places["Reference-free cell "] == places["Cell clustering for "] == "2022"
    assert places["Spatially resolved g"] == "2023"
    assert places["Generation of synthe"] == "2024"


def test_a_second_fix_changes_no_byte(folder: Path) -> None:
    main(["fix", "list.md", "--offline", "--quiet"])
    before = {p.name: p.read_bytes() for p in [*(folder / "papers").iterdir(), folder / "list.md"]}
    assert len(before) == 27
    main(["fix", "list.md", "--offline", "--quiet"])
    after = {p.name: p.read_bytes() for p in [*(folder / "papers").iterdir(), folder / "list.md"]}
    assert after == before


def test_a_dry_run_prints_the_diff_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "list.md").read_bytes()
    main(["fix", "list.md", "--offline", "--dry-run", "--quiet"])
    diff = capsys.readouterr().out
    assert diff.startswith("--- a/list.md\n+++ b/list.md\n@@")
    assert "+" + "- **Genomics enters the deep learning era** Etienne Routhier and" in diff
    assert (folder / "list.md").read_bytes() == before
    assert not (folder / "papers").exists()


def test_only_changed_spans_differ(folder: Path) -> None:
    """Line by line: entries without a finding that is fixed stay byte for byte."""
    before = (folder / "list.md").read_text(encoding="utf-8").split("\n")
    main(["fix", "list.md", "--offline", "--quiet"])
    after = (folder / "list.md").read_text(encoding="utf-8").split("\n")
    changed = {n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b}
    sections_only = {18, 33}
    assert changed == (set(WRONG) | set(GARBLED)) - sections_only


def test_finding_ids_survive_a_moved_line(folder: Path) -> None:
    _, first = report(folder, "check", "list.md", "--offline")
    text = (folder / "list.md").read_text(encoding="utf-8")
    (folder / "list.md").write_text("\n\n" + text, encoding="utf-8")
    _, second = report(folder, "check", "list.md", "--offline")
    ids = [
        [f["id"] for e in told["lists"][0]["entries"] for f in e["findings"]]
        for told in (first, second)
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_the_records_are_what_the_run_over_papers_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list and the records that ship are settled: a run over them is an empty diff."""
    household(tmp_path)
    papers = tmp_path / "papers"
    papers.mkdir()
    for path in (ROOT / "papers").iterdir():
        (papers / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    before = {p.name: p.read_bytes() for p in papers.iterdir()}
    assert main(["fix", "papers/README.md", "--offline", "--quiet"]) in (0, 1)
    assert {p.name: p.read_bytes() for p in papers.iterdir()} == before


def test_json_on_standard_output_is_the_report(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "list.md", "--offline", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["schema"] == "errata-report/1"
