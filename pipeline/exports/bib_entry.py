"""A new entry for a .bib file, with the fields and the layout that its other entries have."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.exports import biblatex, bibtex
from pipeline.markup.bib_scan import BibEntry, scan
from pipeline.values.entry import Reading
from pipeline.values.record import Paper
from pipeline.values.text import Value

USUAL = 0.5
"""Share of a file's entries that have a field for a new one to have it."""

ALWAYS = frozenset(
    {"author", "title", "journal", "journaltitle", "booktitle", "school", "institution",
     "howpublished", "year", "date", "eprint", "archiveprefix", "eprinttype"}
)  # fmt: skip
"""Fields without which an entry is not complete."""

_LAYOUT = re.compile(r"(?:\r\n|\n|\r)([ \t]*)$")


class Layout(Value):
    """How the entries of a file are laid out."""

    indent: str = "  "
    opening: str = "{"
    closing: str = "}"
    aligned: bool = True
    blanks: tuple[str, str] = (" ", " ")
    """Before and behind the sign of equality."""
    comma: bool = False
    """Behind the last field too."""
    case: str = "lower"
    """Of the names of fields and kinds: lower, upper or title."""


NUMBERS = frozenset(
    {"doi", "url", "eprint", "archiveprefix", "eprinttype", "eprintclass", "primaryclass", "pmid",
     "pmcid", "biburl", "urldate"}
)  # fmt: skip
"""Fields that name a work and say nothing of it."""


def numbers_only(text: str) -> bool:
    """Whether the text of an entry gives identifiers and addresses and nothing else."""
    return all(f.name.lower() in NUMBERS for scanned in scan(text) for f in scanned.fields)


def entry(reading: Reading, paper: Paper, url: str, *, key: str = "") -> str:
    """The text of the entry; its key is the record's id, or one that the file does not have.

    ``key`` is that of an entry in whose place it is to stand.
    """
    have = [scanned for scanned in scan(reading.text) if scanned.fields and scanned.key != key]
    layout = _layout(reading.text, have)
    newer = any(scanned.get("journaltitle", "date") for scanned in have)
    values = biblatex.fields(paper, url) if newer else bibtex.fields(paper, url)
    usual = _usual(have)
    kept = {name: text for name, text in values.items() if name in ALWAYS or name in usual}
    if not have:
        kept = values
    if "doi" not in kept:
        kept |= {
            name: values[name] for name in ("doi", "url") if name in values and "url" not in kept
        }
    kind = biblatex.kind(paper) if newer else bibtex.kind(paper)
    key = key or _key(paper.id, {scanned.key for scanned in have})
    return _spelt(kind, key, kept, layout)


def _key(wanted: str, taken: set[str]) -> str:
    number, key = 1, wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key


def _usual(have: Sequence[BibEntry]) -> frozenset[str]:
    counted = Counter(name for scanned in have for name in {f.name.lower() for f in scanned.fields})
    return frozenset(name for name, n in counted.items() if n >= USUAL * len(have))


def _layout(text: str, have: Sequence[BibEntry]) -> Layout:
    """That of most entries."""
    every = [_of_one(text, scanned) for scanned in have]
    return Counter(every).most_common(1)[0][0] if every else Layout()


def _of_one(text: str, scanned: BibEntry) -> Layout:
    first, last = scanned.fields[0], scanned.fields[-1]
    line = _LAYOUT.search(text[scanned.start : first.start])
    between = [text[f.start + len(f.name) : f.value_start].partition("=") for f in scanned.fields]
    ends = {
        len(f.name) + len(before) for f, (before, _, _) in zip(scanned.fields, between, strict=True)
    }
    quotes = sum(f.kind == "quotes" for f in scanned.fields) * 2 > len(scanned.fields)
    behind = Counter(after for _, _, after in between).most_common(1)[0][0]
    name = first.name
    shortest = min((before for before, _, _ in between), key=len)
    return Layout(
        indent=line[1] if line else "  ",
        opening='"' if quotes else "{", closing='"' if quotes else "}",
        aligned=len(ends) == 1 and len(scanned.fields) > 1,
        blanks=(" " if shortest else "", behind[:1]),
        comma=text[last.value_end : scanned.end].lstrip().startswith(","),
        case="upper" if name.isupper() else "title" if name[:1].isupper() else "lower",
    )  # fmt: skip


def _spelt(kind: str, key: str, values: dict[str, str], layout: Layout) -> str:
    before, behind = layout.blanks
    width = max(map(len, values)) if layout.aligned else 0
    lines = [
        layout.indent
        + f"{_cased(name, layout.case):{width}}{before}={behind}{_value(name, text, layout)}"
        for name, text in values.items()
    ]
    end = "," if layout.comma else ""
    return f"@{_cased(kind, layout.case)}{{{key},\n" + ",\n".join(lines) + f"{end}\n}}"


def _value(name: str, text: str, layout: Layout) -> str:
    if name == "month":
        return text
    if layout.opening == '"' and '"' not in text:
        return f'"{text}"'
    return "{" + text + "}"


def _cased(name: str, case: str) -> str:
    return {"upper": name.upper(), "title": name.capitalize()}.get(case, name)
