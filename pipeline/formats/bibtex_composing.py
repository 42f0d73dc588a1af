"""A new .bib entry, laid out like the file's last one."""

import re
import unicodedata

from pipeline.formats.latex import encoded
from pipeline.formats.spelling import Manner, spelt_name
from pipeline.model import Reading, Work

_KINDS = {"paper-conference": "inproceedings", "chapter": "incollection", "book": "book", "thesis": "phdthesis", "report": "techreport"}
_FIELD = re.compile(r"^([ \t]*)(\w+)([ \t]*)=([ \t]*)([{\"])", re.MULTILINE)


def bib_entry(reading: Reading, work: Work, url: str) -> str:
    """The text of the entry; its key is new in the file."""
    model = _FIELD.search(reading.text)
    indent, space = (model[1], model[4]) if model else ("  ", " ")
    aligned = len(set(map(len, (m[1] + m[2] + m[3] for m in _FIELD.finditer(reading.text[:5000]))))) <= 2
    fields = _fields(reading, work, url)
    wide = max(len(name) for name in fields) if aligned else 0
    lines = [f"{indent}{name:<{wide}} ={space}{{{value}}}" for name, value in fields.items()]
    kind = _KINDS.get(work.type, "article")
    return f"@{kind}{{{_key(reading, work)},\n" + ",\n".join(lines) + "\n}"


def _fields(reading: Reading, work: Work, url: str) -> dict[str, str]:
    ascii_only = reading.text.isascii()
    manner = Manner(inverted="all", comma=True)
    names = [p.literal and "{" + p.literal + "}" or spelt_name(p, manner) for p in work.authors]
    doi = next((i.value for i in work.identifiers if i.scheme == "doi"), "")
    venue = "booktitle" if work.type in ("paper-conference", "chapter") else "journal"
    said = {
        "author": " and ".join([*names, *([] if work.authors_complete else ["others"])]),
        "title": work.title, venue: work.container_title, "year": str(work.issued.year) if work.issued else "",
        "volume": work.volume, "number": work.issue, "pages": work.page.replace("–", "--"),
    }  # fmt: skip
    spelt = {name: _encoded(name, value, ascii_only=ascii_only) for name, value in said.items() if value}
    return spelt | ({"doi": doi} if doi else {"url": url})


def _encoded(name: str, value: str, *, ascii_only: bool) -> str:
    if name == "pages":
        return value
    if name == "author":
        return re.sub(r"[^{}]+", lambda m: encoded(m.group(), ascii_only=ascii_only), value)
    return encoded(value, ascii_only=ascii_only)


def _key(reading: Reading, work: Work) -> str:
    """First family name, year, first telling word of the title; a letter if it is taken."""
    first = work.authors[0] if work.authors else None
    words = [w for w in re.findall(r"[^\W\d_]{3,}", work.title) if w.casefold() not in ("the", "and", "for", "from", "with")]
    parts = [(first.family or first.literal) if first else "", str(work.issued.year) if work.issued else "", words[0] if words else ""]
    plain = unicodedata.normalize("NFKD", "".join(parts)).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]", "", plain) or "entry"
    taken = {entry.key for entry in reading.entries}
    return next(k for k in (key, *(key + chr(c) for c in range(97, 123)), key + "x") if k not in taken)
