"""An entry under another year's heading: taken out where it stands, put where its year does."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from pipeline import formats
from pipeline.values.audit import Audited
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.text import Edit, Span, apply
from pipeline.values.work import Work
from pipeline.write.insertion import inserted
from pipeline.write.kept_encoding import unrepaired
from pipeline.write.section_choice import SectionError, section_for


class NotMovedError(Exception):
    """The entry cannot be moved for sure; the message says why."""


class Moves(NamedTuple):
    """What becomes of entries that are to move."""

    text: str
    """The list after those that can."""
    made: frozenset[str] = frozenset()
    """Ids of the entries that moved."""
    stuck: tuple[str, ...] = ()
    """Why the others cannot, a sentence each."""
    failures: Mapping[str, Failure] = MappingProxyType({})
    """Entry id -> what of ours broke."""


def moved(document: Document, wanted: Sequence[Audited]) -> Moves:
    """The list after each of these entries stands in the section of its work's year, if it can.

    ``document`` is the list after all other fixes: entries are found again by their lines.
    """
    done = guarded("write", _attempt, document, wanted)
    if isinstance(done, str):
        return Moves(done, frozenset(audited.entry.id for audited in wanted))
    made, stuck, failures = list[Audited](), list[str](), dict[str, Failure]()
    after = document.text
    for audited in wanted:
        done = guarded("write", _attempt, document, [*made, audited])
        if isinstance(done, Failure):
            failures[audited.entry.id] = done
        elif isinstance(done, NotMovedError):
            stuck.append(f"{done}; move that entry by hand.")
        else:
            made, after = [*made, audited], done
    return Moves(after, frozenset(audited.entry.id for audited in made), tuple(stuck), failures)


def _attempt(document: Document, wanted: Sequence[Audited]) -> str | NotMovedError:
    try:
        return _all_moved(document, wanted)
    except NotMovedError as error:
        return error


def _all_moved(document: Document, wanted: Sequence[Audited]) -> str:
    """The list's text after all of them moved.

    Raises:
        NotMovedError: there is no one section of that year, or the list, read again, does not hold
            the same entries.

    """
    before, path, text = formats.read(document), document.path, document.text
    places = [audited.entry.line for audited in wanted]
    here = {entry.line: entry for entry in before.entries}
    for line, audited in zip(places, wanted, strict=True):
        entry, paper = here.get(line), audited.paper
        if entry is None or paper is None:
            raise NotMovedError(f"{path}:{line}: the entry is not where it was")
        text = _moved(document.but(text=text), entry, paper.work)
    if _spoken(formats.read(document.but(text=text))) != _spoken(before):
        raise NotMovedError(f"{path}: the list would not read the same")
    return text


def _spoken(reading: Reading) -> list[str]:
    """What the entries say, wherever they stand."""
    return sorted(entry.span.cut(reading.text).strip() for entry in reading.entries)


def _moved(document: Document, entry: Entry, work: Work) -> str:
    """The text with one entry moved; it is found by its words, its line may have shifted."""
    reading, path = formats.read(document), document.path
    standing = next((e for e in reading.entries if _same(e, entry)), None)
    if standing is None:
        raise NotMovedError(f"{path}:{entry.line}: the entry is not where it was")
    own = _in_file(reading, Edit(span=standing.span, replacement=""))
    raw = own.span.cut(document.text)
    gap = _in_file(reading, _gap(reading.text, standing))
    rest = formats.read(document.but(text=apply(document.text, [gap])))
    try:
        section = section_for(rest, work, " > ".join(standing.section[:-1]))
    except SectionError as error:
        raise NotMovedError(f"{path}:{entry.line}: {error}") from error
    return apply(rest.document.text, [_in_file(rest, inserted(rest, section, work, raw))])


def _in_file(reading: Reading, edit: Edit) -> Edit:
    """The edit, found in the repaired text, where it is in the file.

    Raises:
        NotMovedError: wrong decoding that is left as it stands is in its way.

    """
    placed = unrepaired(reading, edit)
    if placed is None:
        raise NotMovedError(f"{reading.document.path}: words of the entry are decoded wrongly")
    return placed


def _same(entry: Entry, other: Entry) -> bool:
    """The same words: title and addresses."""
    titles = (
        entry.title is not None and other.title is not None and entry.title.raw == other.title.raw
    )
    return titles and [link.url for link in entry.links] == [link.url for link in other.links]


def _gap(text: str, entry: Entry) -> Edit:
    """The entry's lines and the blank line that parted it from the next."""
    start = text.rfind("\n", 0, entry.span.start) + 1
    end = text.find("\n", entry.span.end)
    end = len(text) if end < 0 else end + 1
    following = text[end:].split("\n", 1)[0]
    if text[end:] and not following.strip():
        end += len(following) + 1
    return Edit(span=Span(start=start, end=min(end, len(text))), replacement="")
