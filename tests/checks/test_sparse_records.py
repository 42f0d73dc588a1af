"""Records that tell little: their silence accuses nobody, and nothing is taken away."""

import pytest

from pipeline.values.finding import FixKind
from pipeline.values.work import Work
from tests.shelf import FERNS, LINES, MOSS, POOLS, POOLS_EARLY, TIDES, changed, listed
from tests.world import everywhere, run

UNDATED = POOLS.but(issued=None, dates=())

BOTH = """@article{{pools,
  title = {{Counting rock pool snails from kite photographs}},
  author = {{Almeida, Hugo and Castell, Wren}},
  journal = {{Marine Ecology Letters}},
  year = {{2022}},
  doi = {{10.99999/mel.2022.77}},
  preprint = {{{}}}
}}
"""


def test_the_year_of_the_preprint_is_none_of_the_article_whose_record_has_no_date() -> None:
    """A chapter of 2019 was written down as of 2017: its publisher had deposited no year."""
    world = everywhere(POOLS_EARLY, UNDATED)
    line = changed("pools", "2022. [[Link]](https://doi.org/10.99999/mel.2022.77)",
                   "2024. [[Link]](https://doi.org/10.99999/mel.2022.77)")  # fmt: skip
    assert run(world, listed(line)).of("year-differs") == []
    (found,) = run(everywhere(POOLS_EARLY, POOLS), listed(line)).of("year-differs")
    assert (found.current, found.fix) == ("2024", FixKind.AUTO)


def test_the_year_of_a_preprint_that_is_cited_as_such_is_judged() -> None:
    line = LINES["pools"].replace("*Marine Ecology Letters*, 2022", "*arXiv*, 2018")
    line = line.replace("https://doi.org/10.99999/mel.2022.77", "https://arxiv.org/abs/2111.01234")
    assert run(everywhere(POOLS_EARLY, UNDATED), listed(line)).of("year-differs")


@pytest.mark.parametrize(
    ("year", "venue", "record", "said"),
    [
        pytest.param("2028", "Marine Ecology Letters", UNDATED, True, id="too far ahead"),
        pytest.param("2027", "Marine Ecology Letters", UNDATED, False, id="it may be in press"),
        pytest.param("2027", "arXiv", POOLS_EARLY, True, id="nothing is posted in advance"),
        pytest.param("2022", "arXiv", POOLS_EARLY, False, id="a version revised late"),
    ],
)  # fmt: skip
def test_a_year_that_is_still_to_come_is_wrong_whatever_the_record_says(
    year: str, venue: str, record: Work, *, said: bool
) -> None:
    """Services were asked in 2026."""
    line = LINES["pools"].replace("*Marine Ecology Letters*, 2022", f"*{venue}*, {year}")
    if record is POOLS_EARLY:
        line = line.replace(
            "https://doi.org/10.99999/mel.2022.77", "https://arxiv.org/abs/2111.01234"
        )
    done = run(everywhere(record), listed(line))
    found = done.of("year-differs")
    assert bool(found) == said
    if said and record is UNDATED:
        assert found[0].message == "The entry says 2028, which is still to come."
        assert done.fixed() == listed(line)


@pytest.mark.parametrize(
    ("address", "fix"),
    [
        ("https://essopenarchive.example/doi/full/10.22541/essoar.1671.00214462", "review"),
        ("https://doi.org/10.99999/mel.2022.78", "auto"),
    ],
)
def test_a_dead_address_beside_the_works_doi_is_written_over_only_if_it_is_a_slip_of_it(
    address: str, fix: str
) -> None:
    done = run(everywhere(POOLS_EARLY, POOLS), BOTH.format(address), ending="bib")
    (found,) = done.of("link-dead")
    assert found.fix == FixKind(fix)


def test_a_blank_before_a_colon_is_the_titles_own_where_the_record_has_it() -> None:
    title = "Compter les bigorneaux : une étude"
    line = LINES["pools"].replace("Counting rock pool snails from kite photographs", title)
    own, other = (POOLS.but(title=one) for one in (title, title.replace(" :", ":")))
    assert run(everywhere(own), listed(line)).findings == []
    assert [f.code for f in run(everywhere(other), listed(line)).findings] == ["title-style"]


@pytest.mark.parametrize(("year", "fix"), [("2020", FixKind.REVIEW), ("2022", FixKind.AUTO)])
def test_the_link_of_a_preprint_younger_than_what_is_cited_is_for_a_person_to_put_in(
    year: str, fix: FixKind
) -> None:
    """Its text may be another: scikit-learn's of 2011 came to arXiv later, with more authors."""
    line = LINES["pools"].partition(" [[")[0].replace("2022", year)
    others = [LINES[name] for name in ("tides", "moss", "ferns")]
    done = run(everywhere(POOLS_EARLY, TIDES, MOSS, FERNS), listed(line, *others))
    (found,) = done.of("link-missing")
    assert found.fix == fix
