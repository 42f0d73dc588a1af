"""An address that stands alone in a list: a paper, whether or not it says which; or no paper."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document

PAPERS = [
    pytest.param("https://www.nature.com/articles/nature12373", id="its number is known"),
    pytest.param("https://moss.example.org/index.php/moss/article/view/362", id="a journal"),
    pytest.param("https://ui.adsabs.harvard.edu/abs/2022MSSP..16208010Y/abstract", id="an index"),
    pytest.param("https://www.jmlr.org/papers/v22/20-1380.html", id="a journal without DOIs"),
    pytest.param("https://zenodo.org/records/569323", id="a deposit"),
    pytest.param("https://psyche.example.org/moss.pdf", id="a file"),
    pytest.param("https://moss.example.org/papers/17", id="what nobody knows is answered too"),
]  # fmt: skip
NONE = [
    pytest.param("https://github.com/moss/lichen", id="code"),
    pytest.param("https://www.nature.com/", id="a front page"),
    pytest.param("https://www.youtube.com/watch?v=moss", id="a film"),
    pytest.param("[Moss](https://moss.example.org/papers/17)", id="any site with a label"),
    pytest.param("[Journals](https://www.jmlr.org/papers/v22/)", id="a link with a label"),
    pytest.param("See https://www.jmlr.org/papers/v22/20-1380.html for more", id="in a sentence"),
]


def entries(line: str) -> int:
    return len(formats.read(Document(path="list.md", text=f"# Papers\n\n- {line}\n")).entries)


@pytest.mark.parametrize("line", PAPERS)
def test_a_papers_address_alone_is_an_entry(line: str) -> None:
    assert entries(line) == 1


@pytest.mark.parametrize("line", NONE)
def test_other_addresses_and_words_around_one_are_none(line: str) -> None:
    assert entries(line) == 0
