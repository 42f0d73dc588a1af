"""arXiv: batches, phrases, feeds old and new, and what authors type."""

from html import escape

import pytest

from pipeline.sources import arxiv
from pipeline.sources.protocol import AskFewerError, Request, SourceFormatError
from pipeline.values.identifiers import parsed
from pipeline.values.question import Query
from pipeline.values.work import PartialDate, Person, Stage
from tests.edge.questions import by_id, by_title

ERROR = (
    "<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title>"
    "<summary>incorrect id format for abc</summary>"
    "<author><name>arXiv api core</name></author></entry>"
)


def entry(number: str = "2301.99999v2", title: str = "Moss and fern", more: str = "") -> str:
    return (
        f"<entry><id>http://arxiv.org/abs/{number}</id><title>{escape(title)}</title>"
        "<updated>2023-09-01T00:00:00Z</updated><published>2023-01-31T10:00:00Z</published>"
        f"<summary>Long.</summary>{more}<author><name>Mara Lindqvist</name></author></entry>"
    )


def feed(*entries: str, total: int | None = None) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:arxiv="http://arxiv.org/schemas/atom" '
        'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>q</title>'
        f"<opensearch:totalResults>{len(entries) if total is None else total}"
        f"</opensearch:totalResults>{''.join(entries)}</feed>"
    )


def ids(*numbers: str) -> list[Query]:
    return [by_id("arxiv", f"arxiv:{number}").query for number in numbers]


def payload(text: str) -> str:
    queries = ids("2301.99999")
    return arxiv.split(Request(path="/", queries=tuple(queries)), feed(text))[queries[0]].payloads[
        0
    ]


@pytest.mark.parametrize(
    "twice", ["<id>http://arxiv.org/abs/2101.00001v1</id>", "<title>Another</title>"]
)
def test_an_entry_that_is_two_papers_is_neither(twice: str) -> None:
    double = entry().replace("</entry>", f"{twice}</entry>")
    assert double != entry()
    with pytest.raises(SourceFormatError):
        arxiv.split(Request(path="/", queries=tuple(ids("2301.99999"))), feed(double))


def test_a_hundred_ids_go_in_one_request_which_says_how_many() -> None:
    requests = arxiv.requests(ids(*(f"2105.{n:05d}" for n in range(1, 151))))
    assert [len(request.queries) for request in requests] == [100, 50]
    assert dict(requests[0].params)["max_results"] == "100", "ten come back if it is left out"


@pytest.mark.parametrize("lost", ["", "M\ufffdss and f\ufffdrn", " "])
def test_an_entry_that_lost_its_title_may_be_the_one_that_was_searched_for(lost: str) -> None:
    moss, walls = (by_title("arxiv", title).query for title in ("Moss and fern", "Walls at dawn"))
    request = Request(path="/", queries=(moss, walls))
    shares = arxiv.split(request, feed(entry(title=lost), entry("2301.99998v1", "Walls at dawn")))
    assert shares[moss].doubt == "sent an entry without its whole title"
    assert shares[walls].payloads
    assert moss not in arxiv.split(request, feed(entry("2301.99998v1", "Walls at dawn")))


def test_a_neighbour_found_besides_is_not_what_lost_its_title() -> None:
    titles = ("Alpine orchards across nine valleys", "Thermal salmon across nine valleys")
    queries = [by_title("arxiv", title).query for title in titles]
    request = Request(path="/", queries=tuple(queries))
    salmon = entry("2301.99998v1", titles[1])
    shares = arxiv.split(request, feed(entry(title="Error"), salmon))
    assert (bool(shares[queries[0]].doubt), bool(shares[queries[1]].payloads)) == (True, True)
    assert not arxiv.split(request, feed(entry(title=titles[0]), salmon))[queries[0]].doubt


def test_an_entry_without_a_word_that_was_searched_for_is_nobodys_absence() -> None:
    """Whatever is called so may be what was searched for; where a word fits, it is a neighbour."""
    moss, walls = (by_title("arxiv", title).query for title in ("Moss and fern", "Walls at dawn"))
    request = Request(path="/", queries=(moss, walls))
    dawn = entry("2301.99998v1", "Walls at dawn")
    shares = arxiv.split(request, feed(entry(title="Editorial"), dawn))
    assert shares[moss].doubt == "sent an entry that was not searched for"
    assert shares[walls].payloads
    assert moss not in arxiv.split(request, feed(entry(title="Ferns of moss"), dawn))


