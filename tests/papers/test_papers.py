"""The records that ship: each file valid, canonical, named by its id, no identifier twice."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.papers.library import identifiers_of
from pipeline.papers.record_file import RecordError, dump, load
from pipeline.values.identifiers import identifier
from pipeline.values.record import Appearance, Paper, Version
from pipeline.values.work import PartialDate, Person, Stage, Work

FILES = sorted((Path(__file__).parents[2] / "papers").glob("*.json"))


def test_there_is_a_record_for_each_work_of_the_list() -> None:
    assert len(FILES) == 26


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_record_is_canonical_and_named_by_its_id(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    paper = load(text)
    assert dump(paper) == text
    assert paper.id == path.stem
    assert paper.provenance
    assert paper.appears


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_record_follows_the_published_schema(path: Path) -> None:
    import json

    import jsonschema

    from pipeline.reports.schema import schema

    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), schema("record"))


def test_no_two_records_share_an_identifier() -> None:
    every = Counter(
        i for path in FILES for i in identifiers_of(load(path.read_text(encoding="utf-8")))
    )
    assert [i for i, count in every.items() if count > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param('{"id": "x"}', id="without our part"),
        pytest.param('{"id": "x", "custom": {"schema": "errata-record/9"}}', id="another schema"),
        pytest.param('{"id": "../x", "title": "T", "type": "book", "custom": '
                     '{"schema": "errata-record/1", "stage": "preprint"}}', id="an id with a path"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(RecordError):
        load(text)


WORDS = st.text(alphabet="abcé ñØ’-", min_size=1, max_size=12).map(str.strip).filter(bool)
PEOPLE = st.builds(Person, family=WORDS, given=st.one_of(st.just(""), WORDS))
DATES = st.builds(PartialDate, year=st.integers(1900, 2026), month=st.none() | st.integers(1, 12))
DOIS = st.integers(1, 999).map(lambda n: identifier("doi", f"10.5555/x.{n}"))
VERSIONS = st.builds(
    Version, stage=st.sampled_from(Stage), identifiers=st.tuples(DOIS), title=WORDS,
    authors=st.lists(PEOPLE, max_size=2).map(tuple), years=st.just((2020, 2021)),
)  # fmt: skip
PAPERS = st.builds(
    Paper, id=st.just("x2020y"),
    work=st.builds(
        Work, title=WORDS, authors=st.lists(PEOPLE, max_size=3).map(tuple),
        container_title=st.one_of(st.just(""), WORDS), issued=st.none() | DATES,
        dates=st.lists(DATES, max_size=2).map(tuple), identifiers=st.tuples(DOIS),
        url=st.just("https://doi.org/10.5555/x"), authors_complete=st.booleans(),
    ),
    versions=st.lists(VERSIONS, max_size=2).map(tuple),
    pinned=st.sampled_from([(), ("title",), ("container_title",)]),
    appears=st.just((Appearance(list="a.md", section=("A", "B")),)),
)  # fmt: skip


@given(PAPERS)
def test_what_is_dumped_is_loaded(paper: Paper) -> None:
    assert load(dump(paper)) == paper
    assert dump(load(dump(paper))) == dump(paper)
