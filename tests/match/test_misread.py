"""The entry's own words are heard before our reading of them accuses anybody."""

from datetime import UTC, datetime

import pytest

from pipeline import formats
from pipeline.match import misread
from pipeline.match.situation import Situation
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Status
from pipeline.values.entry import Document, Entry
from pipeline.values.finding import Severity
from pipeline.values.question import ByCitation, Found, Inquiry, Question, Reply
from pipeline.values.settings import Settings
from pipeline.values.text import Span, Written
from pipeline.values.work import Candidate, Person, Provenance, Work
from tests.benchmarks.accuracy.corpus import Author, Corpus, Row
from tests.benchmarks.accuracy.world import World

PLACE = "https://doi.org/10.99999/moss.1"


def entry(line: str) -> Entry:
    return formats.read(Document(path="list.md", text=f"# Moss\n\n- {line}\n")).entries[0]


def line(people: str) -> str:
    title = "Slow growth of moss on northern roofs"
    return f"**{title}.** {people}. **Annals of Moss**. [[Link]]({PLACE})"


@pytest.mark.parametrize(
    ("people", "missing"),
    [
        pytest.param("Ada Wang, H. and Tom Lin", "Han", id="letters of two words make no name"),
        pytest.param("Weijian Roe, Bo Stone", "Ji", id="a short name inside a longer one"),
        pytest.param("Xia Li, Bo Stone", "Li", id="the other of two that bear one name"),
    ],
)
def test_a_missing_author_is_not_heard_in_the_names_of_others(people: str, missing: str) -> None:
    text = line(people)
    read = entry(text)
    assert read.authors
    assert not misread.names_people(text, read, [Person(family=missing)])


@pytest.mark.parametrize(
    ("people", "missing"),
    [
        pytest.param("Ada Wang, Bo Stone", "Stone", id="as we read it"),
        pytest.param("Ada Wang and by courtesy Ji", "Ji", id="a short name as a word"),
        pytest.param("Ada WangBo Stonehouse", "Wang", id="names run together"),
    ],
)
def test_an_author_who_stands_in_the_entry_and_was_not_read_is_heard(
    people: str, missing: str
) -> None:
    text = line(people)
    read = entry(text).but(authors=None)
    assert misread.names_people(text, read, [Person(family=missing)])


@pytest.mark.parametrize(
    ("missing", "heard"),
    [(["Stone", "Roe", "van den Berg"], True), (["Stone", "Hill", "Low"], False)],
)
def test_most_of_the_missing_authors_have_to_be_heard(missing: list[str], *, heard: bool) -> None:
    text = line("Ada Wang; 2. Bo Stone; 3. Cy Roe; 4. G. v. d. Berg")
    read = entry(text).but(authors=None)
    people = [Person(family=family) for family in missing]
    assert misread.names_people(text, read, people) is heard


def test_a_title_that_runs_on_into_the_venue_gives_the_venue() -> None:
    read = entry(line("Ada Wang, Bo Stone"))
    assert read.title
    longer = read.but(title=read.title.but(text=f"{read.title.text}. eMossLetters"))
    assert misread.ends_title(longer, ["eMossLetters"])
    assert not misread.ends_title(read, ["eMossLetters"])
    assert not misread.ends_title(read, ["Roofs"])


ROW = Row(
    id="moss", title="Slow growth of moss on northern roofs", doi="10.99999/moss.1", year=2019,
    authors=(Author(given="Ada", family="Wang"), Author(given="Bo", family="Stone")),
    container_title="Moss & Roof Management",
)  # fmt: skip
WORLD = Outside(World(corpus=Corpus(rows=(ROW,))).ask)


def codes(text: str) -> list[str]:
    """What is found above notice in a list of one entry, whose work the world knows."""
    reading = formats.read(Document(path="list.md", text=text))
    world = World(corpus=Corpus(rows=(ROW,)))
    outcome = audit((reading,), Library(), Outside(world.ask), Settings())
    assert [a.status for a in outcome.audited] == [Status.RESOLVED]
    found = outcome.audited[0].findings
    return [f.code for f in found if f.severity is not Severity.NOTICE]