def test_titles_go_together_as_phrases() -> None:
    queries = [
        by_title("arxiv", 'War AND Peace: "TeX" $x^2$ (part 1)').query,
        by_title("arxiv", "Moss and fern at dawn").query,
    ]
    (request,) = arxiv.requests(queries)
    search = dict(request.params)["search_query"]
    assert search == 'ti:"War AND Peace: TeX x 2 (part 1)" OR ti:"Moss and fern at dawn"'


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        pytest.param("Étude of Müller’s naïve moss", "Étude of Müller’s naïve moss", id="accents"),
        pytest.param("Saturn's rings at 1.5 GHz", "Saturn's rings at 1.5 GHz", id="no break"),
        pytest.param(r"K\"ahler moss, \'etude", "Kähler moss, étude", id="TeX accents"),
        pytest.param(r"The $\alpha$-decay of {Moss}", "The alpha -decay of Moss", id="TeX"),
        pytest.param("H_2O and moss*", "H 2O and moss", id="marks"),
        pytest.param('A "moss" \\" fern', "A moss fern", id="no quote within the quotes"),
        pytest.param("苔 and 羊歯", "苔 and 羊歯", id="other scripts"),
    ],
)
def test_a_phrase_has_the_letters_of_the_title(title: str, phrase: str) -> None:
    """arXiv's index keeps accents, and breaks neither "Saturn's" nor "1.5"."""
    (request,) = arxiv.requests([by_title("arxiv", title).query])
    assert dict(request.params)["search_query"] == f'ti:"{phrase}"'


def test_a_second_look_takes_words_with_and_without_their_accents() -> None:
    (again,) = arxiv.again([by_title("arxiv", "Müller's moss at 1.5 GHz").query])
    term = dict(again.params)["search_query"]
    assert """(ti:"müller's" OR ti:"muller's")""" in term
    assert 'ti:"1.5"' in term


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Moss fern", '((ti:"moss" AND ti:"fern"))'),
        ("Étude", '(((ti:"étude" OR ti:"etude")))'),
        ("Moss", ""),
        ("The moss", '((ti:"moss"))'),
    ],
)
def test_a_short_title_has_a_second_look_by_its_words(title: str, term: str) -> None:
    found = arxiv.again([by_title("arxiv", title).query])
    assert [dict(one.params)["search_query"] for one in found] == ([term] if term else [])


def test_many_titles_stay_below_the_length_that_is_refused() -> None:
    from urllib.parse import urlencode

    queries = [
        by_title("arxiv", f"{'very long words about mosses ' * 6} {n}").query for n in range(60)
    ]
    requests = arxiv.requests(queries) + arxiv.again(queries)
    assert max(len(urlencode(request.params)) for request in requests) < 4_000


def test_a_title_of_one_or_two_words_is_asked_for_by_itself() -> None:
    """It finds so much that it would push the others off the page."""
    queries = [by_title("arxiv", t).query for t in ("Moss", "The", "Long titles tell more", "It")]
    assert all(map(arxiv.accepts, queries))
    assert [len(request.queries) for request in arxiv.requests(queries)] == [1, 1, 1, 1]
    assert not arxiv.accepts(by_title("arxiv", "?!").query)
    assert arxiv.again(queries[-1:]) == []


def test_entries_are_told_apart_by_id_without_version() -> None:
    queries = ids("2301.99999", "hep-th/9901001", "2301.00001")
    body = feed(entry("hep-th/9901001v1", "Old"), entry())
    shares = arxiv.split(Request(path="/", queries=tuple(queries)), body)
    assert [arxiv.read(shares[query].payloads[0]).title for query in queries[:2]] == [
        "Moss and fern",
        "Old",
    ]
    assert queries[2] not in shares


def test_titles_are_told_apart_by_their_words() -> None:
    moss, tide = (
        by_title("arxiv", "Moss genomes at dawn").query,
        by_title("arxiv", "Tidal memory of sensors").query,
    )
    request = arxiv.requests([moss, tide])[0]
    body = feed(
        entry("2301.00001v1", "Tidal memory in sensors"),
        entry("2301.00002v1", "Moss genomes at dawn"),
        entry("2301.00003v1", "Something else entirely"),
    )
    shares = arxiv.split(request, body)
    assert {q: [arxiv.read(p).title for p in s.payloads] for q, s in shares.items()} == {
        moss: ["Moss genomes at dawn"],
        tide: ["Tidal memory in sensors"],
    }


def test_more_titles_found_than_came_are_asked_in_halves() -> None:
    queries = [by_title("arxiv", f"{one} of northern shores").query for one in ("Moss", "Tides")]
    request = arxiv.requests(queries)[0]
    with pytest.raises(AskFewerError):
        arxiv.split(request, feed(entry(), total=900))
    lone = arxiv.requests(queries[:1])[0]
    arxiv.split(lone, feed(entry(), total=900))


