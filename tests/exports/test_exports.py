"""The records for other programs, read back by programs of others."""

import csv
import io
import json
import re

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.exports import EXPORTS, bibtex, export
from pipeline.exports.latex import name, title
from pipeline.formats import read
from pipeline.values.entry import Document, Entry
from pipeline.values.identifiers import Identifier
from pipeline.values.record import Paper
from pipeline.values.work import PartialDate, Person, Stage, Work

ARTICLE = Paper(
    id="oduya2023brine",
    work=Work(
        title="Brine & salt: 50% of DNA_x costs $5 {really} in Léa's #1 study",
        authors=(
            Person(family="Oduya", given="Lena M."),
            Person(family="van der Berg", given="Piet", suffix="Jr."),
            Person(family="Müller and Sons", given="A"),
            Person(literal="The Shore & Tide Consortium"),
        ),
        container_title="Shore & Tide Letters",
        issued=PartialDate(year=2023, month=3, day=9),
        volume="12", issue="3", page="101-119", publisher="Tide_Press", issn=("1234-5678",),
        identifiers=(
            Identifier(scheme="doi", value="10.99999/(sici)1_2<3>4.0.co;2-o"),
            Identifier(scheme="pmid", value="90000001"),
        ),
    ),
)  # fmt: skip
PREPRINT = Paper(
    id="quist2024lichen",
    work=Work(
        title="Lichen attention",
        authors=(Person(family="Quist", given="Peter"),),
        authors_complete=False,
        container_title="arXiv",
        issued=PartialDate(year=2024),
        type="article",
        stage=Stage.PREPRINT,
        identifiers=(Identifier(scheme="arxiv", value="2401.00001"),),
    ),
)
MEETING = Paper(
    id="brandao2022sparse",
    work=Work(
        title="Sparse lichens",
        authors=(Person(family="Brandão", given="Nadia"),),
        container_title="Proceedings of the Symposium on Lichen Learning",
        issued=PartialDate(year=2022, month=7),
        type="paper-conference",
        page="e22",
    ),
)
EVERY = (ARTICLE, PREPRINT, MEETING)


def entries(form: str) -> dict[str, dict[str, str]]:
    library = parse_string(export(EVERY, form))
    assert not library.failed_blocks
    return {
        one.key: {"kind": one.entry_type} | {k: str(f.value) for k, f in one.fields_dict.items()}
        for one in library.entries
    }


def test_bibtex_is_read_back_by_a_library() -> None:
    read_back = entries("bibtex")
    assert list(read_back) == ["brandao2022sparse", "oduya2023brine", "quist2024lichen"]
    article = read_back["oduya2023brine"]
    assert article["kind"] == "article"
    assert article["author"] == (
        r"Oduya, Lena M. and van der Berg, Jr., Piet and {Müller and Sons}, A"
        r" and {The Shore \& Tide Consortium}"
    )
    assert article["title"] == (
        r"Brine \& salt: 50\% of {DNA\_x} costs \$5 \{really\} in Léa's \#1 study"
    )
    assert article["journal"] == r"Shore \& Tide Letters"
    assert (article["year"], article["pages"], article["volume"]) == ("2023", "101--119", "12")
    assert article["doi"] == "10.99999/(sici)1_2<3>4.0.co;2-o"
    assert read_back["quist2024lichen"]["author"] == "Quist, Peter and others"
    assert read_back["quist2024lichen"]["eprint"] == "2401.00001"
    assert read_back["brandao2022sparse"]["booktitle"].startswith("Proceedings")


def test_bibtex_is_read_back_by_errata_itself() -> None:
    reading = read(Document(path="papers.bib", text=export(EVERY, "bibtex")))
    by_key = {entry.key: entry for entry in reading.entries}
    article = by_key["oduya2023brine"]
    assert article.title is not None
    assert article.title.text == ARTICLE.work.title
    assert article.authors is not None
    assert [n.text for n in article.authors.names][-1] == "The Shore & Tide Consortium"
    assert article.venue is not None
    assert article.venue.text == "Shore & Tide Letters"
    assert str(article.mentions[0].identifier) == "doi:10.99999/(sici)1_2<3>4.0.co;2-o"
    preprint = by_key["quist2024lichen"].authors
    assert preprint is not None
    assert preprint.et_al