def test_a_venue_that_was_read_as_authors_accuses_nobody() -> None:
    """“Moss & Roof Management” alone behind the title: a pair of names by its look."""
    text = f"- [{ROW.title}]({PLACE}). *Moss & Roof Management*, 2019.\n"
    assert "authors-differ" not in codes(text)
    assert "authors-differ" in codes(f"- [{ROW.title}]({PLACE}). Tom Reed & Roy Hill, 2019.\n")


def test_a_venue_in_a_doi_is_not_named_by_the_entry() -> None:
    raw = "@article{a, title = {Moss}, journal = {Roofs}, doi = {10.99999/annalsofmoss/btx674}}"
    read = entry(line("Ada Wang, Bo Stone"))
    assert not misread.names_venue(raw, read.but(venue=None), ["Annals of Moss"])
    assert misread.names_venue(raw + " Annals of Moss", read.but(venue=None), ["Annals of Moss"])


@pytest.mark.parametrize(
    ("title", "same"),
    [
        pytest.param(f"{ROW.title}. II", False, id="its sequel"),
        pytest.param(f"Reply to: {ROW.title}", False, id="a reply to it"),
        pytest.param(f"12. {ROW.title}", True, id="a number of the list"),
        pytest.param(f"{ROW.title} of old churches", False, id="a longer title"),
    ],
)
def test_a_title_of_another_work_that_holds_this_one_is_not_misread(
    title: str, *, same: bool
) -> None:
    """ "... sparse gardens. II" with its own link was led to the first part."""
    text = f"- [{title}](https://example.org/a). Ada Wang, Bo Stone. *Annals of Moss*, 2019.\n"
    reading = formats.read(Document(path="list.md", text=text))
    outcome = audit((reading,), Library(), WORLD, Settings())
    assert len(outcome.audited) == 1
    assert (outcome.audited[0].status is Status.RESOLVED) is same


def test_half_of_an_invented_title_is_no_title() -> None:
    """ "REDIportal: a comprehensive database of Treatment of Brachioradial Pruritus"."""
    text = (
        f"- **Roofbase: a comprehensive database of sensors for {ROW.title}.** Tom Reed & Roy "
        f"Hill. *Annals of Moss*, {ROW.year}.\n"
    )
    reading = formats.read(Document(path="list.md", text=text))
    outcome = audit((reading,), Library(), WORLD, Settings())
    assert [each.status for each in outcome.audited] == [Status.NOT_FOUND]


@pytest.mark.parametrize(
    ("before", "title", "taken"),
    [
        pytest.param("Surveys of mosses and lichens: ", "Past, present, and future", False,
                     id="words that end many titles"),
        pytest.param("12. ", ROW.title, True, id="a telling title behind what is none"),
    ],
)  # fmt: skip
def test_the_last_words_of_a_title_are_a_work_s_only_if_they_tell_it(
    before: str, title: str, *, taken: bool
) -> None:
    """ "A Survey on Open-Vocabulary Detection ...: Past, Present, and Future" is none of 1990."""
    written = Written(text=f"{before}{title}", raw=f"{before}{title}", span=Span(start=0, end=1))
    read = entry(f"**{ROW.title}**. [[Link]]({PLACE})").but(title=written, mentions=(), links=())
    said = Provenance(source="crossref", url="", retrieved=datetime(2026, 1, 1, tzinfo=UTC))
    found = Found(candidates=(Candidate(work=Work(title=title), provenance=said),))
    question = Question(source="crossref", query=ByCitation(title=written.text))
    replies = (Reply(question=question, answer=found),)
    inquiry = Inquiry(entry=read, raw=written.text, replies=replies)
    assert Situation(inquiry=inquiry).match.sure is taken
