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
