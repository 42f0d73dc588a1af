"""Which questions an entry costs: as few as will settle it, none twice, together in rounds."""

from collections.abc import Sequence
from random import Random

import pytest

from pipeline import formats
from pipeline.papers.library import Library
from pipeline.resolve.asking import COMPANY, resolve
from pipeline.resolve.outside import Outside
from pipeline.resolve.questions import MOST_ROUNDS
from pipeline.run import audit
from pipeline.values.entry import Document, Entry
from pipeline.values.question import Answer, ByCitation, ById, ByPlace, ByVenue, Question
from pipeline.values.settings import Settings
from tests.checks.fates import LIGHT_LINE
from tests.shelf import LICHEN, LINES, changed, listed, shelf
from tests.world import World, identifiers, run

UNLINKED = LINES["tides"].partition(" [[Link")[0]
GHOST = (
    "- **Whispering algorithms for the census of glacier fleas.** Orla Penhallow, Tib Sander. "
    "*Nature Methods*, 2020."
)
POOLS_EARLY_LINE = (
    "- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren Castell. *arXiv*, "
    "2021. [[Link]](https://arxiv.org/abs/2111.01234)"
)


def spelt(question: Question) -> str:
    """ "crossref doi:10.99999/x", "arxiv search", "crossref search with names"."""
    query = question.query
    match query:
        case ById():
            what = str(query.identifier)
        case ByCitation():
            what = "search with names" if query.families else "search"
        case ByPlace():
            what = f"{query.journal} {query.volume}:{query.page}"
        case ByVenue():
            what = f"{query.venue} {query.year}"
        case _:
            what = f"agency of {query.identifier}"
    return f"{question.source} {what}"


def rounds(world: World, *entries: str) -> list[list[str]]:
    run(world, listed(*entries))
    return [sorted(map(spelt, asked)) for asked in world.rounds]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("moss", [["crossref doi:10.99999/nm.2022.4"]],
                     id="a faultless entry with a DOI costs one question"),
        pytest.param("lichen", [["arxiv arxiv:2301.09999"], ["dblp search"]],
                     id="a faultless entry on arXiv costs one question, and where it appeared"),
        pytest.param(UNLINKED, [["crossref search with names"]],
                     id="a faultless entry without a link costs one search"),
        pytest.param(UNLINKED.replace("estuarine sensor", "estaurine sensor"),
                     [["crossref search with names"],
                      ["arxiv search", "pubmed doi:10.99999/jes.2021.017"]],
                     id="a title that a search brought nearly: arXiv may hold it exactly"),
        pytest.param(changed("moss", "https://doi.org/10.99999/nm.2022.4",
                             "https://pubmed.ncbi.nlm.nih.gov/90000022/"),
                     [["pubmed pmid:90000022"], ["crossref doi:10.99999/nm.2022.4"]],
                     id="the DOI that PubMed's record names is heard at its home"),
        pytest.param(changed("moss", "Verhoeven", "Verhoven"),
                     [["crossref doi:10.99999/nm.2022.4"], ["pubmed doi:10.99999/nm.2022.4"]],
                     id="a second voice before anybody is accused"),
        pytest.param(changed("moss", "10.99999/nm.2022.4", "10.99999/nm.2022.9"),
                     [["crossref doi:10.99999/nm.2022.9"], ["doi agency of doi:10.99999/nm.2022.9"],
                      ["crossref search with names"]],
                     id="a DOI that Crossref does not hold: its agency, then a search"),
        pytest.param(changed("moss", "10.99999/nm.2022.4", "10.99999/jes.2021.017"),
                     [["crossref doi:10.99999/jes.2021.017"], ["crossref search with names"]],
                     id="an identifier that opens another work: a search"),
        pytest.param(UNLINKED.replace("Journal of Estuarine Sensing", "arXiv"),
                     [["crossref search with names"],
                      ["arxiv search", "pubmed doi:10.99999/jes.2021.017"]],
                     id="an entry that names arXiv, where a search brought what is in print"),
        pytest.param(GHOST, [["crossref search with names"],
                             ["arxiv search", "crossref search", "pubmed search"],
                             ["dblp search"]],
                     id="what nobody knows is searched everywhere, and without names"),
        pytest.param(POOLS_EARLY_LINE.replace("*arXiv*", "*NeurIPS*"),
                     [["arxiv arxiv:2111.01234"], ["dblp search"]],
                     id="a conference is asked of DBLP alone: few have DOIs"),
        pytest.param(POOLS_EARLY_LINE.replace("*arXiv*", "*Marine Ecology Letters*"),
                     [["arxiv arxiv:2111.01234"], ["crossref search with names"]],
                     id="a journal named for a preprint: the version of record is searched"),
    ],
)  # fmt: skip
def test_an_entry_costs_these_questions(entry: str, expected: list[list[str]]) -> None:
    assert rounds(shelf(), entry) == expected


