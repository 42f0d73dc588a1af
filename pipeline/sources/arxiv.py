"""arXiv: preprints with all their versions' first and last days, comments and journal references.

Documentation: https://info.arxiv.org/help/api/user-manual.html. Example:
https://export.arxiv.org/api/query?id_list=2306.15006&max_results=1. Authoritative for the preprint
itself. Known to get wrong: the publisher's DOI (typed by authors), the venue (a free comment), and
now and then a page comes back empty although it should not.
"""

from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element, tostring

from pipeline.sources import arxiv_entry, wants
from pipeline.sources.arxiv_entry import ATOM, id_text, own, title
from pipeline.sources.batches import batches, by_scheme, encoded_length
from pipeline.sources.bodies import text_of, whole, xml_of
from pipeline.sources.protocol import (
    DAMAGED,
    Policy,
    Request,
    Share,
    SourceFormatError,
    unanswered,
)
from pipeline.sources.searching import as_written, indexed, spared, telling, unaccented
from pipeline.values.identifiers import Identifier
from pipeline.values.question import ByCitation, ById, Query
from pipeline.values.small_words import small_words

NAME = "arxiv"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://export.arxiv.org",
    per_second=1 / 3.05,  # one in three seconds over all machines, counted from answer to request
    in_flight=1,
    pool="arxiv",
    fresh_s=30 * DAY_S,
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
    after_answer=True,
    empty_by_mistake=True,
    back_off_s=30.0,  # it refuses for minutes and never says for how long
    keeps=4,  # the abstract, where it may tell of a withdrawal, in more words than before
)

MOST_IDS = 100
MOST_TITLES = 20
MOST_BYTES = 3_000
"""Encoded length of a search; 414 was met a little above 4,000."""
ROWS_PER_TITLE = 10
TELLING = 3
"""Titles of fewer telling words find so much that they are asked for one by one."""
CLOSE_ENOUGH = 0.6
"""Least share of a title's words that a found title must have to be an answer to it: half of the
words are what the search itself asks for."""

_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_SMALL = small_words("searches", "questions")

read = arxiv_entry.read


def accepts(query: Query) -> bool:
    """Ids of arXiv, and citations."""
    if isinstance(query, ByCitation):
        return bool(_words(query.title))
    return isinstance(query, ById) and query.identifier.scheme == "arxiv"


def requests(queries: Sequence[Query]) -> list[Request]:
    """Ids by hundreds, titles by twenties: each request costs three seconds."""
    by_number = [_by_id(batch) for batch in batches(by_scheme(queries, "arxiv"), most=MOST_IDS)]
    titles = [query for query in queries if isinstance(query, ByCitation)]
    short = [query for query in titles if len(_words(query.title)) < TELLING]
    long = [query for query in titles if query not in short]
    alone = [request for query in short for request in _searches([query], _phrase)]
    return by_number + _searches(long, _phrase) + alone


def again(missing: Sequence[Query]) -> list[Request]:
    """Titles that no phrase found by their longest words: a phrase bears no misspelt word.

    Short ones by all their words, each alone; nothing is gained by a word that was the phrase.
    """
    titles = [query for query in missing if isinstance(query, ByCitation)]
    long = [citation for citation in titles if len(_words(citation.title)) >= TELLING]
    short = [citation for citation in titles if citation not in long and _word_by_word(citation)]
    alone = [request for query in short for request in _searches([query], _words_term)]
    return _searches(long, _words_term) + alone


def _word_by_word(query: ByCitation) -> bool:
    words = indexed(query.title)
    return len(words) > 1 or any(unaccented(word) != word for word in words)


def _by_id(batch: Sequence[ById]) -> Request:
    return Request(
        path="/api/query",
        params=(
            ("id_list", ",".join(query.identifier.value for query in batch)),
            ("max_results", str(len(batch))),  # ten if left out
        ),
        queries=tuple(batch),
        accept="xml",
    )


def _searches(titles: Sequence[ByCitation], term: Callable[[ByCitation], str]) -> list[Request]:
    return [
        Request(
            path="/api/query",
            params=(
                ("search_query", " OR ".join(map(term, batch))),
                ("max_results", str(ROWS_PER_TITLE * len(batch) + 20)),
            ),
            queries=tuple(batch),
            accept="xml",
        )
        for batch in batches(
            titles,
            most=MOST_TITLES,
            room=MOST_BYTES,
            size=lambda citation: encoded_length(term(citation)) + 4,
        )
    ]


def _words(title: str) -> list[str]:
    return telling(title, _SMALL)


