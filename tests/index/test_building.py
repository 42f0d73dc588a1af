"""An index built of dumps: whole, continued after a kill, and honest about what it lacks."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.index import building, manifest, parts, reading, shards
from pipeline.index.choosing import Wanted
from pipeline.index.lookup import Asked, Index
from pipeline.index.manifest import Manifest
from pipeline.index.trouble import IndexTroubleError
from pipeline.sources import SOURCES
from pipeline.values.identifiers import parsed
from tests.benchmarks import dumps as spelt
from tests.benchmarks.accuracy.corpus import Author, Row
from tests.index.conftest import ROWS, Made, numbered


def silent(text: str) -> None:
    raise AssertionError(text)


def titles(folder: Path, source: str, *identifiers: str) -> list[str]:
    """The titles that the index has under these."""
    with Index(folder, silent) as index:
        asked = [Asked(source, known) for one in identifiers if (known := parsed(one))]
        found = index.by_identifier(asked)
        return [title(source, held) for one in asked for held in found.get(one, [])]


def title(source: str, record: str) -> str:
    """The title of a record of this source's."""
    readers = {one.NAME: one for one in SOURCES}
    return readers[source].read(record).title


def test_every_record_of_every_dump_is_found_under_its_identifiers(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    found = made(dumps)
    counts = {dump.source: (dump.works, dump.bad) for dump in found.dumps}
    assert counts == {
        "crossref": (140, 0), "pubmed": (120, 0), "arxiv": (40, 0), "dblp": (20, 0),
        "retractions": (4, 0),
    }  # fmt: skip
    folder = tmp_path / "index"
    for one in ROWS[::9]:
        assert titles(folder, "crossref", f"doi:{one.doi}") == [one.title]
        if one.pmid:
            wanted = [f"pmid:{one.pmid}", f"doi:{one.doi}", f"pmcid:{one.pmcid}"]
            assert titles(folder, "pubmed", *wanted) == [one.title] * 3
        if one.arxiv:
            assert titles(folder, "arxiv", f"arxiv:{one.arxiv}") == [one.title]
    assert titles(folder, "dblp", "doi:10.5555/met.500") == [ROWS[120].title]


def test_what_it_does_not_hold_is_absent(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made(dumps)
    assert titles(tmp_path / "index", "crossref", "doi:10.5555/nobody") == []
    assert titles(tmp_path / "index", "arxiv", "doi:10.5555/cold.1") == []


def test_its_age_is_that_of_the_dumps_not_of_the_build(dumps: dict[str, Path], made: Made) -> None:
    found = made(dumps)
    assert {found.day(source) for source in ("crossref", "arxiv", "pubmed", "dblp")} == {
        "2026-11-20"
    }


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted("crossref", ROWS[3].title), ROWS[3].doi),
        (Wanted("crossref", ROWS[4].title.upper() + "."), ROWS[4].doi),
        (Wanted("crossref", "Datng estuaries with 17 smal sensors", ("Shoreham3",)), ROWS[17].doi),
        (Wanted("pubmed", ROWS[5].title), ROWS[5].doi),
    ],
)  # fmt: skip
def test_a_citation_finds_its_work_by_its_title(
    wanted: Wanted, expected: str, dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made(dumps)
    with Index(tmp_path / "index", silent) as index:
        (first, *_) = index.by_citation([wanted])[wanted]
        assert expected in first


def test_a_citation_of_something_else_finds_nothing(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made(dumps)
    with Index(tmp_path / "index", silent) as index:
        other = Wanted("crossref", "A treatise on small sensors in musical instruments of old")
        assert index.by_citation([other]) == {}


OVER = Row(
    id="made:over", title="Of mires and of men: sounding peat by bell in seven northern parishes",
    authors=(Author(given="Eva", family="van der Moor"),), type="journal-article", year=1998,
    container_title="Journal of Cold Places", doi="10.5555/over.1",
)  # fmt: skip
ENDING = "sounding peat by bell in seven northern parishes"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted("crossref", ENDING, ("Moor",), (1998,)), True),
        (Wanted("crossref", ENDING, ("Moor",)), True),
        (Wanted("crossref", ENDING, (), (1999,)), True),
        (Wanted("crossref", ENDING), True),
        (Wanted("crossref", ENDING, ("Shoreham3",), (1998,)), False),
        (Wanted("crossref", ENDING, ("Moor",), (2004,)), False),
        (Wanted("crossref", "sounding peat by bell"), False),
        (Wanted("crossref", "sounding peat by bell", ("Moor",), (1998,)), True),
        (Wanted("crossref", "Of mires and of men, of boats and of harbours", ("Moor",)), False),
    ],
)  # fmt: skip
def test_a_part_of_a_title_finds_its_work_only_where_nobody_else_can_be_asked(
    wanted: Wanted, *, found: bool, made: Made, tmp_path: Path
) -> None:
    spelt.written([*ROWS, OVER], tmp_path / "dumps")
    made({"crossref": tmp_path / "dumps" / "crossref"})
    with Index(tmp_path / "index", silent) as index:
        assert index.by_citation([wanted]) == {}
        told = index.by_citation([wanted], alone=True).get(wanted, [])
    assert [json.loads(one)["DOI"] for one in told] == [OVER.doi] * found