def test_a_preprint_that_names_its_version_of_record_is_followed_there() -> None:
    line = (
        "- **The grain transformer: robust models of dune migration.** Asta Bergman, Dario Conti, "
        "Femi Okoro. *bioRxiv*, 2022. [[Link]](https://doi.org/10.1101/2022.02.11.480123)"
    )
    assert rounds(shelf(), line) == [
        ["crossref doi:10.1101/2022.02.11.480123"], ["crossref doi:10.99999/ng.2024.31"],
    ]  # fmt: skip


def test_entries_are_asked_about_together() -> None:
    assert rounds(shelf(), *LINES)[0] == [
        "arxiv arxiv:2301.09999", "crossref doi:10.99999/jes.2021.017",
        "crossref doi:10.99999/mel.2022.77", "crossref doi:10.99999/nm.2022.4",
        "crossref doi:10.99999/nrg.2020.8",
    ]  # fmt: skip


def test_one_work_in_many_entries_is_asked_about_once() -> None:
    assert rounds(shelf(), *["moss"] * 7) == [["crossref doi:10.99999/nm.2022.4"]]


def test_first_searches_wait_for_nobody_and_further_ones_for_each_other() -> None:
    wrong = changed("moss", "10.99999/nm.2022.4", "10.99999/nm.2022.9")
    asked = rounds(shelf(), GHOST, wrong, UNLINKED)
    assert asked == [
        ["crossref doi:10.99999/nm.2022.9", *["crossref search with names"] * 2],
        ["doi agency of doi:10.99999/nm.2022.9"],
        ["crossref search with names"],
        ["arxiv search", "crossref search", "pubmed search"],
        ["dblp search"],
    ]


def test_while_a_registry_is_silent_no_search_takes_its_place() -> None:
    assert rounds(shelf(down=("crossref",)), "moss") == [["crossref doi:10.99999/nm.2022.4"]]


def test_an_entry_that_could_not_be_read_asks_nothing() -> None:
    world = shelf()
    result = run(world, "@article{one,\n  title = {Tidal memory,\n}\n", ending="bib")
    assert result.audited[0].entry.unparsed
    assert world.rounds == []


def test_an_entry_that_could_not_be_read_is_asked_about_by_its_identifier_alone() -> None:
    world = shelf()
    text = "@article{one,\n  doi = {10.99999/nm.2022.4},\n  title = {Tidal memory,\n}\n"
    result = run(world, text, ending="bib")
    assert result.audited[0].entry.unparsed
    assert [[spelt(one) for one in asked] for asked in world.rounds] == [
        ["crossref doi:10.99999/nm.2022.4"]
    ]
    assert [str(each.code) for each in result.audited[0].findings] == ["unparsed"]


@pytest.mark.parametrize("down", [(), ("crossref",), ("arxiv", "pubmed"), ("doi", "datacite")])
def test_no_question_is_asked_twice_and_the_asking_ends(down: tuple[str, ...]) -> None:
    world = shelf(down=down)
    wrong = changed("moss", "10.99999/nm.2022.4", "10.99999/nm.2022.9")
    result = run(world, listed(*LINES, GHOST, wrong, UNLINKED, POOLS_EARLY_LINE))
    assert len(result.audited) == 9
    assert set(world.asked.values()) == {1}
    assert len(world.rounds) < MOST_ROUNDS


