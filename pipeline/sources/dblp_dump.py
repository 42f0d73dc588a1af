"""A record of DBLP's dump as its SPARQL service shows it.

Format: https://dblp.org/xml/dblp.dtd, one element a publication, with the DTD's named letters.
"""

import re
from html.entities import name2codepoint

from pipeline.sources import dblp
from pipeline.sources.bodies import dumped, text_of, texts_of, xml_of
from pipeline.sources.dumped import Dumped

KINDS = (
    "article", "inproceedings", "proceedings", "book", "incollection", "phdthesis", "mastersthesis",
)  # fmt: skip
"""Publications; ``www`` are people's pages, ``data`` are no works that anybody cites as papers."""
_NAMED = re.compile(r"&([A-Za-z]+);")
_OWN = frozenset({"lt", "gt", "amp", "quot", "apos"})
"""Entities that XML has without a DTD."""


def record(raw: str) -> Dumped:
    """The publication as the service's answer has it.

    Raises:
        SourceFormatError: it is no well-formed XML, or has no title or no key.

    """
    element = xml_of(_NAMED.sub(_letter, raw) if "&" in raw else raw, "dblp")
    pages = list(texts_of(element, "ee"))
    venue = text_of(element, "journal") or text_of(element, "booktitle")
    fields = {
        "pub": f"https://dblp.org/rec/{element.get('key', '')}" if element.get("key") else "",
        "title": text_of(element, "title"),
        "type": f"https://dblp.org/rdf/schema#{element.tag.capitalize()}",
        "venue": venue,
        "year": text_of(element, "year"),
        "doi": next((page for page in pages if "doi.org/10." in page), ""),
        "page": next(iter(pages), ""),
        "authors": list(texts_of(element, "author")),
    }
    kept = {name: value for name, value in fields.items() if value or name == "authors"}
    return Dumped(dumped(kept), element.get("mdate", ""), dblp.outline(kept))


def _letter(hit: re.Match[str]) -> str:
    code = None if hit[1] in _OWN else name2codepoint.get(hit[1])
    return hit.group() if code is None else chr(code)
