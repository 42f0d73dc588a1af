"""Links are seen where CommonMark sees them; the benchmark looks at folders of real lists."""

from pathlib import Path

import pytest

from pipeline import formats
from pipeline.values.entry import Document
from tests.benchmarks.oracle import Seen, missed, oracle

LISTS = sorted((Path(__file__).parents[2] / "examples").glob("*.md"))
LINK = "[Moss and the light of northern shores](https://example.org/moss)"
SHAPES = [
    f"- {LINK}",
    f"- <{LINK}> by Ana Roca",
    f"- (<{LINK}>)",
    f"- **{LINK}** and _{LINK}_",
    f"- <b>{LINK}</b> <a name='m'>{LINK}</a>",
    f"- [[Moss]({LINK}",
    f"- [Moss](https://example.org/a, {LINK}",
    f"1. {LINK}\n   - {LINK}\n\n     {LINK}",
    f"> {LINK}\n> <https://example.org/b>",
    f"| Moss | Light |\n|---|---|\n| {LINK} | [b](https://example.org/b_(c)) <moss@example.org> |",
    "[Moss][m] and [m][] and [m]\n\n[m]: https://example.org/m 'Moss'",
    "[Moss](<https://example.org/a b>) [light]( https://example.org/c )",
    '[Moss](https://example.org/a "Moss (and) light") [light](https://example.org/c "]")',
    "[a `]` b](https://example.org/a) [![b](b.png)](https://example.org/b)",
    "[Moss &amp; light](https://example.org/?a=1&amp;b=2) [b](https://example.org/a\\_b)",
    f"## {LINK}\n\n{LINK}\n===",
    f"* {LINK}\n* * *\n+ {LINK}",
]


@pytest.mark.parametrize("text", SHAPES)
def test_no_link_is_missed(text: str) -> None:
    assert list(oracle(text))
    assert missed(text) == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_link_of_a_shipped_list_is_missed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(oracle(text))
    assert missed(text) == []


def test_a_link_that_is_not_seen_is_told_with_its_line() -> None:
    long = "[" + "*moss* " * 300 + "](long.html)"
    assert missed(f"Moss\n\n{long}") == [Seen(3, "long.html")]


@pytest.mark.parametrize(("opened", "closed"), [("<", ">"), ("(<", ">)"), ("**<", ">**")])
def test_a_link_in_angle_brackets_is_a_title_without_them(opened: str, closed: str) -> None:
    text = (
        f"* {opened}[Moss and the light of northern shores](https://arxiv.org/abs/2306.15006)"
        f"{closed} by Ana Roca, Bo Li (ICML 2020)\n"
    )
    (entry,) = formats.read(Document(path="list.md", text=text)).entries
    assert entry.title is not None
    assert entry.title.text == "Moss and the light of northern shores"
    assert entry.title.raw == entry.title.text
    assert entry.authors is not None
    assert [name.text for name in entry.authors.names] == ["Ana Roca", "Bo Li"]
    assert [str(mention.identifier) for mention in entry.mentions] == ["arxiv:2306.15006"]


@pytest.mark.parametrize("text", ["a < b and c > d", "<moss of light>", "x <[1] y> z"])
def test_other_angle_brackets_are_no_links(text: str) -> None:
    assert missed(text) == []
    assert list(oracle(text)) == []
