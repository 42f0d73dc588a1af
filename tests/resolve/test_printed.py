"""Preprints that nobody declares to be printed: searched for, where many several at a time."""

from collections.abc import Callable

import pytest

from pipeline import formats
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.resolve.printed import FEW
from pipeline.run import Outcome, audit
from pipeline.values.entry import Document
from pipeline.values.finding import FixKind
from pipeline.values.question import ByCitation
from pipeline.values.settings import Ignore, Settings
from pipeline.values.work import Stage, Work
from tests.shelf import LINES, POOLS, POOLS_EARLY, listed
from tests.world import World, everywhere, identifiers, people, preprint

SILENT_POOLS = POOLS.but(preprints=())
"""In print, and no record says that the preprint is the same work."""

CITED = (
    "- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren Castell. *arXiv*, "
    "2021. [[Link]](https://arxiv.org/abs/2111.01234)"
)
KINDS = ("Lunar", "Salty", "Mossy", "Windy", "Rusty", "Foggy")
THINGS = ("anchors", "bakeries", "candles", "dredgers", "estuaries", "ferries")


def check(world: World, text: str, settings: Settings = Settings()) -> Outcome:  # noqa: B008
    """What a run concludes that may ask besides."""
    reading = formats.read(Document(path="list.md", text=text))
    return audit([reading], Library(), Outside(world.ask, besides=world.ask), settings)


def codes(outcome: Outcome) -> list[str]:
    return [found.code for one in outcome.audited for found in one.findings]


def searched(world: World) -> list[ByCitation]:
    """What Crossref was searched for."""
    queries = (one.query for one in world.asked if one.source == "crossref")
    return [query for query in queries if isinstance(query, ByCitation)]


def searches(world: World) -> int:
    return len(searched(world))


def crowd(number: int) -> tuple[str, World]:
    """So many preprints cited as such, and their world."""
    titles = [f"{KINDS[n // 6]} {THINGS[n % 6]} under patient observation" for n in range(number)]
    works = [
        preprint(title, f"Ada Quay{'abcdef'[n % 6]}; Ben Pier{'ghijkl'[n // 6]}", "2021-05-01",
                 f"arxiv:2105.{n:05d}")
        for n, title in enumerate(titles)
    ]  # fmt: skip
    lines = (
        f"- **{work.title}.** Ada Quay{'abcdef'[n % 6]}, Ben Pier{'ghijkl'[n // 6]}. *arXiv*, "
        f"2021. [[Link]](https://arxiv.org/abs/2105.{n:05d})"
        for n, work in enumerate(works)
    )
    return listed(*lines), everywhere(*works)


def test_a_preprint_that_was_printed_is_superseded_though_nobody_declares_it() -> None:
    world = everywhere(POOLS_EARLY, SILENT_POOLS)
    (one,) = check(world, listed(CITED)).audited
    (found,) = one.findings
    assert (found.code, found.proposed) == ("superseded", "https://doi.org/10.99999/mel.2022.77")
    assert searches(world) == 1


@pytest.mark.parametrize(
    "printed",
    [
        SILENT_POOLS.but(authors=people("Odd Stranger; Even Stranger")),
        SILENT_POOLS.but(title="Counting rock pool snails from kite photographs: part two"),
        SILENT_POOLS.but(container_title="", type="report"),
        SILENT_POOLS.but(authors=(), container_title=""),
        SILENT_POOLS.but(type="notice"),
        SILENT_POOLS.but(type="component"),
    ],
    ids=[
        "others signed it",
        "another title",
        "a report, nowhere",
        "nobody, nowhere",
        "a notice",
        "a part",
    ],
)
def test_what_is_not_surely_the_same_work_supersedes_nothing(printed: Work) -> None:
    world = everywhere(POOLS_EARLY, printed)
    assert codes(check(world, listed(CITED))) == []
    assert searches(world) == 1


@pytest.mark.parametrize(("source", "said"), [("crossref", ["superseded"]), ("datacite", [])])
def test_an_article_at_crossref_is_in_a_journal_though_its_record_names_none(
    source: str, said: list[str]
) -> None:
    """To register one is to name its journal; anybody may deposit an "article" elsewhere."""
    printed = SILENT_POOLS.but(container_title="")
    world = World(works={"arxiv": (POOLS_EARLY,), source: (printed,)})
    assert codes(check(world, listed(CITED))) == said


def test_a_record_that_lost_its_by_line_is_the_same_work_under_a_telling_title() -> None:
    world = everywhere(POOLS_EARLY, SILENT_POOLS.but(authors=()))
    assert codes(check(world, listed(CITED))) == ["superseded"]


