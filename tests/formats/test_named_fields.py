"""Formats that name their fields themselves: RIS, MEDLINE, CSV, CITATION.cff, Hayagriva."""

import time

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.formats.unread import unread
from pipeline.values.entry import Document
from pipeline.values.text import apply
from tests.formats.golden import entries, said
from tests.formats.test_one_field import CFF, CSV, NBIB, RIS, TSV, TYPST

COLD, WARM = "Slow maps of cold mice in winter", "Fast maps of warm rats in summer"


DOI, ARXIV = "doi:10.1000/jam.2", "arxiv:2306.15006"
GOLDEN = [
    pytest.param("a.ris", RIS, [
        (COLD, ["Roca", "Li"], "PNAS", 2020, [ARXIV]),
        (WARM, ["Ma", "{The Map Team}", "Li"], "ICDM", 2019, [DOI]),
    ], id="RIS"),
    pytest.param("pubmed.txt", NBIB, [
        (COLD, ["Roca", "Li"], "Annals of moss", 2020, [DOI, "pmid:123456"]),
        (WARM, ["Ma"], "Annals of moss", 2019, ["pmid:123457"]),
    ], id="MEDLINE, whatever the file is called"),
    pytest.param("a.csv", CSV, [
        ('Slow maps of "cold" mice, in winter', ["Roca", "Li"], "PNAS", 2020, ["doi:10.1000/a"]),
        (WARM, ["Ma", "Li"], "Maps, Letters", 2019, [ARXIV]),
    ], id="CSV"),
    pytest.param("a.tsv", TSV, [
        ("Slow maps of cold mice, in winter", ["Roca", "Li"], "PNAS", 2020, ["doi:10.1000/a"]),
        (WARM, ["Ma", "Li"], "Maps, Letters", 2019, [ARXIV]),
    ], id="TSV"),
    pytest.param("CITATION.cff", CFF, [
        ("Slow maps of cold mice: in winter", ["Roca", "Li"], "PNAS", 2020, ["doi:10.1000/a"]),
        (WARM, ["Ma", "The Map Team"], None, 2019, [ARXIV]),
    ], id="CITATION.cff, the software itself left alone"),
    pytest.param("refs.yml", TYPST, [
        (COLD, ["Roca", "Li"], "PNAS", 2020, ["doi:10.1000/a"]),
        ("Fast maps of warm rats", ["Ma"], None, 2019, [ARXIV]),
    ], id="Hayagriva"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "wanted"), GOLDEN)
def test_each_field_is_read_where_the_format_has_it(
    path: str, text: str, wanted: list[tuple[object, ...]]
) -> None:
    assert [said(entry) for entry in entries(path, text)] == wanted


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.csv", "number,colour\n1,red\n"),
        ("a.csv", ""),
        ("a.yml", "- title: Slow maps\n  url: https://arxiv.org/abs/2306.15006\n"),
    ],
    ids=["no heading for titles", "empty", "a YAML list of another kind"],
)
def test_another_file_of_that_ending_is_left_to_others(path: str, text: str) -> None:
    assert formats.read(Document(path=path, text=text)).format in ("plain", "yaml")


@pytest.mark.parametrize(
    "text",
    ["title: [", "a: &a [*a, *a]\nreferences: *a\n", "references: [[[{", "cff-version: 1\n\tx"],
)
def test_a_broken_citation_file_has_no_entries(text: str) -> None:
    assert entries("CITATION.cff", text) == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("refs.bbl", "\\refsection{0}\n\\datalist[entry]{nty}\n"), ("library.enl", ""),
        ("CITATION", 'citHeader("To cite")\nbibentry(bibtype = "Article")\n'),
        ("notes.ipynb", "{}"), ("paper.qmd", "# Papers\n"),
        ("list.odt", ""), ("list.adoc", "= Papers\n"), ("a.enw", ""),
    ],
)  # fmt: skip
def test_a_file_of_references_that_is_not_read_is_named_with_the_way_out(
    path: str, text: str
) -> None:
    refusal = unread(path, text)
    assert refusal
    assert path in refusal
    assert refusal.count(". ") == 1, "what it is, and what to do"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "<html>\n\\bibitem{a}\nbibentry(\n"),
        ("list.txt", "Slow maps of cold mice in winter\n"),
        ("refs.bib", "@article{a, title = {HTML and \\bibitem}}"),
        ("papers.json", '[{"title": "Slow maps"}]'),
    ],
)
def test_a_list_is_never_refused_for_what_it_speaks_of(path: str, text: str) -> None:
    assert unread(path, text) is None


@pytest.mark.parametrize(
    ("field", "families"),
    [
        ("Pardee F., Kirkwood T., Smith K. and Whitcomb D.",
         ["Pardee", "Kirkwood", "Smith", "Whitcomb"]),
        ("Georg T. Becker,Christof Paar,Wayne P. Burleson", ["Becker", "Paar", "Burleson"]),
        ("Ana Roca & Bo Li", ["Roca", "Li"]),
        ("Roca, Ana \\& Li, Bo", ["Roca", "Li"]),
        ("Ana Roca / Bo Li", ["Roca", "Li"]),
        ("Reed, Scott and family=Freitas, given=Nando, prefix=de, useprefix=true",
         ["Reed", "de Freitas"]),
        ("Ana Roca*, Bo Li*, Chi Ma*", ["Roca", "Li", "Ma"]),
        ("Roca Perez, Ana Maria", ["Roca Perez"]),
        ("King, Jr., Martin Luther", ["King Jr."]),
        ("{Moss, Salt and Brine Institute}", ["Moss, Salt and Brine Institute"]),
        ("{AT\\&T Labs, Inc. of Ohio} and Roca, Ana", ["AT&T Labs, Inc. of Ohio", "Roca"]),
        ("Roca, Ana and others", ["Roca"]),
    ],
)  # fmt: skip
def test_names_of_a_bib_entry_are_parted_as_their_writer_parted_them(
    field: str, families: list[str]
) -> None:
    (entry,) = entries("a.bib", f"@article{{a, title={{Slow maps}}, author = {{{field}}}}}")
    assert entry.authors
    assert [name.family for name in entry.authors.names] == families


