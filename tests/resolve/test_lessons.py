"""A list is read again by the light of its records, and only what changed is asked anew."""

import pytest

from pipeline import formats
from pipeline.papers.library import Library
from pipeline.resolve.lessons import FIRST
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Document
from pipeline.values.question import ByCitation
from pipeline.values.settings import Settings
from tests.world import Run, World, everywhere, preprint, work

TITLE = "Predicting the drift of harbour noise"
DRIFT = work(TITLE, "Ana Roca; Bo Maas", "Annals of Moss", 2019, "doi:10.99999/moss.1")
STORMS = preprint(
    "Learning to forecast coastal storms from buoys", "Dag Novak", 2021, "arxiv:2101.00001"
)
ORCHIDS = work(
    "A slow road to rare orchids", "Eva Lindqvist; Bo Maas", "Annals of Moss", 2020,
    "doi:10.99999/m.2",
)  # fmt: skip
LIST = f"""# Papers

- HarbourNet – {TITLE} [[paper](https://doi.org/10.99999/moss.1)]
- [A slow road to rare orchids](https://doi.org/10.99999/m.2). Eva Lindqvist, Bo Maas.
"""


def world() -> World:
    return everywhere(DRIFT, STORMS, ORCHIDS)


def run(asked: World, text: str) -> Run:
    """A run that may ask besides."""
    reading = formats.read(Document(path="list.md", text=text))
    outside = Outside(asked.ask, besides=asked.ask)
    return Run((reading,), audit((reading,), Library(), outside, Settings()))


def titled(done: Run) -> list[str]:
    return [one.entry.title.text for one in done.audited if one.entry.title]


def searched(asked: World) -> list[str]:
    return [f"{q.source} {q.query.title}" for q in asked.asked if isinstance(q.query, ByCitation)]


def test_a_misread_entry_is_read_by_its_record_and_never_searched_for_by_other_words() -> None:
    known = world()
    done = run(known, LIST)
    assert titled(done) == [TITLE, "A slow road to rare orchids"]
    assert not searched(known)
    assert [one.status for one in done.audited] == ["resolved", "resolved"]
    assert max(known.asked.values()) <= 2
    assert done.outcome.readings[0].document.text == LIST


def test_what_is_read_so_is_written_so() -> None:
    """The list read again for the proof is read by the same records."""
    text = LIST.replace("Lindqvist", "Lindqvits")
    done = run(world(), text)
    assert Run(done.outcome.readings, done.outcome).fixed() == LIST


@pytest.mark.parametrize("down", ["crossref", "arxiv"])
def test_an_outage_invents_no_entry_and_accuses_nobody(down: str) -> None:
    text = LIST + f"- [{STORMS.title}](https://forum.example.org/issues/9)\n"
    silent = run(world().without(down), text)
    assert not [f for f in silent.findings if f.severity != "notice"]
    assert len(silent.audited) >= 2
    heard = run(world(), text)
    assert {one.entry.line for one in silent.audited} <= {one.entry.line for one in heard.audited}


def of(done: Run, line: int) -> list[Audited]:
    return [one for one in done.audited if one.entry.line == line]


def test_an_item_that_bears_the_title_of_a_work_is_that_paper() -> None:
    line = f"- [{STORMS.title}](https://forum.example.org/issues/9)\n"
    done = run(world(), LIST + line)
    (one,) = of(done, 5)
    assert one.status == "resolved"
    assert not [f for f in one.findings if f.severity == "error"]
    assert not of(run(World(works={}), LIST + line), 5)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"- [{STORMS.title}](https://x.example.org) - Mia Nielsen 2014", id="signed"),
        pytest.param(f"- [Notes on {STORMS.title}](https://x.example.org/a)", id="longer"),
        pytest.param(f"- [{STORMS.title}](#storms)", id="a table of contents"),
    ],
)
def test_an_item_that_may_be_another_thing_stays_one(line: str) -> None:
    assert not of(run(world(), f"{LIST}{line}\n"), 5)


def test_of_many_items_that_are_no_papers_few_are_looked_for() -> None:
    names = ("harbour", "orchid", "mouse", "storm", "river", "engine", "letter", "garden", "sound")
    lines = [
        f"- [The {one} course of the {two} school](https://x.example.org/{one}-{two})\n"
        for one in names for two in names
    ]  # fmt: skip
    known = world()
    done = run(known, LIST + "".join(lines))
    assert len(done.audited) == 2
    assert len(searched(known)) == 2 * FIRST


def test_what_was_read_rightly_is_asked_once_and_read_once() -> None:
    known = world()
    text = f"# Papers\n\n- [{TITLE}](https://doi.org/10.99999/moss.1). Ana Roca, Bo Maas.\n"
    done = run(known, text)
    assert set(known.asked.values()) == {1}
    assert not done.outcome.readings[0].document.taught