def test_biblatex_has_its_own_fields() -> None:
    read_back = entries("biblatex")
    assert read_back["oduya2023brine"]["journaltitle"] == r"Shore \& Tide Letters"
    assert read_back["oduya2023brine"]["date"] == "2023-03-09"
    assert read_back["oduya2023brine"]["eprinttype"] == "pubmed"
    assert "year" not in read_back["oduya2023brine"]
    assert read_back["quist2024lichen"]["kind"] == "online"
    assert read_back["quist2024lichen"]["eprinttype"] == "arxiv"


def test_ris_is_read_back_by_a_library() -> None:
    read_back = {one["id"]: one for one in rispy.loads(export(EVERY, "ris"))}
    article = read_back["oduya2023brine"]
    assert article["type_of_reference"] == "JOUR"
    assert article["title"] == ARTICLE.work.title
    assert article["authors"] == [
        "Oduya, Lena M.", "van der Berg, Piet, Jr.", "Müller and Sons, A",
        "The Shore & Tide Consortium",
    ]  # fmt: skip
    assert (article["start_page"], article["end_page"], article["year"]) == ("101", "119", "2023")
    assert article["doi"] == "10.99999/(sici)1_2<3>4.0.co;2-o"
    assert read_back["quist2024lichen"]["type_of_reference"] == "UNPB"


def test_csl_json_is_without_what_is_ours() -> None:
    items = json.loads(export(EVERY, "csl-json"))
    assert [item["id"] for item in items] == sorted(p.id for p in EVERY)
    assert not any("custom" in item for item in items)
    assert items[1]["issued"] == {"date-parts": [[2023, 3, 9]]}


@pytest.mark.parametrize(("form", "path"), [("hayagriva", "refs.yml"), ("cff", "CITATION.cff")])
def test_yaml_is_read_back_by_errata_itself(form: str, path: str) -> None:
    text = export(EVERY, form)
    for paper, entry in zip(
        sorted(EVERY, key=lambda one: one.id), read_all(path, text), strict=True
    ):
        work = paper.work
        assert entry.title
        assert entry.title.text == work.title
        assert entry.authors
        assert [name.family or name.text for name in entry.authors.names] == [
            person.family or person.literal for person in work.authors
        ]
        assert entry.venue
        assert entry.venue.text == work.container_title
        assert entry.year
        assert entry.year.value == (work.issued and work.issued.year)
        doi = [str(i) for i in work.identifiers if i.scheme == "doi"]
        assert [str(m.identifier) for m in entry.mentions if m.identifier.scheme == "doi"][
            :1
        ] == doi


def read_all(path: str, text: str) -> tuple[Entry, ...]:
    return read(Document(path=path, text=text)).entries


def test_hayagriva_has_its_types_dates_and_parents() -> None:
    told = yaml.safe_load(export(EVERY, "hayagriva"))
    article = told["oduya2023brine"]
    assert article["author"][:2] == ["Oduya, Lena M.", "van der Berg, Piet, Jr."]
    assert article["author"][3] == {"name": "The Shore & Tide Consortium"}
    assert (str(article["date"]), article["page-range"]) == ("2023-03-09", "101-119")
    assert article["parent"] == {
        "type": "periodical", "title": "Shore & Tide Letters", "volume": "12", "issue": "3",
        "publisher": "Tide_Press", "serial-number": {"issn": "1234-5678"},
    }  # fmt: skip
    assert told["quist2024lichen"]["serial-number"] == {"arxiv": "2401.00001"}
    assert told["brandao2022sparse"]["parent"]["type"] == "proceedings"


