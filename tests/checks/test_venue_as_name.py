"""The first word of a venue that was read as the last author accuses nobody of naming too many."""

import pytest

from pipeline import formats
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.entry import Document, Entry, Name
from pipeline.values.settings import Settings
from pipeline.values.text import Span, Written
from tests.shelf import changed, listed, shelf


def misread(text: str, entry: Entry, name: str, venue: str) -> Entry:
    """The entry as if that word were a name, and the words behind it the venue."""
    start, end = text.index(name), text.index(venue)
    more = Name(text=name, family=name, span=Span(start=start, end=start + len(name)))
    place = Written(text=venue, raw=venue, span=Span(start=end, end=end + len(venue)))
    assert entry.authors is not None
    names = (*entry.authors.names, more)
    return entry.but(authors=entry.authors.but(names=names), venue=place)


@pytest.mark.parametrize(
    ("written", "name", "venue", "said"),
    [
        (", Almanac of Informatics, 2022", "Almanac", "Informatics", False),
        (", Olga Strand. *Nature Methods*, 2022", "Olga Strand", "Nature Methods", True),
    ],
)
def test_a_name_that_runs_on_into_the_venue_is_part_of_it(
    written: str, name: str, venue: str, *, said: bool
) -> None:
    text = listed(changed("moss", ". *Nature Methods*, 2022", written), "tides", "ferns")
    reading = formats.read(Document(path="list.md", text=text))
    first, *rest = reading.entries
    names = [n for n in first.authors.names if n.text != name] if first.authors else []
    bare = first.but(authors=first.authors.but(names=tuple(names))) if first.authors else first
    again = reading.but(entries=(misread(text, bare, name, venue), *rest))
    done = audit([again], Library(), Outside(shelf().ask), Settings())
    codes = {finding.code for finding in done.audited[0].findings}
    assert ("authors-extra" in codes) == said