def _phrase(query: ByCitation) -> str:
    """A title as a phrase, in which operators, colons and TeX are only words.

    arXiv's index has letters with their accents, and does not break "Saturn's" nor "1.5".
    """
    return f'ti:"{" ".join(as_written(query.title).split()[:24])}"'


def _words_term(query: ByCitation) -> str:
    """A title as a search that bears a misspelt word; see ``spared``.

    Each word is quoted and has its own field: ``ti:two words`` asks for the second word everywhere,
    and an unquoted AND is an operator.
    """
    words = [word for word in indexed(query.title) if len(word) > 1 and word not in _SMALL]
    groups = spared(words or indexed(query.title), most=8)
    joined = (" AND ".join(map(_word, group)) for group in groups)
    return "(" + " OR ".join(f"({group})" for group in joined) + ")"


def _word(word: str) -> str:
    """A word, and without its accents if it has any: who wrote the list may have left them out."""
    bare = unaccented(word)
    return f'ti:"{word}"' if bare == word else f'(ti:"{word}" OR ti:"{bare}")'


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """Whose entries are whose: by id without version, or by the words of the title.

    Raises:
        AskFewerError: one of several ids was refused, more titles were found than came, or an
            entry says twice what it is.
        SourceFormatError: the body is no feed, or reports an error.

    """
    feed = xml_of(body, NAME)
    entries = feed.findall(f"{ATOM}entry")
    if feed.tag != f"{ATOM}feed":
        raise SourceFormatError("arxiv: no feed")
    if any("/api/errors" in id_text(entry) for entry in entries):
        # An error is an entry titled "Error", with status 400 now and 200 formerly; one malformed
        # id spoils the whole list.
        raise unanswered(request, "arxiv: an error instead of a feed")
    if _cut(request, feed, len(entries)):
        raise unanswered(request, "arxiv: more was found than came")
    if any(map(_double, entries)):
        raise unanswered(request, "arxiv: an entry is two papers")
    known = [(entry, own(entry), set(_words(title(entry)))) for entry in entries]
    odd = _odd(request, known)
    shares: dict[Query, Share] = {}
    for query in request.queries:
        fitting = _fitting(query, known)
        if odd and isinstance(query, ByCitation) and not _has_all(query, fitting):
            shares[query] = Share(doubt=odd)
        elif fitting:
            shares[query] = Share(payloads=tuple(_payload(entry) for entry in fitting[:5]))
    return shares


def _odd(request: Request, known: "Sequence[_Known]") -> str:
    """Why an entry may be one that was searched for, though nothing of it shows; empty if none is.

    Whoever searched has no entry without any word of any of the titles.
    """
    if any(_worn(entry) for entry, _, _ in known):
        return "sent an entry without its whole title"
    titles = [query.title for query in request.queries if isinstance(query, ByCitation)]
    asked = {word for text in titles for word in _words(text)}
    if titles and any(not asked & words for _, _, words in known):
        return "sent an entry that was not searched for"
    return ""


def _has_all(query: ByCitation, fitting: Sequence[Element]) -> bool:
    """Whether an entry has every word of the title; a neighbour's title has most of them."""
    asked = set(_words(query.title))
    return any(asked <= set(_words(title(entry))) for entry in fitting)


def _double(entry: Element) -> bool:
    """An entry that says twice what it is."""
    return any(len(entry.findall(f"{ATOM}{name}")) > 1 for name in ("id", "title"))


def _worn(entry: Element) -> bool:
    """An entry whose title was lost: it may be the one that was searched for."""
    return not wants.title(title(entry)) or DAMAGED in title(entry)


def _cut(request: Request, feed: Element, came: int) -> bool:
    """Whether the page lacks what the feed itself counts; one title alone may find any number."""
    text = text_of(feed, _TOTAL)
    total = whole(text)
    title = isinstance(request.queries[0], ByCitation) and len(request.queries) == 1
    return not title and (bool(text) if total is None else total > came)


_Known = tuple[Element, Identifier | None, set[str]]


def _fitting(query: Query, known: Sequence[_Known]) -> list[Element]:
    if isinstance(query, ById):
        return [entry for entry, own, _ in known if own == query.identifier][:1]
    if not isinstance(query, ByCitation):
        return []
    asked = set(_words(query.title))
    rated = [
        (len(asked & words) / max(len(asked), 1), len(words), entry) for entry, _, words in known
    ]
    close = [rating for rating in rated if rating[0] >= CLOSE_ENOUGH]
    return [entry for _, _, entry in sorted(close, key=lambda rating: (-rating[0], rating[1]))]


def _payload(entry: Element) -> str:
    arxiv_entry.without_abstract(entry)
    return tostring(entry, encoding="unicode")
