"""Answers that say the same of everything tell nothing; what is merely alike stays told."""

import pytest

from pipeline.match.uniform_answers import AnsweredQuestion, answered_question, hollow
from pipeline.values.question import ByCitation, ById, Found, Question, Unavailable
from pipeline.values.work import Work
from tests.world import identifiers, work
from tests.world import told as candidate

LAMP = work("A lamp for every hallway", "Zed Quorn", "Hallway Letters", 2012, "doi:10.9999/hallway")


def of(title: str, who: str, doi: str) -> Work:
    return work(title, who, "Pebble Letters", 2012, f"doi:{doi}")


def search(
    title: str, *works: Work, source: str = "crossref", families: str = ""
) -> AnsweredQuestion:
    query = ByCitation(title=title, families=tuple(families.split()))
    return AnsweredQuestion(Question(source=source, query=query), title, works)


def look_up(doi: str, found: Work, sought: str = "", source: str = "crossref") -> AnsweredQuestion:
    query = ById(identifier=identifiers(f"doi:{doi}")[0])
    return AnsweredQuestion(Question(source=source, query=query), sought, (found,))


MOSS, FERN = (
    of("Tidal mosses at dusk", "Ada Shore", "10.9999/a"),
    of("Ferns of nine valleys", "Ben Tide", "10.9999/b"),
)
SAME_LIST = [search("Tidal mosses at dusk", LAMP), search("Ferns of nine valleys", LAMP)]
ONE_DOI = [
    search("Tidal mosses at dusk", of("Tidal mosses at dusk", "Ada Shore", "10.9999/a")),
    search("Ferns of nine valleys", of("Ferns of nine valleys", "Ben Tide", "10.9999/a")),
]
ONE_TITLE = [
    look_up(f"10.9999/{n}", of("Editorial", f"{who} Tide", f"10.9999/{n}"), sought)
    for n, (who, sought) in enumerate(
        [("Ada", "Tidal mosses"), ("Ben", "Ferns of valleys"), ("Cy", "Pebbles counted")]
    )
]


@pytest.mark.parametrize("said", [SAME_LIST, ONE_DOI, ONE_TITLE])
def test_what_is_said_of_different_works_alike_is_said_of_none(
    said: list[AnsweredQuestion],
) -> None:
    assert hollow(said) == {one.question for one in said}


@pytest.mark.parametrize("said", [SAME_LIST, ONE_DOI, ONE_TITLE])
def test_each_service_is_held_against_itself_alone(said: list[AnsweredQuestion]) -> None:
    """Crossref does not lie because another service says so, too."""
    apart = [
        AnsweredQuestion(Question(source=source, query=one.question.query), one.sought, one.works)
        for source, one in zip(("crossref", "datacite", "pubmed"), said, strict=False)
    ]
    assert hollow(apart) == frozenset()


LATER = of("Mosses of the tides, heard at dusk", "Ada Shore", "10.9999/a")
PEOPLE = ("Ada", "Ben", "Cy", "Di")
EDITORIALS = [of("Editorial", f"{who} Tide", f"10.9999/{who.lower()}") for who in PEOPLE]
DEEP = [of("Deep learning", f"{who} Tide", f"10.9999/{who.lower()}") for who in PEOPLE]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param([search("Tidal mosses at dusk", MOSS), search("Tidal mosses", MOSS)],
                     id="one work under two forms of its title"),
        pytest.param([search("Tidal mosses", MOSS, FERN), search("Mosses, again", MOSS, FERN)],
                     id="two titles that share a word"),
        pytest.param([search(title, LAMP, families="Quorn") for title in ("Hello", "World")],
                     id="the same people under other titles"),
        pytest.param([search("Hello", LAMP), search("Hello", LAMP)], id="one search twice"),
        pytest.param([look_up("10.9999/a", MOSS), look_up("10.9999/a", LATER)],
                     id="a title that its publisher has changed"),
        pytest.param([look_up(one.identifiers[0].value, one, "Editorial") for one in EDITORIALS],
                     id="editorials in a list of editorials"),
        pytest.param([search(f"Deep learning for {n}", *DEEP) for n in ("moss", "ferns", "bees")],
                     id="a title that many works have, of the words that were sought"),
    ],
)  # fmt: skip
def test_what_is_merely_alike_stays_told(said: list[AnsweredQuestion]) -> None:
    assert hollow(said) == frozenset()


def test_who_brings_what_was_sought_is_believed_though_some_of_the_rest_is_odd() -> None:
    """The answer itself is not kept for later runs all the same."""
    editorials = [of("Editorial", f"{who} Tide", f"10.9999/{who}") for who in ("Ada", "Ben", "Cy")]
    said = [search("Tidal mosses at dusk", MOSS, *editorials), search("Violins", *editorials)]
    assert hollow(said) == {said[1].question}
    assert hollow(said, touched=True) == {one.question for one in said}


def test_one_answer_to_several_questions_is_no_answer_alike_to_each() -> None:
    together = Question(source="crossref", query=ByCitation(title="Mosses", printed=True))
    alone = Question(source="crossref", query=ByCitation(title="Mosses"))
    answer = Found(candidates=(candidate("crossref", LAMP),))
    assert answered_question(together, answer) is None
    assert answered_question(alone, answer) == AnsweredQuestion(alone, "Mosses", (LAMP,))
    assert answered_question(alone, Unavailable(reason="crossref did not answer")) is None
