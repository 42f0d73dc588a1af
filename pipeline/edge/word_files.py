"""The words of a Word document, a paragraph a line: a zip with XML in it, neither of them believed.

No XML parser is asked, so that an entity is nothing but its name; no member is unpacked beyond the
measure, whatever the zip says of its size.
"""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

MOST = 64 * 1024 * 1024
"""Bytes of a member that are unpacked."""

_PARAGRAPH = re.compile(r"<w:p(?:\s[^<>]*)?>(.*?)</w:p>", re.DOTALL)
_RUN = re.compile(
    r"<w:t(?:\s[^<>]*)?>([^<]*)</w:t>|(<w:(?:tab|br|cr)(?:\s[^<>]*)?/>)|"
    r"<w:hyperlink\b[^<>]*?\br:id=\"(\w+)\"[^<>]*>|(</w:hyperlink>)"
)
_RELATION = re.compile(r"<Relationship\b[^<>]*>")
_NAMED = re.compile(r"\b(Id|Target)=\"([^\"<>]*)\"")


class WordError(Exception):
    """A document that cannot be read; the message is for people."""


def words_of(raw: bytes) -> str:
    """The paragraphs of a document, one a line; the address of a link stands behind its words.

    Raises:
        WordError: it is no such document, damaged, locked, or too large once unpacked.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            body = _member(packed, "word/document.xml")
            named = "word/_rels/document.xml.rels"
            links = _links(_member(packed, named)) if named in packed.namelist() else {}
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, EOFError, zlib.error) as error:
        raise WordError("is no Word document, or a damaged one") from error
    except (RuntimeError, NotImplementedError) as error:  # locked by a word, or packed otherwise
        raise WordError("is locked or packed in a way that is not read") from error
    texts = (_said(paragraph[1], links) for paragraph in _PARAGRAPH.finditer(body))
    return "".join(f"{line}\n" for line in texts)


def _member(packed: zipfile.ZipFile, name: str) -> str:
    with packed.open(name) as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise WordError(f"is larger than {MOST // 1024 // 1024} MB once unpacked")
    return data.decode("utf-8")


def _links(relations: str) -> dict[str, str]:
    links = (dict(_NAMED.findall(relation)) for relation in _RELATION.findall(relations))
    return {
        link["Id"]: html.unescape(link["Target"]) for link in links if {"Id", "Target"} <= set(link)
    }


def _said(paragraph: str, links: Mapping[str, str]) -> str:
    return " ".join("".join(_runs(paragraph, links)).split())


def _runs(paragraph: str, links: Mapping[str, str]) -> Iterator[str]:
    opened, shown = "", ""
    for run in _RUN.finditer(paragraph):
        text, blank, link, closed = run.groups()
        if text:
            shown += text
            yield html.unescape(text)
        elif blank:
            yield " "
        elif link:
            opened, shown = links.get(link, ""), ""
        elif closed and opened.startswith(("http://", "https://")) and opened not in shown:
            yield f" {opened} "
