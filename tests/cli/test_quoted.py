"""A page that lists nothing and quotes BibTeX: how it wants to be cited is what it says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import formats
from pipeline.values.entry import Document

ENTRY = """\
@article{{verhoeven2022,
  title = {{Graph lanterns: a language model for moss genomes}},
  author = {{Verhoeven, Ilse and Adomako, Kofi}},
  journal = {{Annals of Moss Informatics}},
  year = {{{year}}},
  doi = {{10.99999/ami.2022.4}}
}}
"""
PAGE = "# Lantern\n\nA tool, described at [our page](https://example.org).\n\n```bibtex\n{}```\n"


def test_the_entry_is_corrected_where_it_stands(here: Path, errata: Callable[..., int]) -> None:
    page = here / "README.md"
    page.write_text(PAGE.format(ENTRY.format(year=2019)), encoding="utf-8")
    assert errata("fix", "README.md") == 0
    assert page.read_text(encoding="utf-8") == PAGE.format(ENTRY.format(year=2022))


def test_nothing_is_added_into_the_quotation(here: Path, errata: Callable[..., int]) -> None:
    page, before = here / "README.md", PAGE.format(ENTRY.format(year=2022))
    page.write_text(before, encoding="utf-8")
    errata("add", "10.99999/jes.2021.017", "--to", "README.md")
    assert before in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["README.md", "README.rst", "-"])
@pytest.mark.parametrize(
    ("page", "titles"),
    [
        ("# Tool\n\n```\n@misc{a,\n  title={Cold moss}, year=2020}\n```\n", ["Cold moss"]),
        ("# Tool\n\nMail me@example.org{a, b} or write @misc{a, title={Moss}} there.\n", []),
        ("# Tool\n\n```\n@misc{a,\n  title={A word on moss\n```\n", ["(broken)"]),
    ],
)  # fmt: skip
def test_what_begins_as_an_entry_is_read_as_one(path: str, page: str, titles: list[str]) -> None:
    entries = formats.read(Document(path=path, text=page)).entries
    assert [e.title.text if e.title and not e.unparsed else "(broken)" for e in entries] == titles


@pytest.mark.parametrize("path", ["README.md", "-"])
def test_below_a_list_it_is_how_to_cite_the_list_and_stays_unread(path: str) -> None:
    listed = "- Ada Shore, [Cold maps](https://doi.org/10.99999/cold), Shore Letters, 2020\n"
    page = f"# Papers\n\n{listed}\n```\n@misc{{a,\n  title={{A word on moss}}, year=2020}}\n```\n"
    entries = formats.read(Document(path=path, text=page)).entries
    assert [e.title and e.title.text for e in entries] == ["Cold maps"]