def test_an_error_entry_is_no_paper_titled_error() -> None:
    """With status 400 now and 200 in older descriptions; one bad id spoils the list."""
    with pytest.raises(AskFewerError):
        arxiv.split(Request(path="/", queries=tuple(ids("2301.99999", "2301.00001"))), feed(ERROR))
    with pytest.raises(SourceFormatError):
        arxiv.split(Request(path="/", queries=tuple(ids("2301.99999"))), feed(ERROR))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rate exceeded.",
        "<html></html>",
        "{}",
        "<feed>",
        "<feed/>",
        '<!DOCTYPE x [<!ENTITY a "aa">]><feed>&a;</feed>',
    ],
)
def test_whatever_is_no_feed_is_no_absence(text: str) -> None:
    with pytest.raises(SourceFormatError):
        arxiv.split(Request(path="/", queries=tuple(ids("2301.99999"))), text)


def test_ids_are_not_looked_for_in_other_words() -> None:
    assert arxiv.again(ids("2301.99999", "2301.00001")) == []


def test_a_title_that_no_phrase_finds_is_searched_by_its_longest_words() -> None:
    query = by_title("arxiv", "Lookbak prophet moss").query
    (again,) = arxiv.again([query])
    assert dict(again.params)["search_query"] == (
        '((ti:"prophet" AND ti:"moss") OR (ti:"lookbak" AND ti:"moss")'
        ' OR (ti:"lookbak" AND ti:"prophet"))'
    )


def test_the_accents_of_tex_are_undone() -> None:
    """Titles come as their authors typed them."""
    text = entry(title=r"Exposici\'on of {\o}re and na\"{\i}ve $\nu$ mo\ss").replace(
        "Mara Lindqvist", r"Jos\'e Mu\~noz"
    )
    work = arxiv.read(payload(text))
    assert work.title == r"Exposición of øre and naïve $\nu$ moß"
    assert work.authors == (Person(family="Muñoz", given="José"),)


def test_a_whole_entry() -> None:
    more = (
        "<arxiv:comment>Accepted at MOSS 2023,\n  12 pages</arxiv:comment>"
        "<arxiv:journal_ref>J. Moss 4 (2024) 1</arxiv:journal_ref>"
        "<arxiv:doi>10.9999/X.1 10.9999/y</arxiv:doi>"
        "<author><name>MOSS Collaboration</name></author>"
    )
    work = arxiv.read(payload(entry(title="Moss\n  and fern", more=more)))
    assert work.title == "Moss and fern"
    assert work.authors == (
        Person(literal="MOSS Collaboration"),
        Person(family="Lindqvist", given="Mara"),
    )
    assert work.issued == PartialDate(year=2023, month=1, day=31), "the first version's day"
    assert work.dates[-1] == PartialDate(year=2023, month=9, day=1), "the last version's day"
    assert (work.container_title, work.stage, work.type) == ("arXiv", Stage.PREPRINT, "article")
    assert work.identifiers == (parsed("arxiv:2301.99999"),)
    assert work.preprint_of == (parsed("doi:10.9999/x.1"), parsed("doi:10.9999/y"))
    assert work.comment == "Accepted at MOSS 2023, 12 pages\njournal_ref: J. Moss 4 (2024) 1"
    assert work.notices == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("https://doi.org/10.9999/a", ["doi:10.9999/a"], id="an address"),
        pytest.param("doi:10.9999/a.", ["doi:10.9999/a"], id="a prefix and a stop"),
        pytest.param("to appear", [], id="text"),
        pytest.param("10.48550/arXiv.2301.99999", [], id="arXiv's own"),
    ],
)
def test_the_publishers_doi_is_what_authors_typed(typed: str, found: list[str]) -> None:
    work = arxiv.read(payload(entry(more=f"<arxiv:doi>{typed}</arxiv:doi>")))
    assert [str(one) for one in work.preprint_of] == found


@pytest.mark.parametrize(
    ("comment", "withdrawn"),
    [
        ("This paper has been withdrawn by the authors due to an error in Lemma 2", True),
        ("Withdrawn", True),
        ("Accepted at MOSS. Not withdrawn", False),
        ("We withdraw nothing", False),
        ("", False),
    ],
)
def test_a_withdrawal_is_said_in_the_comment(comment: str, withdrawn: bool) -> None:  # noqa: FBT001
    work = arxiv.read(payload(entry(more=f"<arxiv:comment>{comment}</arxiv:comment>")))
    assert [(n.kind, n.source, n.text) for n in work.notices] == (
        [("withdrawal", "arxiv", comment)] if withdrawn else []
    )
