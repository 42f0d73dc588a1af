"""BibTeX that a page quotes is read as BibTeX, where it stands."""

from pipeline import formats
from pipeline.values.entry import Document, Entry
from pipeline.write.applying import Accepted
from tests import world
from tests.shelf import shelf

BIB = r"""@article{{key2021,{b}
title={{{{Tidal memory in estuarine sensor networks}}}},{b}
author={{{{Lindqvist, Mara and Oyelaran, Tomas and Hasek, Jun and Quill, Petra}}}},{b}
journal={{{{Journal of Estuarine Sensing}}}},{b}
year={{{{{year}}}}},{b}
doi={{{{10.99999/jes.2021.017}}}}{b}
}}}}"""
PAPER = "- **Graph lanterns: a language model for moss genomes.** *Nature Methods*, 2022."


def block(year: int = 2021, *, quote: str = "", broken: str = "") -> str:
    lines = BIB.format(b=broken, year=year).replace("{{", "{").replace("}}", "}").split("\n")
    return "\n".join(quote + line for line in lines)


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="list.md", text=text)).entries


def test_references_in_block_quotes_below_the_name_of_a_tool() -> None:
    quote = block(quote="    >", broken=" \\")
    text = f"# References\n\n- [Tides](https://example.org/tides)  \n{quote}\n"
    (entry,) = read(text)
    assert entry.format == "bibtex"
    assert entry.title
    assert entry.title.text == "Tidal memory in estuarine sensor networks"
    assert entry.venue
    assert entry.venue.text == "Journal of Estuarine Sensing"


def test_what_is_wrong_in_a_quote_is_corrected_in_it() -> None:
    text = f"# References\n\n- [Tides](https://example.org/tides)\n{block(1999, quote='  > ')}\n"
    assert world.run(shelf(), text).fixed(Accepted()) == text.replace("1999", "2021")


def test_how_to_cite_a_list_is_no_entry_of_it() -> None:
    (entry,) = read(f"# Papers\n\n{PAPER}\n\n## Cite us\n\n```bibtex\n{block()}\n```\n")
    assert entry.title
    assert entry.title.text.startswith("Graph lanterns")


def test_a_page_that_lists_nothing_is_read_by_what_it_quotes() -> None:
    (entry,) = read(f"# Tool\n\nPlease cite:\n\n```bibtex\n{block()}\n```\n")
    assert entry.format == "bibtex"
