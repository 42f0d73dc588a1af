"""Europe PMC is asked where it alone can answer, and told apart from those it stands in for."""

import pytest

from pipeline.values.audit import Status
from pipeline.values.work import Work
from tests.resolve.test_questions import rounds
from tests.shelf import DUNES_EARLY, LINES, MOSS, SHELF, listed
from tests.world import World, preprint, run

BY_PMID = LINES["moss"].replace(
    "https://doi.org/10.99999/nm.2022.4", "https://pubmed.ncbi.nlm.nih.gov/90000022"
)
HERONS = preprint(
    "Wading herons and the memory of shallow lagoons", "Abel Storm; Ida Kvist", 2022,
    "europepmc:PPR123456", container_title="Research Square",
)  # fmt: skip
HERONS_LINE = (
    "- **Wading herons and the memory of shallow lagoons.** Abel Storm, Ida Kvist. "
    "*Research Square*, 2022."
)


def world(*held: Work, down: tuple[str, ...] = ()) -> World:
    return World(works={**SHELF.works, "europepmc": held}, down=frozenset(down))


def test_what_pubmed_owes_is_asked_of_europe_pmc_and_leaves_no_gap() -> None:
    (one,) = run(world(MOSS, down=("pubmed",)), listed(BY_PMID)).audited
    assert one.status is Status.RESOLVED
    assert one.match
    assert one.match.unavailable == ()
    assert one.findings == ()


def test_where_europe_pmc_is_silent_or_ignorant_pubmed_is_owed_as_before() -> None:
    for known in (world(down=("pubmed",)), world(MOSS, down=("pubmed", "europepmc"))):
        (one,) = run(known, listed(BY_PMID)).audited
        assert one.status is Status.NOT_VERIFIED
        assert one.match
        assert "pubmed" in one.match.unavailable


@pytest.mark.parametrize("line", [BY_PMID, *LINES.values()])
def test_europe_pmc_is_not_asked_while_ncbi_answers(line: str) -> None:
    asked = [question for wave in rounds(world(MOSS), line) for question in wave]
    assert not [question for question in asked if question.startswith("europepmc")]


def test_a_preprint_without_a_link_is_searched_for_where_preprints_are() -> None:
    (one,) = run(world(HERONS), listed(HERONS_LINE)).audited
    assert one.status is Status.RESOLVED
    assert (
        [str(i) for i in one.match.evidence[0].work.identifiers]
        if one.match
        else [] == ["europepmc:PPR123456"]
    )


def test_a_preprint_that_crossref_knows_is_not_searched_for_again() -> None:
    line = (
        "- **The grain transformer: robust models of dune migration.** Asta Bergman, Dario Conti, "
        "Femi Okoro. *bioRxiv*, 2022."
    )
    asked = [question for wave in rounds(world(DUNES_EARLY), line) for question in wave]
    assert not [question for question in asked if question.startswith("europepmc")]
