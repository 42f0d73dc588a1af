"""Titles that lead to no paper, and what around them tells that they are of papers."""

import re

from tests.reading.six_titles import TITLES, said

SNOW = (
    "Active Reward Learning for Robots in Bandwidth Limited Snow",
    "Fault Tolerant Control in Shape-Changing Sledge Robots",
    "Design of a Roller-Based Hand for Grasping Icicles in Clutter",
    "Learning Shape Priors for Generalizable Assembly of Snowmen",
    "Efficient Drone Delivery Using Transit Networks over Ice",
    "Stereo Visual Inertial Odometry with Online Snow Calibration",
)


def test_titles_under_the_name_and_year_of_a_meeting_are_papers() -> None:
    text = "".join(f"- {title}\n" for title in SNOW)
    found = said(f"# ICRA2020-paper-list\n\n## Snow\n\n{text}")
    assert [title for title, _, _ in found] == list(SNOW)
    assert said(f"# Snow of 2020\n\n{text}") == []


def test_notes_beside_a_list_each_with_its_year_are_of_papers() -> None:
    text = "".join(
        f"- [{title} (201{n})](./notes/{n}.md)\n- [{title} of rats (200{n})](notes/rats{n}.md)\n"
        for n, title in enumerate(TITLES)
    )
    assert len(said(f"# Bibliography\n\n{text}")) == 12
    undated = re.sub(r" \(20\d\d\)", "", text)
    assert said(f"# Bibliography\n\n{undated}") == []
    assert said(f"# Notes of 2021\n\n{undated}") == []


def _among_papers(line: str) -> list[str | None]:
    papers = "".join(
        f"- ICML 2021, {title} [arXiv](https://arxiv.org/abs/2306.1500{n})\n"
        for n, title in enumerate((*TITLES, *SNOW))
    )
    return [title for title, _, _ in said(f"# Maps\n\n{papers}{line}\n")][12:]


def test_a_dated_venue_before_a_title_beside_papers_says_that_it_is_one() -> None:
    title = "Shape priors for the assembly of small mossy snowmen"
    assert _among_papers(f"- ICML 2022, {title}, [Website](https://moss.example/maps/)") == [title]
    assert _among_papers(f"- ICML [{title}](https://zhuanlan.zhihu.com/p/658191974)") == [title]
    assert _among_papers(f"- ICML 2022, {title}, [dataset](https://moss.example/maps/)") == []
    assert (
        _among_papers(
            "- ICML 2022, Tutorial on the shapes of moss [Website](https://moss.example/)"
        )
        == []
    )
