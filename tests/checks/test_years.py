"""When a year is wrong, at each boundary: one step on this side spares, the next one accuses."""

import pytest

from pipeline.values.finding import Finding
from pipeline.values.work import Work
from tests.shelf import listed
from tests.world import everywhere, identifiers, preprint, run, work

TITLE = "Guided sketches of coral expression"
PEOPLE = "Yana Yang; Zed Hossain; Eric Stone"
DOI = "https://doi.org/10.99999/corals.1"
ARXIV = "https://arxiv.org/abs/2210.16666"


def said(year: int, *works: Work, venue: str = "", link: str = DOI) -> list[Finding]:
    """What is said of the year of an entry, in a world of these works."""
    place = f"*{venue}*, " if venue else ""
    line = f"- **{TITLE}.** Yana Yang, Zed Hossain, Eric Stone. {place}{year}. {link}"
    return run(everywhere(*works), listed(line)).of("year-differs")


def posted(dates: str, arxiv: str = "2210.16666", **more: object) -> Work:
    return preprint(TITLE, PEOPLE, dates, f"arxiv:{arxiv}", **more)


def printed(dates: str, venue: str = "Marine Ecology Letters", **more: object) -> Work:
    return work(TITLE, PEOPLE, venue, dates, "doi:10.99999/corals.1", **more)


def months_before(year: int, month: int, months: int) -> str:
    """The month that lies so many months before."""
    whole = 12 * year + month - 1 - months
    return f"{whole // 12}-{whole % 12 + 1:02}"


@pytest.mark.parametrize(
    ("venue", "year", "month"),
    [
        ("WACV", 2024, 1), ("AAAI", 2024, 2), ("ICLR", 2024, 5), ("AISTATS", 2024, 5),
        ("ICASSP", 2020, 5), ("ICRA", 2024, 5), ("WWW", 2024, 5), ("CHI", 2024, 5),
        ("CVPR", 2024, 6), ("NAACL", 2024, 6), ("ICML", 2024, 7), ("ACL", 2023, 7),
        ("SIGIR", 2024, 7), ("COLT", 2023, 7), ("UAI", 2024, 7), ("ISMB", 2024, 7),
        ("IJCAI", 2024, 8), ("KDD", 2024, 8), ("Interspeech", 2024, 9), ("MICCAI", 2024, 10),
        ("ECCV", 2024, 10), ("ICCV", 2023, 10), ("IROS", 2024, 10), ("CoRL", 2024, 11),
        ("EMNLP", 2023, 12), ("NeurIPS", 2024, 12),
    ],
)  # fmt: skip
def test_a_preprint_waits_fifteen_months_for_its_conference_and_no_longer(
    venue: str, year: int, month: int
) -> None:
    """When each of these ended, in a year that it met in its usual month."""
    waited = posted(months_before(year, month, 15))
    assert said(year, waited, venue=venue, link=ARXIV) == []
    (found,) = said(year, posted(months_before(year, month, 16)), venue=venue, link=ARXIV)
    assert found.current == str(year)


def test_the_wait_begins_when_the_first_of_the_preprints_was_posted() -> None:
    late = preprint(TITLE, PEOPLE, "2023-10-02", "doi:10.1101/2023.10.02.480123",
                    container_title="bioRxiv")  # fmt: skip
    assert said(2024, late, venue="NeurIPS", link="https://doi.org/10.1101/2023.10.02.480123") == []
    assert said(2024, late, posted("2022-10-28"), venue="NeurIPS", link=ARXIV)
    assert said(2024, posted("2022-10-28"), venue="Marine Ecology Letters", link=ARXIV) == []


def test_nobody_can_tell_how_long_a_preprint_waited_whose_month_is_unknown() -> None:
    vague = posted("2023", "2310.16666")
    assert said(2024, vague, venue="NeurIPS", link="https://arxiv.org/abs/2310.16666") == []


