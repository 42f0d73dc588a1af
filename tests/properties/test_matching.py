"""What matching must not depend on: case, accents, blanks, dashes, the way names are written."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.match.situation import Situation
from pipeline.resolve.asking import resolve
from pipeline.values.match import Verdict
from pipeline.values.work import Work
from tests.shelf import FERNS, MOSS, POOLS, TIDES, shelf
from tests.world import World, identifiers, people, run, work

ACCENTED = work(
    "Ökologie der Möwen – naïve models of coastal Übergänge", "Zsófia Kovács; Jürgen Müller",
    "Marine Ecology Letters", "2020-04", "doi:10.99999/mel.2020.5",
)  # fmt: skip
WORKS = (TIDES, MOSS, FERNS, POOLS, ACCENTED)


@st.composite
def respelt(draw: st.DrawFn, text: str) -> str:
    """The text in another case, without accents, decomposed, with other blanks and dashes."""
    cases = (text, text.upper(), text.lower(), text.title())
    cased = draw(st.sampled_from(cases))
    decomposed = unicodedata.normalize("NFD", cased)
    found = draw(st.sampled_from((cased, decomposed)))
    if draw(st.booleans()):
        bare = unicodedata.normalize("NFKD", found)
        found = "".join(c for c in bare if not unicodedata.combining(c))
    blank = draw(st.sampled_from((" ", "  ", "\u00a0")))
    return found.replace(" ", blank).replace("–", draw(st.sampled_from(("–", "-", "—"))))


@st.composite
def cited(draw: st.DrawFn) -> tuple[str, str]:
    """A .bib entry of one of the works with its title respelt, and the DOI of the work."""
    known = draw(st.sampled_from(WORKS))
    title = draw(respelt(known.title))
    names = [(p.given, p.family) for p in known.authors]
    manner = draw(st.sampled_from(("{1}, {0}", "{0} {1}", "{1}, {0[0]}.")))
    authors = " and ".join(manner.format(given, family) for given, family in names)
    year = known.issued.year if known.issued else 0
    text = (
        f"@article{{a,\n  title = {{{title}}},\n  author = {{{authors}}},\n  year = {{{year}}},\n"
    )
    doi = known.identifiers[0]
    linked = draw(st.booleans())
    return text + (f"  doi = {{{doi.value}}},\n" if linked else "") + "}\n", str(doi)


def situation(world: World, text: str) -> Situation:
    result = run(world, text, ending="bib")
    (found,) = resolve(result.readings[0].entries, world.ask)
    return found


@settings(max_examples=60)
@given(cited())
def test_the_spelling_of_an_entry_does_not_decide_what_it_means(entry: tuple[str, str]) -> None:
    text, doi = entry
    result = run(shelf(ACCENTED), text, ending="bib")
    (each,) = result.audited
    assert each.match is not None
    assert each.match.verdict is Verdict.EXACT
    assert each.paper is not None
    assert doi in map(str, each.paper.work.identifiers)
    loud = [finding for finding in each.findings if finding.severity != "notice"]
    assert [finding for finding in loud if finding.field in ("title", "authors", "year")] == []


@settings(max_examples=40)
@given(st.sampled_from(WORKS), st.sampled_from(WORKS))
def test_a_title_of_one_work_under_the_doi_of_another_means_the_first(
    meant: Work, linked: Work
) -> None:
    """The title is stronger than the link, whatever two works they are."""
    doi = linked.identifiers[0]
    text = f"@article{{a,\n  title = {{{meant.title}}},\n  doi = {{{doi.value}}},\n}}\n"
    match = situation(shelf(ACCENTED), text).match
    assert match.sure
    assert {c.work.title for c in match.evidence} == {meant.title}
    assert bool(match.linked) == (meant != linked)


def test_a_title_that_nobody_bears_means_nothing_whoever_wrote_it() -> None:
    authors = " and ".join(f"{p.family}, {p.given}" for p in TIDES.authors)
    text = (
        "@article{a,\n  title = {Whispering algorithms for the census of glacier fleas},\n"
        f"  author = {{{authors}}},\n  journal = {{Journal of Estuarine Sensing}},\n}}\n"
    )
    assert situation(shelf(), text).match.verdict is Verdict.DIFFERENT


def test_an_erratum_of_nearly_the_same_title_is_another_work() -> None:
    erratum = TIDES.but(
        title=f"Erratum to: {TIDES.title}", type="notice",
        identifiers=identifiers("doi:10.99999/jes.2021.018"), authors=people("Mara Lindqvist"),
    )  # fmt: skip
    world = World(works={"crossref": (erratum, TIDES)})
    text = f"@article{{a,\n  title = {{{TIDES.title}}},\n  year = {{2021}},\n}}\n"
    match = situation(world, text).match
    assert [c.work.type for c in match.evidence] == ["article-journal"]