class Trickle:
    """A world that works on many questions and answers a few at a time, in any order."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.random = world, Random(seed)  # noqa: S311  an order, no secret
        self.owed: list[Question] = []
        self.put: list[frozenset[Question]] = []
        self.still_owed: list[int] = []

    def ask(self, questions: frozenset[Question]) -> dict[Question, Answer]:
        self.put.append(questions)
        self.still_owed.append(sum(one.source == "crossref" for one in self.owed))
        self.owed.extend(sorted(questions, key=spelt))
        self.random.shuffle(self.owed)
        now = [self.owed.pop() for _ in range(min(len(self.owed), self.random.randint(1, 3)))]
        return self.world.ask(frozenset(now))


LOST = [
    f"- **A census of {n} glacier fleas that nobody made.** Orla Penhallow, Tib Sander. *Moss*."
    for n in range(COMPANY * 4)
]


def entries_of(*lines: str) -> Sequence[Entry]:
    return formats.read(Document(path="list.md", text=listed(*lines))).entries


def test_further_searches_are_put_in_company_while_first_ones_are_under_way() -> None:
    trickle = Trickle(shelf(), 1)
    resolve(entries_of(*LOST), trickle.ask)
    companies = [sum(one.source == "arxiv" for one in put) for put in trickle.put]
    first = next(n for n, company in enumerate(companies) if company)
    assert companies[first] >= COMPANY
    assert trickle.still_owed[first] >= COMPANY
    assert sum(companies) == len(LOST)
    assert max(trickle.world.asked.values()) == 1


@pytest.mark.parametrize("down", [(), ("crossref",), ("arxiv", "pubmed")])
@pytest.mark.parametrize("seed", range(4))
def test_in_which_order_answers_come_changes_nothing(seed: int, down: tuple[str, ...]) -> None:
    wrong = changed("moss", "10.99999/nm.2022.4", "10.99999/nm.2022.9")
    entries = entries_of(*LINES, GHOST, wrong, UNLINKED, POOLS_EARLY_LINE, *LOST[:30])
    world = shelf(down=down)
    trickle = Trickle(shelf(down=down), seed)
    assert resolve(entries, trickle.ask) == resolve(entries, world.ask)
    assert trickle.world.asked == world.asked


def test_a_world_that_says_nothing_ends_the_asking() -> None:
    situations = resolve(entries_of(*LINES, GHOST), lambda _: {})
    assert all(situation.match.unavailable for situation in situations)


def test_who_watches_asks_what_identifiers_name_and_hears_of_a_retraction() -> None:
    world = shelf()
    reading = formats.read(Document(path="list.md", text=listed(LIGHT_LINE, "tides", GHOST)))
    outside = Outside(world.ask, watching=True)
    outcome = audit([reading], Library(), outside, Settings(only=("retracted", "concern")))
    assert sorted(map(spelt, world.asked)) == [
        "crossref doi:10.99999/ami.2018.9", "crossref doi:10.99999/jes.2021.017",
    ]  # fmt: skip
    assert [[f.code for f in one.findings] for one in outcome.audited] == [["retracted"], [], []]


def test_a_preprint_under_an_id_of_europe_pmc_is_asked_for_there_alone() -> None:
    line = LINES["lichen"].replace("https://arxiv.org/abs/2301.09999", "{}")
    early = LICHEN.but(container_title="bioRxiv", identifiers=identifiers("europepmc:PPR77"))
    world = World(works={"europepmc": (early,)})
    result = run(world, listed(line.format("https://europepmc.org/article/PPR/PPR77")))
    assert [spelt(one) for one in world.asked] == ["europepmc europepmc:PPR77"]
    assert [one.status for one in result.outcome.audited] == ["resolved"]
    other = World(works={})
    run(other, listed(line.format("https://europepmc.org/article/PPR/other")))
    assert "europepmc" not in {one.source for one in other.asked}


@pytest.mark.parametrize(
    ("venue", "is_asked"),
    [
        ("Res Sq", True),
        ("EcoEvoRxiv", True),
        ("Preprint", True),
        ("bioRxiv", True),
        ("arXiv", False),
        ("Moss Letters", False),
    ],
)
def test_europe_pmc_is_asked_for_a_preprint_without_an_identifier(
    venue: str,
    is_asked: bool,  # noqa: FBT001
) -> None:
    line = f"- **Humming lichens of the northern quays.** Ada Storm, Bela Nagy. *{venue}*, 2022."
    world = World(works={})
    run(world, listed(line))
    assert ("europepmc" in {one.source for one in world.asked}) is is_asked
