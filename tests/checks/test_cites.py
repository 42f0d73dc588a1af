"""Which version of its work an entry is said to cite."""

import pytest

from pipeline.checks.entry import cited
from pipeline.values.audit import Cited
from pipeline.values.work import Stage
from tests.shelf import LINES, changed, listed, shelf
from tests.world import identifiers, run, told, work


def _cited(line: str) -> Cited | None:
    (audited,) = run(shelf(), listed(line)).audited
    return audited.cites


def test_the_article_is_cited_with_what_is_its_own() -> None:
    cites = _cited(LINES["pools"])
    assert cites is not None
    assert (cites.version, cites.venue, cites.year) == (
        Stage.RECORD, "Marine Ecology Letters", 2022,
    )  # fmt: skip
    assert cites.identifiers == identifiers("doi:10.99999/mel.2022.77")


def test_the_preprint_is_cited_by_who_calls_it_so() -> None:
    link = "https://doi.org/10.99999/mel.2022.77"
    line = changed("pools", "*Marine Ecology Letters*, 2022", "*arXiv*, 2021")
    cites = _cited(line.replace(link, "https://arxiv.org/abs/2111.01234"))
    assert cites is not None
    assert (cites.version, cites.year) == (Stage.PREPRINT, 2021)
    assert cites.identifiers == identifiers("arxiv:2111.01234")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("- **No such work of any kelp forest.** Ada Storm. *Kelp*, 2019.", id="none"),
        pytest.param("- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, "
                     "Kofi Adomako, Rana Sato. *bioRxiv*, 2021.", id="an unseen preprint"),
    ],
)  # fmt: skip
def test_a_version_that_no_service_shows_is_not_named(line: str) -> None:
    assert _cited(line) is None


@pytest.mark.parametrize(
    ("people", "named"),
    [
        ("", "PNAS, 2020"), ("Ana Roca", "Ana Roca, PNAS, 2020"),
        ("Ana Roca; Bo Li", "Ana Roca and Bo Li, PNAS, 2020"),
        ("Ana Roca; Bo Li; Cy Moss", "Ana Roca et al., PNAS, 2020"),
    ],
)  # fmt: skip
def test_both_of_two_authors_are_named_and_of_more_the_first(people: str, named: str) -> None:
    each = work("Maps of mice", people, "PNAS", 2020, "doi:10.99999/maps.1")
    assert cited(told("crossref", each)) == f"“Maps of mice” ({named})"
