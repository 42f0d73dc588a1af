"""One field of an entry changed through the door that fixes use, and what became of it."""

from collections.abc import Callable, Iterator, Sequence

from pipeline import formats
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Byline, Document, Entry, Reading
from pipeline.values.text import apply
from pipeline.values.work import Person

ANA, BO = Person(family="Roca", given="Ana B."), Person(family="van der Lind", given="Bo")
CHI = Person(family="Maas", given="Chi-Wei")
URL = "https://doi.org/10.1000/jes(2)_7"


def _title_word(entry: Entry) -> Change | None:
    words = entry.title.text.split() if entry.title else []
    plain = [n for n, word in enumerate(words) if word.isalpha() and word.isascii()]
    if len(words) < 3 or not plain:
        return None
    words[plain[-1]] = "zebrafish"
    return Change(field="title", text=" ".join(words))


def _title(entry: Entry) -> Change | None:
    return (
        Change(field="title", text="Swift news of lighter owls in autumn") if entry.title else None
    )


def _author(entry: Entry) -> Change | None:
    names = entry.authors.names if entry.authors else ()
    if entry.authors is None or len(names) < 2:
        return None
    at = len(names) // 2
    people = [Person(literal=name.text) for name in names]
    people[at] = CHI
    kept = tuple(None if n == at else n for n in range(len(names)))
    return Change(field="authors", people=tuple(people), kept=kept, et_al=entry.authors.et_al)


def _authors(entry: Entry) -> Change | None:
    et_al = entry.authors.et_al if entry.authors else False
    people = (ANA, BO, CHI)
    return Change(field="authors", people=people, et_al=et_al) if entry.authors else None


def _venue(entry: Entry) -> Change | None:
    return Change(field="venue", text="Journal of Estuarine Sensing") if entry.venue else None


def _short_venue(entry: Entry) -> Change | None:
    told = entry.venue and " " not in entry.venue.text
    return Change(field="venue", text="ICML") if told else None


def _year(entry: Entry) -> Change | None:
    own = entry.year is not None and entry.year.source == "entry"
    return Change(field="year", text="2011") if own else None


def _link(entry: Entry) -> Change | None:
    papers = [n for n, link in enumerate(entry.links) if link.role == "paper" and link.url]
    return Change(field="link", text=URL, link=papers[0]) if papers else None


def _doi(entry: Entry) -> Change | None:
    written = [m for m in entry.mentions if m.where == "written"]
    told = any(m.identifier.scheme == "doi" for m in written)
    return Change(field="doi", text="10.1000/jes.2017.7") if told else None


CHANGES: dict[str, Callable[[Entry], Change | None]] = {
    "title word": _title_word,
    "title": _title,
    "one author": _author,
    "authors": _authors,
    "venue": _venue,
    "short venue": _short_venue,
    "year": _year,
    "link": _link,
    "doi": _doi,
}
"""What is changed, and how; None for an entry that has no such field."""


def told(entry: Entry, apart: str = "") -> dict[str, object]:
    """What an entry says, places aside, without the field that was changed."""
    said: dict[str, object] = {
        "title": entry.title and entry.title.text,
        "authors": entry.authors and ([n.text for n in entry.authors.names], entry.authors.et_al),
        "venue": entry.venue and entry.venue.text,
        "year": entry.year and (entry.year.value, entry.year.source),
        "link": [link.url for link in entry.links],
        "section": entry.section,
        "key": entry.key,
        "kind": entry.kind,
        "unparsed": entry.unparsed,
    }
    del said[{"doi": "link"}.get(apart, apart or "kind")]
    return said


def outcomes(
    reading: Reading, entries: Sequence[Entry], what: str
) -> Iterator[tuple[Entry, str, str]]:
    """Each entry with "right", "refused" or "wrong" and why; all are changed at one time."""
    done: dict[str, tuple[Change, Rewriting]] = {}
    for entry in entries:
        change = CHANGES[what](entry)
        if change is not None:
            done[entry.id] = change, formats.rewrite(reading, entry, change)
    edits = [edit for _, rewriting in done.values() for edit in rewriting.edits]
    text = apply(reading.text, edits)
    again = formats.read(Document(path=reading.document.path, text=text)).entries
    if len(again) != len(reading.entries):
        if len(done) == 1:
            (identity,) = done
            entry = next(e for e in entries if e.id == identity)
            yield entry, "wrong", f"{len(reading.entries)} entries became {len(again)}"
        else:
            for entry in entries:
                yield from outcomes(reading, [entry], what)
        return
    for before, after in zip(reading.entries, again, strict=True):
        if before.id not in done:
            same = told(before) == told(after)
            if not same:
                yield before, "wrong", f"not touched, reads otherwise: {told(before)} {told(after)}"
            continue
        change, rewriting = done[before.id]
        if not rewriting.edits:
            yield before, "refused", ""
            continue
        why = _amiss(before, after, change)
        yield before, "wrong" if why else "right", why


def _amiss(before: Entry, after: Entry, change: Change) -> str:
    """What is wrong with the changed entry; empty if nothing."""
    old, new = told(before, change.field), told(after, change.field)
    if old != new:
        return "; ".join(f"{k}: {old[k]!r} -> {new[k]!r}" for k in old if old[k] != new[k])
    if change.field == "authors":
        return _amiss_names(before.authors, after.authors, change)
    said = _says(after, change)
    return "" if said == change.text else f"says {said!r}, not {change.text!r}"


def _amiss_names(before: Byline | None, after: Byline | None, change: Change) -> str:
    names = after.names if after else ()
    kept = change.kept or (None,) * len(change.people)
    old = before.names if before else ()
    good = len(names) == len(change.people) and all(
        name.text == old[place].text if place is not None else person.family in name.text
        for name, person, place in zip(names, change.people, kept, strict=True)
    )
    same = after is not None and after.et_al == change.et_al
    return "" if good and same else f"names {[name.text for name in names]!r}"


def _says(entry: Entry, change: Change) -> str | None:
    written = {"title": entry.title, "venue": entry.venue}
    if change.field in written:
        field = written[change.field]
        return field.text if field else None
    if change.field == "year":
        return str(entry.year.value) if entry.year else None
    if change.field == "link":
        return entry.links[change.link].url if change.link < len(entry.links) else None
    dois = [m.identifier.value for m in entry.mentions if m.identifier.scheme == "doi"]
    return change.text if change.text in dois else None
