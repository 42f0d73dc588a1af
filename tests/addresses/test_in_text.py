"""Identifiers in running text, and what stands around them."""

import pytest

from pipeline.addresses.in_text import spoken
from pipeline.formats import read
from pipeline.values.entry import Document

DOI = "10.99999/jes.2021.017"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"=={DOI}==", DOI),
        (f"==doi:{DOI}==.", DOI),
        (f"++{DOI}++, read", DOI),
        (f"^^doi: {DOI}^^", DOI),
        (f"{DOI}==", f"{DOI}=="),  # nothing was opened
        (f"=={DOI}==2", f"{DOI}==2"),
        (f"={DOI}=", f"{DOI}="),
        ("++10.99999/c++.5", "10.99999/c++.5"),
    ],
)
def test_a_mark_that_opens_before_a_doi_closes_behind_it(text: str, named: str) -> None:
    assert [one.identifier.value for one in spoken(text)] == [named]


@pytest.mark.parametrize("mark", ["==", "++", "^^", "%%"])
def test_a_marked_address_is_the_address(mark: str) -> None:
    """It used to be called dead, for no DOI ends so."""
    text = f"# Papers\n\n- {mark}https://doi.org/{DOI}{mark}\n- https://example.org/a?b=c==\n"
    first, *_ = read(Document(path="list.md", text=text)).entries
    assert [link.url for link in first.links] == [f"https://doi.org/{DOI}"]
    assert first.mentions[0].identifier.value == DOI