def test_proceedings_of_winter_are_of_no_later_meeting_than_the_preprint_allows() -> None:
    """BLEEP was posted in June 2023, and met in December: it is not of NeurIPS 2024."""
    early = posted("2023-06-02", preprint_of=identifiers("doi:10.99999/corals.1"))
    volume = printed("2023-12", "Advances in Coral Computing", type="paper-conference")
    assert said(2024, early, volume, venue="NeurIPS", link=f"{ARXIV} {DOI}")
    assert said(2024, volume, venue="Advances in Coral Computing") == []


@pytest.mark.parametrize(
    ("month", "year", "flagged"),
    [
        pytest.param("2021-09", 2022, False, id="online in September, in a volume of next year"),
        pytest.param("2021-08", 2022, True, id="online in August"),
        pytest.param("2021-09", 2023, True, id="two years after"),
        pytest.param("2021-03", 2020, False, id="in print in March, online the year before"),
        pytest.param("2021-04", 2020, True, id="in print in April"),
        pytest.param("2021-03", 2019, True, id="two years before"),
        pytest.param("2021", 2022, False, id="the year after a mere year"),
        pytest.param("2021", 2020, False, id="the year before a mere year"),
        pytest.param("2021", 2019, True, id="two years before a mere year"),
    ],
)
def test_a_chapter_is_of_the_year_beside_only_near_the_turn_of_the_year(
    month: str, year: int, *, flagged: bool
) -> None:
    chapter = printed(month, "Handbook of Corals", type="chapter")
    assert bool(said(year, chapter, venue="Handbook of Corals")) == flagged


def test_a_record_that_gives_both_years_leaves_no_other_open() -> None:
    both = printed("2020-12 2021-01", "Handbook of Corals", type="chapter")
    flagged = {year: bool(said(year, both)) for year in range(2019, 2023)}
    assert flagged == {2019: True, 2020: False, 2021: False, 2022: True}


def test_an_article_may_be_online_for_a_year_before_its_issue() -> None:
    assert said(2022, printed("2021-05")) == []
    assert said(2023, printed("2021-05"))
    assert said(2020, printed("2021-05"))


def test_a_mere_year_is_no_doubt_where_another_service_tells_the_month() -> None:
    vague = printed("2021", type="chapter")
    exact = vague.but(issued={"year": 2021, "month": 6}, dates=({"year": 2021, "month": 6},),
                      identifiers=identifiers("pmid:90000777 doi:10.99999/corals.1"))  # fmt: skip
    link = f"{DOI} https://pubmed.ncbi.nlm.nih.gov/90000777/"
    assert said(2020, vague, venue="Marine Ecology Letters", link=link) == []
    assert said(2020, vague, exact, venue="Marine Ecology Letters", link=link)


@pytest.mark.parametrize(
    ("proceedings", "flagged"),
    [
        pytest.param("Conference on Computer Vision and Pattern Recognition (CVPR)", True,
                     id="met in June"),
        pytest.param("Advances in Neural Information Processing Systems", False,
                     id="met in December, printed in the next year"),
        pytest.param("Proceedings of the Coral Days", False, id="nobody knows when"),
    ],
)  # fmt: skip
def test_the_year_of_a_meeting_of_summer_is_that_of_its_proceedings(
    proceedings: str, *, flagged: bool
) -> None:
    volume = printed("2005", proceedings, type="paper-conference")
    assert bool(said(2004, volume, venue=proceedings)) == flagged
    book = volume.but(type="article-journal")
    assert said(2004, book, venue=proceedings) == []


@pytest.mark.parametrize(
    ("first", "year", "flagged"),
    [
        pytest.param("2018", 2019, False, id="between, three years"),
        pytest.param("2018", 2020, False, id="just before print"),
        pytest.param("2018", 2022, True, id="behind both"),
        pytest.param("2017", 2019, True, id="between, four years"),
        pytest.param("1991", 1999, True, id="put online a generation later"),
    ],
)
def test_what_lies_between_two_dates_is_a_year_of_the_work_if_they_are_near(
    first: str, year: int, *, flagged: bool
) -> None:
    both = printed(f"{first}-05 2021-05")
    found = said(year, both, venue="Marine Ecology Letters")
    assert bool(found) == flagged


