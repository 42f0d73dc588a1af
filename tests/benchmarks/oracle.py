"""Links that CommonMark sees in Markdown lists and Errata does not.

Run: ``python -m tests.benchmarks.oracle FOLDER ...``. The library markdown-it-py is the oracle.
Prints each link that is missed, with its file and line; the exit status is 1 if there are any.
"""

import html
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markup.blocks import page_of
from pipeline.markup.inline import flow_of

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Seen(NamedTuple):
    """A link as CommonMark has it."""

    line: int
    url: str


class _Oracle(MarkdownIt):
    """CommonMark that leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
        return isinstance(url, str)


def oracle(text: str) -> Iterator[Seen]:
    """The links of a text, pictures left out, front matter too."""
    for block in _Oracle("commonmark").enable(["table", "strikethrough"]).parse(_bare(text)):
        line = block.map[0] + 1 if block.map else 0
        yield from (Seen(line, url) for url in _urls(block.children or []))


def _urls(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        href = token.attrGet("href") if token.type == "link_open" else None
        # "[a]([b](u))" has a link for address; that one is seen.
        if isinstance(href, str) and "](" not in href:
            yield plain(href)


def _bare(text: str) -> str:
    """The text with front matter blanked: CommonMark knows none."""
    found = re.match(r"---[ \t]*\r?\n(?:.*\r?\n){0,200}?(?:---|\.\.\.)[ \t]*\r?\n", text)
    return "\n" * found.group().count("\n") + text[found.end() :] if found else text


def plain(url: str) -> str:
    """An address without escapes and entities."""
    return _ESCAPE.sub(r"\1", html.unescape(url)).strip()


def ours(text: str) -> Counter[str]:
    """The addresses of all links that Errata sees, wherever."""
    page = page_of(text)
    flows = (flow_of(text, block.slices, page.references) for block in page.blocks)
    return Counter(plain(link.url) for flow in flows for link in flow.links)


def missed(text: str) -> list[Seen]:
    """The oracle's links that Errata does not see."""
    left = ours(text)
    found = []
    for seen in oracle(text):
        if left[seen.url] > 0:
            left[seen.url] -= 1
        else:
            found.append(seen)
    return found


def main(folders: list[str]) -> int:
    """Prints what is missed in the Markdown files of the folders."""
    links = faults = 0
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.md")):
            text = path.read_bytes().decode("utf-8-sig", errors="replace")
            links += sum(1 for _ in oracle(text))
            for seen in missed(text):
                faults += 1
                sys.stdout.write(f"{path}:{seen.line}: {seen.url}\n")
    sys.stdout.write(f"{links} links, {faults} not seen\n")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
