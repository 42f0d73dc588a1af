"""What Crossref's records have as a subtitle and what of it belongs to the title."""

import json

import pytest

from pipeline.sources import crossref

MOSS = "Growth of moss on northern roofs after rain"

PARTS = [
    (MOSS, "A survey of ten years"),
    (MOSS, "results from a citizens’ count"),
    ("Moss", "Principles and practice"),
    ("LANTERN", "counting ferns from kites"),
    ("Brains of voles", "I. Characteristics of the brains"),
    ("Brains of voles", "Part 2: Characters"),
    ("The case for moss", "Comment on “Moss on the roofs of the north”"),
    ("MOSS ON ROOFS", "A STUDY OF FIFTY CASES"),
    ("Atriale Moose", "Das Moos und die Dächer im Norden"),
    ("Moose im Norden und das Dach", "Ein Bericht aus der Praxis"),
    (MOSS, "A meta-analysis"),
    (MOSS, "A review"),
    (MOSS, "A short review"),
    (MOSS, "A preliminary report from the coast"),
    (MOSS, "Systematic review"),
    (MOSS, "Report of a Case"),
    (MOSS, "Letters from a warm coast"),
    (MOSS, "News from a warm coast"),
    (MOSS, "Focus on ferns"),
    ("Widget, widget", "using results from one study to inform another about widgets"),
    ("Introducing MossKit", "Adding a moss to your garden"),
]
NO_PARTS = [
    (MOSS, "GROWTH OF MOSS"),
    (MOSS, "Moss growth on roofs"),
    (MOSS, "Growing of mosses after rains"),
    (MOSS, "MOSS AND WEATHER IN THE NORTH"),
    (MOSS, MOSS),
    (MOSS, "growth of moss"),
    (MOSS, "LINDQVIST AND OYE"),
    (MOSS, "Lindqvist et al."),
    (MOSS, "Letters"),
    (MOSS, "Letter to the Editor"),
    (MOSS, "LETTER TO THE EDITOR"),
    (MOSS, "Editorials"),
    (MOSS, "Original Article"),
    (MOSS, "Review Article"),
    (MOSS, "Call for Papers"),
    (MOSS, "PRELIMINARY REPORT"),
    (MOSS, "Preliminary note"),
    (MOSS, "Rapid Communication"),
    (MOSS, "Research Letter"),
    (MOSS, "Mini-review"),
    (MOSS, "Technical Note"),
    (MOSS, "Clinical Perspectives"),
    (MOSS, "Special Section"),
    (MOSS, "Viewpoint"),
    (MOSS, "Invited Commentary"),
    (MOSS, "News & Views"),
    (MOSS, "In Brief"),
    (MOSS, "Authors' Reply"),
    (MOSS, "Letters from the Editor"),
    (MOSS, "1525"),
    (MOSS, "(718982007-001)"),
    (MOSS, "10x"),
    (
        "El musgo en los tejados del norte y la lluvia",
        "The moss of the roofs and the rain",
    ),
    ("The moss of roofs and the rain", "El musgo y los tejados del norte"),
    ("Moss in old gardens", "Ada Storm, Flint: Invented & Co, 2021. 210 pp. $22. ISBN 978-1"),
    ("Moss in old gardens", "Storm, A. & Nagy, B. (2020). Gardens of stone and slate"),
]


def titled(title: str, subtitle: str, doi: str = "10.9999/10x", kind: str = "book") -> list[str]:
    record = {"DOI": doi, "type": kind, "title": [title], "subtitle": [subtitle]}
    work = crossref.read(json.dumps(record))
    return [work.title, *work.other_titles]


@pytest.mark.parametrize(("title", "subtitle"), PARTS)
def test_a_subtitle_is_the_second_half_of_the_title(title: str, subtitle: str) -> None:
    assert titled(title, subtitle) == [f"{title}: {subtitle}", title]


@pytest.mark.parametrize(("title", "subtitle"), NO_PARTS)
def test_what_is_none_stays_away(title: str, subtitle: str) -> None:
    assert titled(title, subtitle) == [title]


def test_where_a_publisher_puts_running_heads_none_is_joined() -> None:
    for doi in ("10.1111/x", "10.1002/x"):
        assert titled(MOSS, "Ferns in view", doi, "journal-article") == [MOSS]
        assert titled(MOSS, "II. Ferns", doi, "journal-article")[0] == f"{MOSS}: II. Ferns"
    assert titled(MOSS, "Ferns in view", "10.1002/x", "monograph")[0] == f"{MOSS}: Ferns in view"
    assert titled(MOSS, "Ferns in view", kind="journal-article")[0] == f"{MOSS}: Ferns in view"
