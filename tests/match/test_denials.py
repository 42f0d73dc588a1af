"""Absence that one service tells is no fact: who else must say so, and what if nobody does."""

from collections.abc import Mapping

import pytest

from pipeline.values.finding import FixKind
from pipeline.values.question import Agency, Answer, ById, Found, NotFound, Question
from tests.shelf import SHELF, changed, listed, shelf
from tests.world import Run, World, run


class Lying(World):
    """A world in which a service says of some identifiers that it has no such thing."""

    source = "arxiv"
    lies = 99
    """How often it says so of each."""

    def answer(self, question: Question) -> Answer:
        query = question.query
        if isinstance(query, Agency):
            return Found(agency="DataCite" if query.identifier.scheme == "arxiv" else "Crossref")
        again = isinstance(query, ById) and query.again
        if question.source == self.source and isinstance(query, ById) and (again < self.lies):
            return NotFound()
        return super().answer(question)


def lying(source: str, lies: int = 99, works: Mapping[str, object] = SHELF.works) -> Lying:
    world = Lying(works=works)  # type: ignore[arg-type]  # works by service, as in any world
    world.source, world.lies = source, lies
    return world


def statuses(done: Run) -> list[str]:
    return [audited.status.value for audited in done.audited]


@pytest.mark.parametrize(("source", "entry"), [("arxiv", "lichen"), ("crossref", "tides")])
def test_what_its_registry_says_exists_is_neither_dead_nor_searched_for(
    source: str, entry: str
) -> None:
    world = lying(source)
    done = run(world, listed(entry))
    assert done.codes == ["not-verified"]
    assert done.audited[0].match is not None
    assert done.audited[0].match.unavailable == (source,)
    assert not any(question.query.kind == "citation" for question in world.asked)
    assert done.fixed() == listed(entry)


@pytest.mark.parametrize(("source", "entry"), [("arxiv", "lichen"), ("crossref", "tides")])
def test_what_a_batch_came_without_is_asked_for_alone(source: str, entry: str) -> None:
    world = lying(source, lies=1)
    assert run(world, listed(entry)).findings == []
    alone = [q for q in world.asked if isinstance(q.query, ById) and q.query.again]
    assert [question.source for question in alone] == [source]


def test_what_every_registry_disowns_is_dead() -> None:
    """The other side: an id of arXiv, a DOI and a PMID that nobody knows."""
    for url in ("https://arxiv.org/abs/2301.01234", "https://doi.org/10.99999/no.such",
                "https://pubmed.ncbi.nlm.nih.gov/90099999/"):  # fmt: skip
        world = shelf()
        done = run(world, listed(changed("lichen", "https://arxiv.org/abs/2301.09999", url)))
        assert [found.code for found in done.findings] == ["link-dead"], url
        assert done.findings[0].fix is FixKind.AUTO
        asked = {question.source for question in world.asked if question.query.kind == "agency"}
        assert asked <= {"doi", "europepmc"}
        assert len(asked) == 1


@pytest.mark.parametrize(("down", "url"), [
    ("doi", "https://arxiv.org/abs/2301.01234"),
    ("europepmc", "https://pubmed.ncbi.nlm.nih.gov/90099999/"),
])  # fmt: skip
def test_while_the_registry_is_silent_nothing_is_dead(down: str, url: str) -> None:
    done = run(
        shelf(down=(down,)), listed(changed("lichen", "https://arxiv.org/abs/2301.09999", url))
    )
    assert done.codes == ["not-verified"]


def test_who_denies_what_exists_is_believed_about_nobody_else() -> None:
    """A title that it does not find either is no title that nobody bears."""
    ghost = (
        "- **Whispering algorithms for the census of glacier fleas.** Orla Penhallow, Tib Sander. "
        "*Nature Methods*, 2020."
    )
    assert run(shelf(), listed(ghost)).codes == ["not-found"]
    done = run(lying("arxiv"), listed(ghost, "lichen"))
    assert statuses(done) == ["not-verified", "not-verified"]
    assert done.codes == ["not-verified", "not-verified"]


def test_a_missing_voice_leaves_spellings_alone_and_says_what_is_plain() -> None:
    """Crossref may spell the venue as the entry does; whose authors these are not is plain."""
    entry = changed("tides", "https://doi.org/10.99999/jes.2021.017",
                    "https://pubmed.ncbi.nlm.nih.gov/90000017/")  # fmt: skip
    misspelt = entry.replace("Estuarine Sensing", "Estuarine Sensinng")
    others = entry.replace(
        "Mara Lindqvist, Tomas Oyelaran, Jun Hasek, Petra Quill", "Ada Bell, Bo Reed"
    )
    assert run(shelf(), listed(misspelt)).codes == ["venue-misspelt"]
    assert run(shelf(down=("crossref",)), listed(misspelt)).codes == []
    done = run(shelf(down=("crossref",)), listed(others))
    assert done.codes == ["authors-differ"]
    assert done.findings[0].fix is FixKind.REVIEW