def test_a_reference_of_a_citation_file_has_what_its_schema_asks_for() -> None:
    unsigned = MEETING.but(work=MEETING.work.but(authors=()))
    (first,) = yaml.safe_load(export((unsigned,), "cff"))["references"]
    assert first["type"] == "conference-paper"
    assert first["authors"] == [{"name": "anonymous"}]
    article = yaml.safe_load(export((ARTICLE,), "cff"))["references"][0]
    assert article["authors"][1] == {
        "family-names": "van der Berg", "given-names": "Piet", "name-suffix": "Jr.",
    }  # fmt: skip
    assert (article["month"], article["start"], article["end"]) == (3, "101", "119")
    assert article["publisher"] == {"name": "Tide_Press"}
    assert "doi" not in article, "its schema takes no < in one"
    numbers = (("doi", "10.99999/x.(1)-2"), ("pmcid", "PMC12345678"))
    plain = ARTICLE.work.but(identifiers=tuple(Identifier(scheme=s, value=v) for s, v in numbers))
    told = yaml.safe_load(export((ARTICLE.but(work=plain),), "cff"))["references"][0]
    assert told["doi"] == "10.99999/x.(1)-2"
    assert "pmcid" not in told, "nor eight digits in a PMCID"


@pytest.mark.parametrize("form", ["hayagriva", "cff"])
@pytest.mark.parametrize(
    "text", ["no", "a: b", "- #x", '"', "\\", "{x}", "1.0", "\u2028\x85x", "' '"]
)
def test_no_text_is_taken_for_yaml(form: str, text: str) -> None:
    person = Person(family=text, given=text, suffix=text)
    work = ARTICLE.work.but(title=text, authors=(person,), container_title=text, volume=text)
    (one,) = read_all("refs.yml" if form == "hayagriva" else "x.cff",
                      export((ARTICLE.but(work=work),), form))  # fmt: skip
    assert one.title
    assert one.title.text.split() == text.replace("\x85", " ").split()


def test_csv_computes_nothing() -> None:
    sly = ARTICLE.but(work=ARTICLE.work.but(title='=HYPERLINK("https://example.org")'))
    rows = list(csv.DictReader(io.StringIO(export((sly,), "csv"))))
    assert rows[0]["title"] == '\'=HYPERLINK("https://example.org")'
    assert rows[0]["doi"] == "10.99999/(sici)1_2<3>4.0.co;2-o"


@pytest.mark.parametrize("form", EXPORTS)
def test_no_records_and_no_order_make_no_difference(form: str) -> None:
    assert export(EVERY, form) == export(tuple(reversed(EVERY)), form)
    assert isinstance(export((), form), str)


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("DNABERT-2 reads genomes", "{DNABERT-2} reads genomes"),
        ("a scRNA-seq study (of McCoy)", "a {scRNA-seq} study (of {McCoy})"),
        ("Plain Words Of A Title", "Plain Words Of A Title"),
        ("p < 0.05 | H&E", r"p \textless{} 0.05 \textbar{} {H\&E}"),
    ],
)
def test_capitals_that_carry_meaning_are_kept(plain: str, expected: str) -> None:
    assert title(plain) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person(family="O'Neil", given="Ana"), "O'Neil, Ana"),
        (Person(family="Tide, Inc.", given="B"), "{Tide, Inc.}, B"),
        (Person(literal="Group of All and None"), "{Group of All and None}"),
        (Person(family="Ng"), "Ng"),
    ],
)
def test_a_name_is_one_name_whatever_is_in_it(person: Person, expected: str) -> None:
    assert name(person) == expected


PIECES = st.lists(
    st.sampled_from(["{", "}", "\\", "%", "#", "&", "$", "_", "~", "^", '"', "@article{x,", "DNA",
                     "é", "word", " ", "\n", "-", "=", ",", " and ", "<b>"]),
    max_size=14,
)  # fmt: skip


@given(PIECES, PIECES)
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_out_of_its_field(words: list[str], venue: list[str]) -> None:
    work = ARTICLE.work.but(
        title="x" + "".join(words), container_title="y" + "".join(venue), publisher="".join(words)
    )
    library = parse_string(bibtex.render((ARTICLE.but(work=work), MEETING)))
    assert not library.failed_blocks
    assert [one.key for one in library.entries] == ["oduya2023brine", "brandao2022sparse"]
    fields = library.entries[0].fields_dict
    assert fields["doi"].value == "10.99999/(sici)1_2<3>4.0.co;2-o"
    if "\\" in work.title:
        return  # our own reader takes a printed backslash for the start of a macro
    back = read(Document(path="x.bib", text=bibtex.render((ARTICLE.but(work=work),)))).entries[0]
    assert back.title is not None
    plain = re.sub(r"[\W_]", "", work.title)
    assert re.sub(r"[\W_]", "", back.title.text) == plain