def test_what_shares_one_word_of_many_is_no_hit(tmp_path: Path) -> None:
    texts = [(n, f"salt{n} marsh{n} heron{n} reed{n} common") for n in range(40)]
    shards.write(tmp_path / "shard", texts)
    shard = shards.Shard(tmp_path / "shard")
    assert [n for _, n in shard.search(["salt7", "marsh7", "heron7", "reed9"], 10)] == [7]
    assert shard.search(["salt7", "marsh8", "heron9", "reed10", "salt11", "marsh12"], 10) == []
    assert shard.search(["nowhere"], 10) == []


SETTING = """
import sys
from pathlib import Path
from pipeline.index.lookup import Index
with Index(Path(sys.argv[1]), print) as index:
    asked = "SELECT current_setting('enable_progress_bar')"
    sys.exit(index._engine.execute(asked).fetchone()[0])
"""


def test_a_long_look_up_of_a_process_that_was_spawned_draws_no_bar(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    """The engine takes a program without a file, as such a process is, for somebody typing."""
    made(dumps)
    called = [sys.executable, "-c", SETTING, str(tmp_path / "index")]
    assert subprocess.run(called, check=False).returncode == 0


def test_retraction_watch_speaks_in_crossrefs_record(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made(dumps)
    with Index(tmp_path / "index", silent) as index:
        dois = (f"doi:10.5555/cold.{n}" for n in (7, 8))
        asked = [Asked("crossref", one) for doi in dois if (one := parsed(doi))]
        found = index.by_identifier(asked)
        told = [json.loads(found[one][0]).get("updated-by", []) for one in asked]
        assert [[notice["source"] for notice in one] for one in told] == [
            ["publisher", "retraction-watch"], [],
        ]  # fmt: skip


@pytest.mark.parametrize("kind", ["array", "plain", "zip", "tar"])
def test_each_packing_of_crossrefs_file_is_read(kind: str, made: Made, tmp_path: Path) -> None:
    import tarfile
    import zipfile

    lines = [spelt.crossref(row) for row in ROWS[:9]]
    file = tmp_path / f"crossref.{'json' if kind in ('array', 'plain') else kind}"
    array = '{"items":[\n' + ",\n".join(lines) + "\n]}"
    if kind == "array":
        file.write_text(array, encoding="utf-8")
    elif kind == "plain":
        file.write_text("\n".join(lines), encoding="utf-8")
    else:
        inner = tmp_path / "0.json.gz"
        inner.write_bytes(gzip.compress(array.encode()))
        if kind == "zip":
            with zipfile.ZipFile(file, "w") as archive:
                archive.write(inner, "0.json.gz")
        else:
            with tarfile.open(file, "w") as packed:
                packed.add(inner, "all/0.json.gz")
    assert made({"crossref": file}).works == 9


def test_a_bad_record_is_counted_with_its_place_and_costs_no_other(
    made: Made, tmp_path: Path
) -> None:
    lines = [spelt.crossref(row) for row in ROWS[:6]]
    lines[2] = lines[2][:40]
    lines[4] = '{"title": ["No DOI"]}'
    file = tmp_path / "works.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    (dump,) = made({"crossref": file}).dumps
    assert (dump.works, dump.bad) == (4, 2)
    assert dump.first_bad == (
        f"{file}: record 3: crossref: no JSON",
        f"{file}: record 5: crossref: a record without a DOI",
    )  # fmt: skip


@pytest.mark.parametrize("source", ["crossref", "arxiv", "pubmed", "dblp"])
def test_a_dump_that_was_cut_is_read_to_where_it_breaks_off_and_said(
    source: str, dumps: dict[str, Path], made: Made
) -> None:
    given = dumps[source]
    file = next(iter(sorted(given.glob("*")))) if given.is_dir() else given
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    (dump,) = made({source: given}).dumps
    assert dump.works > 0
    assert len(dump.broken) == 1
    assert str(file) in dump.broken[0]
    assert "broken off behind record" in dump.broken[0]


def test_a_list_that_ends_in_the_midst_of_a_record_is_said(made: Made, tmp_path: Path) -> None:
    lines = [spelt.crossref(row) for row in ROWS[:5]]
    file = tmp_path / "0.json"
    file.write_text('{"items":[' + ",".join(lines)[:-300], encoding="utf-8")
    (dump,) = made({"crossref": file}).dumps
    assert dump.works == 4
    assert "in the midst" in dump.broken[0]


def test_a_dump_of_another_schema_is_refused_and_nothing_changes(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    before = made(dumps)
    for source, other in (("arxiv", "retractions"), ("pubmed", "dblp"), ("retractions", "arxiv")):
        with pytest.raises(IndexTroubleError, match="Nothing was changed"):
            made({source: dumps[other], "crossref": dumps["crossref"]})
        assert manifest.opened(tmp_path / "index") == before


def test_one_bad_file_of_many_is_said_and_the_others_are_read(
    dumps: dict[str, Path], made: Made
) -> None:
    (dumps["crossref"] / "00009.json.gz").write_bytes(b"this is no gzip")
    (dump,) = made({"crossref": dumps["crossref"]}).dumps
    assert dump.works == 140
    assert "00009.json.gz" in dump.broken[0]


def test_an_empty_folder_is_no_dump(made: Made, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(IndexTroubleError, match="holds no dump of crossref"):
        made({"crossref": tmp_path / "nothing"})


def test_what_a_killed_build_has_read_is_not_read_again(
    dumps: dict[str, Path], made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reading, "PIECE", 30)
    written: list[str] = []
    genuine = parts.write

    def counted(folder: Path, name: str, *rest: object) -> None:
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(name)
        genuine(folder, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "write", counted)
    with pytest.raises(KeyboardInterrupt):
        made(dumps)
    assert not (tmp_path / "index" / manifest.NAME).exists()
    again: list[str] = []

    def second(folder: Path, name: str, *rest: object) -> None:
        again.append(name)
        genuine(folder, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "write", second)
    found = made(dumps)
    assert not set(again) & set(written)
    assert len(again) + len(written) == len(found.parts) == 12
    assert titles(tmp_path / "index", "crossref", "doi:10.5555/cold.0") == [ROWS[0].title]
    assert not (tmp_path / "index" / building.BUILDING).exists()


def test_a_file_that_changed_since_is_read_anew(
    dumps: dict[str, Path], made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(building, "_made", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        made({"crossref": dumps["crossref"]})
    monkeypatch.undo()
    file = next(iter(dumps["crossref"].iterdir()))
    spelt.packed(file, [spelt.crossref(numbered(900))])
    assert made({"crossref": dumps["crossref"]}).works == 1
    assert titles(tmp_path / "index", "crossref", "doi:10.5555/cold.900") == [numbered(900).title]


def test_one_build_at_a_time_writes_into_a_folder(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    from pipeline.index.owning import alone

    with (
        alone(tmp_path / "index"),
        pytest.raises(IndexTroubleError, match="Another build"),
    ):
        made(dumps)


def test_an_update_takes_the_later_record_and_forgets_what_was_deleted(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made(dumps)
    later = numbered(5).but(title="Another title altogether for kelp")
    file = tmp_path / "pubmed26n1300.xml.gz"
    gone = "<DeleteCitation><PMID>90006</PMID></DeleteCitation>"
    spelt.packed(file, [spelt.pubmed(later), spelt.pubmed(numbered(800)), gone], "pubmed")
    found = made({"pubmed": file}, further=True)
    folder = tmp_path / "index"
    assert titles(folder, "pubmed", "pmid:90005") == ["Another title altogether for kelp"]
    assert titles(folder, "pubmed", "pmid:90006", "pmid:90800") == [numbered(800).title]
    assert titles(folder, "crossref", "doi:10.5555/cold.6") == [ROWS[6].title]
    assert found.works == 140 + 120 + 40 + 20
    with Index(folder, silent) as index:
        old, new = Wanted("pubmed", ROWS[5].title), Wanted("pubmed", later.title)
        held = index.by_citation([old, new])
        assert [title("pubmed", one) for one in held[new]] == [later.title]
        assert ROWS[5].title not in [title("pubmed", one) for one in held.get(old, [])]


def test_an_index_in_use_stays_readable_while_a_newer_one_takes_its_place(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    first = made(dumps)
    with Index(tmp_path / "index", silent) as index:
        second = made({"arxiv": dumps["arxiv"]})
        asked = Asked("crossref", parsed("doi:10.5555/cold.3") or pytest.fail("an identifier"))
        (record,) = index.by_identifier([asked])[asked]
        assert title("crossref", record) == ROWS[3].title
    third = made({"arxiv": dumps["arxiv"]})
    left = {path.name for path in (tmp_path / "index" / "generations").iterdir()}
    assert left == {third.generation}
    assert len({first.generation, second.generation, third.generation}) == 3


def test_a_key_of_too_many_works_is_dropped_and_counted(made: Made, tmp_path: Path) -> None:
    rows = [numbered(n).but(title="Editorial note", doi=f"10.5555/ed.{n}") for n in range(230)]
    file = tmp_path / "works.jsonl"
    file.write_text("\n".join(map(spelt.crossref, rows)), encoding="utf-8")
    found = made({"crossref": file})
    assert found.dropped == 1
    assert titles(tmp_path / "index", "crossref", "doi:10.5555/ed.229") == ["Editorial note"]


def damaged(folder: Path, name: str, column: int = 0) -> None:
    """A file of the index with the first data of a column overwritten."""
    (path,) = folder.glob(f"generations/*/{name}")
    told = pq.read_metadata(path).row_group(0).column(column)
    place = told.data_page_offset if column else 0
    content = bytearray(path.read_bytes())
    content[place + 60 : place + 140] = b"\xff" * 80
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "column"), [("works/0000000.parquet", 3), ("identifiers.parquet", 0)]
)
def test_a_damaged_row_group_is_said_and_its_works_are_absent(
    name: str, column: int, dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made({"crossref": dumps["crossref"]})
    damaged(tmp_path / "index", name, column)
    said: list[str] = []
    with Index(tmp_path / "index", said.append) as index:
        asked = Asked("crossref", parsed("doi:10.5555/cold.3") or pytest.fail("an identifier"))
        assert index.by_identifier([asked]) == {}
        assert len(said) == 1
        assert "damaged" in said[0]
        assert "again" in said[0]


def test_a_work_whose_title_is_damaged_is_found_by_its_identifier_and_by_no_citation(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made({"crossref": dumps["crossref"]})
    wanted = Wanted("crossref", ROWS[3].title)
    with Index(tmp_path / "index", silent) as index:
        assert index.by_citation([wanted])
    damaged(tmp_path / "index", "works/0000000.parquet")
    said: list[str] = []
    with Index(tmp_path / "index", said.append) as index:
        assert index.by_citation([wanted]) == {}
    assert any("damaged" in one for one in said)
    assert titles(tmp_path / "index", "crossref", "doi:10.5555/cold.3") == [ROWS[3].title]


def test_works_are_found_whatever_the_size_of_their_groups_was(
    dumps: dict[str, Path], made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "GROUP", 7)
    made(dumps)
    asked = [f"doi:{one.doi}" for one in ROWS[:30]]
    assert titles(tmp_path / "index", "crossref", *asked) == [one.title for one in ROWS[:30]]


def test_a_file_of_works_that_is_none_any_more_is_said(
    dumps: dict[str, Path], made: Made, tmp_path: Path
) -> None:
    made(dumps)
    for path in (tmp_path / "index").rglob("works/*.parquet"):
        path.write_bytes(path.read_bytes()[:-100])
    said: list[str] = []
    with Index(tmp_path / "index", said.append) as index:
        known = parsed(f"doi:{ROWS[0].doi}")
        assert known
        assert index.by_identifier([Asked("crossref", known)]) == {}
    assert "is damaged" in said[0]


def test_what_is_no_index_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexTroubleError, match="errata index build"):
        Index(tmp_path, silent)
    (tmp_path / manifest.NAME).write_text("{}", encoding="utf-8")
    with pytest.raises(IndexTroubleError, match="Build the index again"):
        Index(tmp_path, silent)


def test_several_processes_read_what_one_reads(
    dumps: dict[str, Path], made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: Manifest = made(dumps)
    monkeypatch.setattr(reading, "SMALL", 0)
    together = made(dumps, workers=2)
    assert [d.works for d in together.dumps] == [d.works for d in alone.dumps]
    assert (together.works, together.dropped) == (alone.works, alone.dropped)