@pytest.mark.parametrize(
    ("dates", "year", "proposed", "told"),
    [
        ("2019-05", 2015, "2019", "the work is of 2019"),
        ("2016-05 2020-05", 2024, "2020", "the work is of 2016 and 2020"),
        ("2016-05 2020-05", 2011, "2016", "the work is of 2016 and 2020"),
        ("2016-05 2020-05", 2018, "2016", "the work is of 2016 and 2020"),
        ("2016-05 2017-05 2020-05", 2024, "2020", "the work is of 2016 and 2017 and 2020"),
        ("2016-05 2017-05 2018-05 2020-05", 2024, "2020", "the work is of 2016 to 2020"),
    ],
)
def test_the_nearest_year_is_proposed_and_all_are_told(
    dates: str, year: int, proposed: str, told: str
) -> None:
    (found,) = said(year, printed(dates))
    assert found.proposed == proposed
    assert found.message == f"The entry says {year}, {told}."
    assert [edit.replacement for edit in found.edits] == [proposed]


def test_only_a_year_that_stands_in_the_entry_and_that_somebody_tells_is_written_over() -> None:
    (ahead,) = said(2028, printed("").but(issued=None))
    assert (ahead.proposed, ahead.edits) == ("", ())
    under = f"# Papers\n\n## 2015\n\n- **{TITLE}.** Yana Yang, Zed Hossain, Eric Stone. {DOI}\n"
    (section,) = run(everywhere(printed("2019-05")), under).of("year-differs")
    assert section.message == "The section says 2015, the work is of 2019."
    assert (section.proposed, section.edits) == ("2019", ())


def test_the_evidence_says_which_years_are_of_the_preprint() -> None:
    early = posted("2019-05-02", "1905.16666")
    both = printed("2021-05"), early
    found = said(2012, *both, link=f"{DOI} https://arxiv.org/abs/1905.16666")
    assert {(e.source, e.value) for e in found[0].evidence} == {
        ("crossref", "2021"), ("arxiv", "preprint 2019"),
    }  # fmt: skip


def test_the_year_of_the_preprint_excuses_only_who_links_it() -> None:
    both = printed("2021-05"), posted("2019-05-02", "1905.16666")
    journal = "Marine Ecology Letters"
    assert said(2019, *both, venue=journal)
    assert said(2019, *both, venue=journal, link="https://arxiv.org/abs/1905.16666") == []


@pytest.mark.parametrize(
    ("year", "link", "flagged"),
    [
        pytest.param(2014, "https://arxiv.org/abs/1401.1666", False, id="four figures"),
        pytest.param(2019, "https://arxiv.org/abs/1901.16666", False, id="January"),
        pytest.param(2019, "https://arxiv.org/abs/1912.16666", False, id="December"),
        pytest.param(2018, "https://arxiv.org/abs/1901.16666", True, id="another year"),
        pytest.param(2019, "https://doi.org/10.1101/2019.04.05.123456", False, id="bioRxiv"),
        pytest.param(2019, "https://doi.org/10.64898/2019.04.05.123456", False, id="openRxiv"),
        pytest.param(2018, "https://doi.org/10.1101/2019.04.05.123456", True, id="not of 2018"),
        pytest.param(2019, "https://doi.org/10.1101/789123", True, id="a number without a year"),
    ],
)
def test_the_identifier_of_a_preprint_that_nobody_shows_tells_its_year(
    year: int, link: str, *, flagged: bool
) -> None:
    """However long it waited for print."""
    record = printed("2025-09", type="chapter")
    found = said(year, record, venue="Marine Ecology Letters", link=f"{DOI} {link}")
    assert bool(found) == flagged


NATURE = "https://www.nature.com/articles/s42256-023-01011-z"


