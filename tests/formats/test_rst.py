"""reStructuredText: line blocks, and what its reader does not see."""

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry

LINES = """Publications
============

.. _moss_2019:

| Bee, A., O. Marsh, and C. Reed. “Slow maps of cold mice in winter: a study
|   of sleep and snow”. *Nature Communications*, 17, 2378 (2019)
|   https://doi.org/10.99999/moss.1

|

.. _limpets_2020:

| Reed, C., and D. Salt. "Tidal memory in the limpets of the northern
| estuaries". *Urban Climate*, vol. 14 (2020)
| https://doi.org/10.99999/moss.2
"""
LINK = "`Slow maps of cold mice in winter <https://doi.org/10.99999/moss.1>`_"
ITEM = f"- Ann Bee, Ode Marsh. {LINK}. 2019.\n"
UNSEEN = """.. Copyright of the list: Ann Bee and Ode Marsh, 2019,
   Notes on the licence of the list. Moss Letters, 4, 7-9.

.. code-block:: bibtex

    @misc{moss,
      author = {Sanz, Ann and Reed, Carl},
      title  = {Moss in the estuaries of the north},
      year   = {2021},
      url    = {https://doi.org/10.99999/moss.9}
    }

"""


def read(text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path="papers.rst", text=text)).entries


def titles(text: str) -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in read(text)]


def test_a_line_block_is_one_entry_without_its_bars() -> None:
    assert titles(LINES) == [
        "Slow maps of cold mice in winter: a study of sleep and snow",
        "Tidal memory in the limpets of the northern estuaries",
    ]
    assert [str(m.identifier) for e in read(LINES) for m in e.mentions] == [
        "doi:10.99999/moss.1", "doi:10.99999/moss.2",
    ]  # fmt: skip


def test_code_and_comments_are_no_entries_and_what_follows_them_is() -> None:
    assert titles(UNSEEN + ITEM) == ["Slow maps of cold mice in winter"]


@pytest.mark.parametrize("name", ["note", "container", "rubric"])
def test_what_stands_in_a_note_is_seen(name: str) -> None:
    assert titles(f".. {name}:: Papers\n\n   {ITEM}") == ["Slow maps of cold mice in winter"]


def test_a_raised_sign_within_a_title_is_of_it() -> None:
    line = (
        '* Bee, A., B. Marsh. "Maps of MossNet\\ :sup:`®` (v3.0) and *moss* fields". *Wind* (2024)'
    )
    (entry,) = read(f"{line} https://doi.org/10.99999/moss.1\n")
    assert entry.title
    assert entry.title.text == "Maps of MossNet® (v3.0) and moss fields"