@pytest.mark.parametrize("field", ["Becker et al.", "Becker, G. et al", "Ana Roca and others"])
def test_more_people_may_stand_behind_the_last_name(field: str) -> None:
    text = f"@article{{a, title={{Slow maps}}, author = {{{field}}}}}"
    (entry,) = entries("a.bib", text)
    assert entry.authors
    assert entry.authors.et_al
    (name,) = entry.authors.names
    assert name.family in ("Becker", "Roca")
    assert name.span.cut(text) == field.removesuffix(" and others").partition(" et al")[0]


def test_an_institute_for_others_is_one() -> None:
    (entry,) = entries("a.bib", "@book{a, title={Maps}, author={{Children, Women and Others}}}")
    assert entry.authors
    assert not entry.authors.et_al


def test_a_group_signs_beside_people_in_medline() -> None:
    text = (
        "PMID- 99999991\nTI  - Slow maps\nFAU - Roca, Ana\nAU  - Roca A\nCN  - Moss Consortium\n"
        "FAU - Li, Bo\nAU  - Li B\n"
    )
    (entry,) = entries("a.nbib", text)
    assert entry.authors
    assert [name.text for name in entry.authors.names] == ["Roca, Ana", "Moss Consortium", "Li, Bo"]


def test_marks_behind_a_name_are_not_of_it() -> None:
    (entry,) = entries("a.bib", "@article{a, title={Slow maps}, author={Ana Roca* and Bo Li}}")
    assert entry.authors
    assert [(n.text, n.noise) for n in entry.authors.names] == [("Ana Roca", "*"), ("Bo Li", "")]


@pytest.mark.parametrize(
    ("neighbour", "wanted"),
    [
        ("doi = {10.1000/a}", "doi = {10.1000/jam.2}"),
        ("year = {2020}", "doi = {10.1000/jam.2}"),
        ("url = {https://doi.org/10.1000/a}", "url = {https://doi.org/10.1000/jam.2}"),
    ],
    ids=["neighbours have DOIs", "nobody says where", "neighbours write addresses"],
)
def test_a_missing_link_of_a_bib_entry_is_written_where_its_neighbours_have_theirs(
    neighbour: str, wanted: str
) -> None:
    text = f"@misc{{a,\n  title = {{Slow}},\n  {neighbour}\n}}\n@misc{{b,\n  title = {{Wet}}\n}}\n"
    reading = formats.read(Document(path="a.bib", text=text))
    change = Change(field="link", text="https://doi.org/10.1000/jam.2", link=0)
    edits = formats.rewrite(reading, reading.entries[1], change).edits
    assert apply(text, edits) == text.replace("{Wet}", f"{{Wet}},\n  {wanted}")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_a_long_yaml_file_is_is_soon_known(end: str) -> None:
    """Lines can be told from their indentation in one way only."""
    lines = ["papers:", *("  - title: Moss", "    url: https://example.org") * 200]
    begun = time.process_time()
    assert formats.read(Document(path="a.yml", text=end.join(lines))).format == "yaml"
    assert time.process_time() - begun < 1


def columns(head: str) -> tuple[list[str], str | None, int | None]:
    """The people, venue and year of the one row below a head."""
    text = f"Title,{head}\n{COLD},Ana Roca,Annals of moss,2020\n"
    (entry,) = formats.read(Document(path="papers.csv", text=text)).entries
    people = [name.text for name in entry.authors.names] if entry.authors else []
    venue = entry.venue.text if entry.venue else None
    return people, venue, entry.year.value if entry.year else None


@pytest.mark.parametrize(
    "head",
    [
        "Author List,Journal Name,Year of publication",
        "author_names,Journal or Conference,pub_year",
        "Authors' names,Venue (short),year",
    ],
)
def test_a_column_is_known_by_a_word_of_its_heading(head: str) -> None:
    assert columns(head) == (["Ana Roca"], "Annals of moss", 2020)


@pytest.mark.parametrize(
    "head",
    [
        "Author keywords,Journal abbreviation,Year rank",
        "Corresponding author e-mail,Journal ISSN,yearly",
        "Authority,Conferences attended by count,Notes on the year",
    ],
)
def test_what_a_column_says_about_people_is_not_who_they_are(head: str) -> None:
    assert columns(head) == ([], None, None)


def test_the_year_of_a_conference_is_no_conference() -> None:
    assert columns("Authors,Journal issue,Conference Year") == (["Ana Roca"], None, 2020)


@pytest.mark.parametrize("head", ["Venue & Year", "Conference/Year", "Journal, year"])
def test_a_column_of_venues_and_their_years_is_one_of_venues(head: str) -> None:
    text = f'Title,Authors,"{head}"\n{COLD},Ana Roca,Nature 2019\n'
    (entry,) = formats.read(Document(path="papers.csv", text=text)).entries
    assert entry.venue
    assert entry.year
    assert (entry.venue.text, entry.year.value) == ("Nature", 2019)


def test_a_whole_heading_is_worth_more_than_a_word_of_one() -> None:
    text = f"First Author,Title,Authors\nAna Roca,{COLD},Bo Li\n"
    (entry,) = formats.read(Document(path="papers.csv", text=text)).entries
    assert entry.authors
    assert [name.text for name in entry.authors.names] == ["Bo Li"]
