"""Reading by whichever format accepts a list, and what reading leaves behind."""

import gc

import pytest

from pipeline import formats
from pipeline.values.entry import Document

ROW = "- **On the growth of lattice {0} under a field.** Ana Bee, Bo Cee. **Growth**. [[Link]](https://doi.org/10.5555/g.{0})\n"


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        pytest.param("list.MD", "@article{a, title={B}}", "markdown", id="ending in capitals"),
        pytest.param("list.bib", "- [a](https://b.org)", "bibtex", id="ending before look"),
        pytest.param("urls.txt", "# no heading", "plain", id="plain text"),
        pytest.param("-", ROW.format(1), "markdown", id="standard input by its look"),
        pytest.param("md", "https://doi.org/10.5555/g.1\n", "plain", id="a name that is no ending"),
        pytest.param("list.yaml", "- title: A title of words\n", "yaml", id="yaml"),
    ],
)
def test_a_list_is_read_by_its_ending_then_by_its_look(path: str, text: str, name: str) -> None:
    assert formats.read(Document(path=path, text=text)).format == name


def test_every_entry_bears_the_layout_learnt_from_the_first() -> None:
    """The layout is learnt from sixty entries and given to those behind them as they are made."""
    text = "".join(ROW.format(number) for number in range(70))
    entries = formats.read(Document(path="list.md", text=text)).entries
    assert len(entries) == 70
    assert {entry.style for entry in entries} == {entries[0].style}
    assert '"link": "[[Link]]()"' in entries[-1].style


@pytest.mark.parametrize("collecting", [True, False])
def test_reading_leaves_the_collector_as_it_was(*, collecting: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        formats.read(Document(path="list.md", text=ROW.format(1)))
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()
