"""The years that a heading says its entries are of."""

import pytest

from pipeline.reading.heading_years import FIRST, LAST, shared, year_of_heading, years_told

ONE = [
    "2021", "2021年", "**2021** (35)", "Papers of 2021", "2021 — Papers", "NeurIPS 2021",
    "Published in 2021", "2021 (100+ papers)", "May 2021", "2021年论文", "Publications de 2021",
]  # fmt: skip
UNCLEAR = [
    "Pre-training 2021", "Before Christmas 2021", "2021 later additions", "Last updated 2021",
    "Agenda 2021", "Seminar in spring 2021", "Minutes of 2021-05-03", "2021-05",
    "~2021", "– 2021", "-2021", "～2021", "2021 →", "2021 ...", "2021～", "Read in 2021",
    "Papers (~2020)", "Papers → 2015", "2016 ↓", "〜2015", "Papers (–2021)", "2021〜", "2021 -->",
    "← 2021",
]  # fmt: skip
RANGES = [
    *((name, (FIRST, 2022)) for name in (
        "pre-2021", "Prior to 2021", "2021 and prior", "2021 & earlier", "2021 or older papers",
        "2021 (and before)", "2021 and under", "Up to 2021", "Till 2021", "Through 2021",
        "By 2021", "No later than 2021", "2021年以前", "2021 年及以前", "2021年前", "bis 2021",
        "avant 2021", "<= 2021",
    )),
    *((name, (2021, LAST)) for name in (
        "2021+", "2021 and later work", ">= 2021", "Since 2021", "2021 onwards", "From 2021 on",
        "2021 and beyond", "2021 and up", "2021 to present", "2021–present", "2021-", "2021以后",
        "2021年之后", "2021年以来", "2021年以降", "2021年至今", "ab 2021", "depuis 2021",
    )),
    ("2020s", (2020, 2030)), ("2000s and 2010s", (2000, 2020)), ("The 1990’s", (1990, 2000)),
    ("2021/22", (2021, 2023)), ("2016–19", (2016, 2020)), ("2013-2017 (Harbour)", (2013, 2018)),
    ("2019, 2020 & 2021", (2019, 2022)),
]  # fmt: skip


@pytest.mark.parametrize("heading", ONE)
def test_a_heading_is_of_a_year(heading: str) -> None:
    assert year_of_heading(heading) == 2021
    assert years_told(heading) == range(2021, 2022)


@pytest.mark.parametrize("heading", UNCLEAR)
def test_what_else_stands_beside_a_year_may_say_more(heading: str) -> None:
    assert year_of_heading(heading) is None


@pytest.mark.parametrize(("heading", "years"), RANGES)
def test_a_heading_is_of_several_years(heading: str, years: tuple[int, int]) -> None:
    assert year_of_heading(heading) is None
    assert years_told(heading) == range(*years)


def test_what_headings_of_several_years_share_says_no_more() -> None:
    alike = shared(["Moss maps 2021", "Moss maps 2020", "Fern maps 2019", "Since 2018"])
    assert year_of_heading("Moss maps 2021", alike) == 2021
    assert year_of_heading("Fern maps 2019", alike) is None
    assert year_of_heading("Since 2018", shared(["Since 2018", "Since 2019"])) is None


def test_a_heading_about_something_else_tells_of_no_years() -> None:
    assert years_told("Reading for the course of 2016") is None
    assert years_told("Moss maps") is None
