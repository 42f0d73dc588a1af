"""An arXiv entry in our words.

Format: https://info.arxiv.org/help/api/user-manual.html, section 3.3. Read by namespace and
name: the order changed in 2025.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pipeline.sources import notices, withdrawals
from pipeline.sources.batches import merged
from pipeline.sources.bodies import text_of, texts_of, xml_of
from pipeline.sources.dates import iso_date, sorted_dates
from pipeline.sources.outline import MOST_NAMES, Outline
from pipeline.sources.people import beginning, byline, from_display
from pipeline.sources.plain import plain
from pipeline.sources.protocol import SourceFormatError
from pipeline.sources.tex import undone
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.work import Notice, PartialDate, Person, Stage, Work

ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"

LONGEST_STATEMENT = 400
"""Characters that are told of a statement of withdrawal."""


def id_text(entry: Element) -> str:
    """The address that an entry gives as its id; an error's is of another kind."""
    return text_of(entry, f"{ATOM}id")


def own(entry: Element) -> Identifier | None:
    """The arXiv id; the answer's always has a version."""
    _, _, tail = id_text(entry).partition("/abs/")
    return identifier("arxiv", tail)


def title(entry: Element) -> str:
    """The title on one line, TeX's accents undone; old feeds wrap it."""
    return undone(plain(text_of(entry, f"{ATOM}title")))


def read(payload: str) -> Work:
    """One entry as a preprint; comment and journal reference are kept as ``comment``.

    The journal reference comes last, behind "journal_ref: ", on a line of its own.

    Raises:
        SourceFormatError: it is no entry with an arXiv id.

    """
    return work(xml_of(payload, "arxiv"))


def work(entry: Element) -> Work:
    """One entry, opened.

    Raises:
        SourceFormatError: it is no entry with an arXiv id.

    """
    known = _own(entry)
    issued, days = _dates(entry)
    reference = plain(text_of(entry, f"{ARXIV}journal_ref"))
    comment = plain(text_of(entry, f"{ARXIV}comment"))
    bare, mark = notices.from_title(title(entry))
    return Work(
        title=bare,
        authors=byline(_people(entry)),
        container_title="arXiv",
        issued=issued,
        dates=days,
        type="article",
        stage=Stage.PREPRINT,
        identifiers=(known,),
        publisher="arXiv",
        preprint_of=_published_as(entry),
        notices=_withdrawn(entry, comment, bare) or mark,
        comment="\n".join(filter(None, [comment, reference and f"journal_ref: {reference}"])),
        url=known.url,
    )


def outline(entry: Element) -> Outline:
    """What the paper of an opened entry is looked for by.

    Raises:
        SourceFormatError: it is no entry with an arXiv id.

    """
    known = _own(entry)
    issued, days = _dates(entry)
    bare, _ = notices.from_title(title(entry))
    return Outline(bare, (known,), beginning(_people(entry), MOST_NAMES), issued, days)


def _own(entry: Element) -> Identifier:
    known = own(entry)
    if known is None:
        raise SourceFormatError("arxiv: an entry without an id")
    return known


def _dates(entry: Element) -> tuple[PartialDate | None, tuple[PartialDate, ...]]:
    """The day of the first version, and that of the last with it."""
    first, last = (iso_date(text_of(entry, ATOM + name)) for name in ("published", "updated"))
    return first, sorted_dates((first, last))


def _people(entry: Element) -> Iterator[Person | None]:
    for name in texts_of(entry, f"{ATOM}author/{ATOM}name"):
        yield from_display(undone(name))


def _published_as(entry: Element) -> tuple[Identifier, ...]:
    """The publisher's DOI as authors typed it: sometimes several, sometimes with text around."""
    typed = [word for text in texts_of(entry, f"{ARXIV}doi") for word in text.split()]
    cleaned = (word.rpartition("doi.org/")[2].removeprefix("doi:").rstrip(".,;") for word in typed)
    identifiers = merged([identifier("doi", word) for word in cleaned])
    return tuple(doi for doi in identifiers if doi.scheme == "doi")


def without_abstract(entry: Element) -> None:
    """Leave the abstract out, unless it may be what says that the paper was withdrawn."""
    for summary in entry.findall(f"{ATOM}summary"):
        if not withdrawals.may_tell(text_of(summary)):
            summary.clear()


def _withdrawn(entry: Element, comment: str, bare: str) -> tuple[Notice, ...]:
    """The notice of a withdrawn paper, which stands in its comment or instead of its abstract."""
    summary = plain(text_of(entry, f"{ATOM}summary"))
    version = re.search(r"v(\d{1,4})$", id_text(entry))
    text = withdrawals.statement(summary, comment, int(version[1]) if version else 0)
    text = text or (bare if withdrawals.of_title(bare) else "")
    notice = notices.notice_of("withdrawal", source="arxiv", text=text[:LONGEST_STATEMENT])
    return (notice,) if text and notice else ()