def test_under_a_title_that_many_bear_it_is_not() -> None:
    early = POOLS_EARLY.but(title="A survey of networks")
    world = everywhere(early, SILENT_POOLS.but(title="A survey of networks", authors=()))
    line = CITED.replace(POOLS_EARLY.title, "A survey of networks")
    assert "superseded" not in codes(check(world, listed(line)))


@pytest.mark.parametrize(
    "line",
    [
        LINES["pools"],
        CITED.replace("*arXiv*, 2021", "*Marine Ecology Letters*, 2022"),
    ],
    ids=["cited as printed", "an open copy is linked"],
)
def test_what_is_not_cited_as_a_preprint_is_not_searched_for_besides(line: str) -> None:
    """The second is searched for anyway, for who names a journal is to hear of it."""
    world, without = everywhere(POOLS_EARLY, SILENT_POOLS), everywhere(POOLS_EARLY, SILENT_POOLS)
    check(world, listed(line))
    reading = formats.read(Document(path="list.md", text=listed(line)))
    audit([reading], Library(), Outside(without.ask), Settings())
    assert world.asked == without.asked


def test_what_declares_where_it_was_printed_is_not_searched_for() -> None:
    world = everywhere(POOLS_EARLY.but(preprint_of=POOLS.identifiers[:1]), POOLS)
    assert codes(check(world, listed(CITED))) == ["superseded"]
    assert searches(world) == 0


@pytest.mark.parametrize(
    "settings",
    [
        Settings(superseded="keep"),
        Settings(only=("retracted", "year-differs")),
        Settings(ignore=(Ignore(codes=("superseded",)),)),
    ],
    ids=["kept", "not wanted", "ignored"],
)
def test_nothing_is_searched_for_that_nobody_would_hear(settings: Settings) -> None:
    world = everywhere(POOLS_EARLY, SILENT_POOLS)
    assert codes(check(world, listed(CITED), settings)) == []
    assert searches(world) == 0


@pytest.mark.parametrize(
    ("number", "settings", "how"),
    [
        (FEW, Settings(), "each by itself"),
        (FEW + 1, Settings(), "together"),
        (FEW + 1, Settings(superseded="search"), "each by itself"),
        (FEW + 1, Settings(only=("superseded",)), "each by itself"),
    ],
    ids=["few", "one more", "asked for", "nothing else is wanted"],
)
def test_many_are_searched_for_several_at_a_time_unless_the_curator_asks(
    number: int, settings: Settings, how: str
) -> None:
    """What identifiers name is never to cost a request for each."""
    text, world = crowd(number)
    check(world, text, settings)
    assert searches(world) == number
    assert {one.printed for one in searched(world)} == {how == "together"}


def test_each_of_many_that_was_printed_is_superseded_and_no_other() -> None:
    text, world = crowd(FEW + 5)
    preprints = world.works["arxiv"]
    printed = [
        early.but(
            container_title="Marine Ecology Letters", type="article-journal", stage=Stage.RECORD,
            identifiers=identifiers(f"doi:10.99999/mel.{n}"),
        )
        for n, early in enumerate(preprints) if n < 2
    ]  # fmt: skip
    outcome = check(everywhere(*preprints, *printed), text)
    said = [found.proposed for one in outcome.audited for found in one.findings]
    assert said == ["https://doi.org/10.99999/mel.0", "https://doi.org/10.99999/mel.1"]


@pytest.mark.parametrize(
    "world",
    [
        lambda: everywhere(POOLS_EARLY, SILENT_POOLS).without("crossref"),
        lambda: everywhere(POOLS_EARLY),
    ],
    ids=["silent", "nothing there"],
)
def test_where_the_search_brings_nothing_all_is_as_without_it(
    world: Callable[[], World],
) -> None:
    """A silent Crossref makes no run incomplete that would be complete without the search."""
    outcome = check(world(), listed(CITED))
    assert codes(outcome) == []
    (one,) = outcome.audited
    assert one.match is not None
    assert one.match.unavailable == ()


SLIPS = CITED.replace("kite", "kiet").replace("Wren Castell", "Wren Castell, Odd Stranger")
"""A title and a by-line that are wrong, of which two voices are surer than one."""


def written(world: World) -> set[str]:
    (one,) = check(world, listed(SLIPS)).audited
    return {found.code for found in one.findings if found.fix is FixKind.AUTO}


def test_no_half_of_an_entry_is_written_while_a_search_is_not_answered() -> None:
    """The next run would write the other half."""
    world = everywhere(POOLS_EARLY, SILENT_POOLS)
    assert written(world) == {"title-misspelt", "authors-extra"}
    assert written(world.without("crossref")) == set()


def test_what_nobody_searches_for_besides_is_written_without_it() -> None:
    declared = POOLS_EARLY.but(preprint_of=POOLS.identifiers[:1])
    assert "title-misspelt" in written(everywhere(declared, POOLS))
