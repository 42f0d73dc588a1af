"""What stands in a record for want of a value, or beside it, and what only looks so."""

import pytest

from pipeline.sources import wants
from pipeline.sources.people import person
from pipeline.values.work import Person
from tests.sources.test_crossref import read


@pytest.mark.parametrize(
    "title",
    ["Untitled", ":(unav)", "(:unkn)", "No title available",
     "[Not Available].", "null", "404 Not Found", "Just a moment...", "Error",
     "10.9999/x.1", "https://doi.org/10.9999/x.1", "Access Denied", "503 Service Unavailable",
     "Title unavailable", "[No title available]", "Sans titre", "Без названия", ".", "--", "???",
     "Error 503 Backend fetch failed", "Checking your browser before accessing example.org"],
)  # fmt: skip
def test_it_names_no_work(title: str) -> None:
    assert wants.title(title) == ""


@pytest.mark.parametrize(
    "title",
    ["Untitled works of the silent era", "Unav: a town by the sea",
     "Error bounds", "The 404 not found: a history", "Null",
     "Access denied to whom?", "On 10.9999/x.1 and other numbers", "Slowly, slowly",
     "Глубокое обучение", "500 years of moss", "503 snails in Ohio", "β-catenin in μCT",
     "Untitled document clustering", "道", "1984", "Please wait to be seated: queues"],
)  # fmt: skip
def test_a_title_is_left_as_it_is(title: str) -> None:
    assert wants.title(title) == ("" if title == "Null" else title)


@pytest.mark.parametrize(
    ("title", "mended"),
    [
        ("Counting snails from kites Counting Snails from Kites", "Counting snails from kites"),
        ("Counting snails from kites. Counting snails from kites", "Counting snails from kites"),
    ],
)
def test_a_title_is_mended(title: str, mended: str) -> None:
    assert wants.title(title) == mended


def test_a_journal_signs_nothing_and_a_group_does() -> None:
    group, journal = Person(literal="Pebble Group"), Person(literal="Annals of Pebbles")
    assert wants.people((journal, group), ["Annals of Pebbles"]) == (group,)
    own = (Person(family="Annals"),)
    assert wants.people(own, ["Annals"]) == own


def test_a_given_name_may_be_the_family_name_too() -> None:
    assert person(family="Xiao", given="Xiao") == Person(family="Xiao", given="Xiao")


def test_either_half_of_a_title_in_two_languages_is_one() -> None:
    both = "Counting rock snails = Das Z\u00e4hlen von Schnecken"
    assert read(title=[both]).other_titles == tuple(both.split(" = "))
    assert read(title=["E = m c^2 in schools"]).other_titles == ()
    assert read(title=["Mosses at filling factor n = 5/2 under pressure"]).other_titles == ()