@pytest.mark.parametrize(
    ("year", "link", "flagged"),
    [
        pytest.param(2023, NATURE, False, id="three years after"),
        pytest.param(2024, NATURE, True, id="four years after"),
        pytest.param(2018, NATURE, True, id="before the version known"),
        pytest.param(2023, "https://openreview.net/forum?id=aBcDeFgHiJ", False,
                     id="where no service can be asked"),
        pytest.param(2023, "https://doi.org/10.99999/nobody", True, id="a DOI that nobody knows"),
        pytest.param(2023, "", True, id="no version besides"),
    ],
)  # fmt: skip
def test_a_version_besides_that_nobody_could_be_asked_about_may_give_the_year(
    year: int, link: str, *, flagged: bool
) -> None:
    early = posted("2020-05-02", "2005.16666")
    found = said(year, early, venue="arXiv", link=f"https://arxiv.org/abs/2005.16666 {link}")
    assert bool(found) == flagged


@pytest.mark.parametrize(
    ("year", "venue", "flagged"),
    [
        pytest.param(2026, "", False, id="the year in which was asked"),
        pytest.param(2027, "", True, id="a preprint in the year to come"),
        pytest.param(2027, "Marine Ecology Letters", False, id="in press in a journal"),
        pytest.param(2028, "Marine Ecology Letters", True, id="not in press for two years"),
    ],
)
def test_nothing_is_posted_in_advance_and_little_is_in_press(
    year: int, venue: str, *, flagged: bool
) -> None:
    """Services were asked in 2026."""
    early = posted("2025-11-02", "2511.16666")
    found = said(year, early, venue=venue, link="https://arxiv.org/abs/2511.16666")
    assert bool(found) == flagged


@pytest.mark.parametrize(
    ("comment", "flagged"),
    [
        ("Accepted at NeurIPS 2024", False),
        ("Accepted at NeurIPS", True),
        ("Accepted at NeurIPS 2023", True),
        ("14 pages", True),
    ],
)
def test_the_meeting_of_which_the_preprint_speaks_has_the_year_it_says(
    comment: str, *, flagged: bool
) -> None:
    early = posted("2022-10-28", comment=comment)
    assert bool(said(2024, early, venue="NeurIPS", link=ARXIV)) == flagged


@pytest.mark.parametrize(
    ("year", "dates", "told"),
    [
        (1985, "1970-01-01", False),
        (1970, "1970-01-01 2002-03", False),
        (1985, "1970-01-02", True),
        (1985, "1970", True),
    ],
)
def test_the_day_on_which_clocks_begin_accuses_no_year(
    year: int, dates: str, *, told: bool
) -> None:
    """Journals did appear on it, and it is told where no day was given: nobody knows which."""
    assert bool(said(year, printed(dates), venue="Marine Ecology Letters")) is told


@pytest.mark.parametrize(
    ("year", "volume", "flagged"),
    [
        pytest.param(1964, "40", False, id="printed in that volume, put online forty years later"),
        pytest.param(1964, "41", True, id="in another volume"),
        pytest.param(1964, "", True, id="in no volume that it says"),
        pytest.param(1999, "40", True, id="when journals came out online as well"),
    ],
)
def test_an_old_volume_is_not_of_the_year_in_which_it_was_put_online(
    year: int, volume: str, *, flagged: bool
) -> None:
    old = printed("2004-07", volume="40", page="12")
    number = f"  volume = {{{volume}}},\n" if volume else ""
    text = (
        f"@article{{a,\n  title = {{{TITLE}}},\n"
        "  author = {Yang, Yana and Hossain, Zed and Stone, Eric},\n"
        f"  journal = {{Marine Ecology Letters}},\n{number}"
        f"  year = {{{year}}},\n  doi = {{10.99999/corals.1}}\n}}\n"
    )
    assert bool(run(everywhere(old), text, ending="bib").of("year-differs")) == flagged


@pytest.mark.parametrize("year", [2019, 2022, 2025])
def test_a_print_without_a_date_may_be_of_any_year(year: int) -> None:
    early = posted("2022-10-28", preprint_of=identifiers("doi:10.99999/corals.1"))
    assert said(year, printed(""), early) == []


def test_a_preprint_without_a_date_is_no_younger_than_its_print() -> None:
    early = posted("", preprint_of=identifiers("doi:10.99999/corals.1"))
    for year in (2019, 2021, 2023):
        assert said(year, early, printed("2023-05"), link=ARXIV) == []
    (found,) = said(2025, early, printed("2023-05"), link=ARXIV)
    assert found.proposed == "2023"
