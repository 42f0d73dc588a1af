"""Addresses that name no work by themselves: by their number's likely DOI, and by their place."""

from pipeline.values.audit import Audited, Status
from pipeline.values.question import Agency
from tests.shelf import MOSS, TIDES, listed, shelf
from tests.world import World, identifiers, run, work

LANCET = work(
    "Salt marsh fever in ferrymen", "Ode Marsh; Vera Pike", "The Lancet", 2013,
    "doi:10.1016/s0140-6736(13)62228-x",
)  # fmt: skip
HERE = work("Moss", "Ann Fen", "Science", 2013, "doi:10.99999/here", volume="340", page="449-452")


def one(line: str, world: World) -> Audited:
    (audited,) = run(world, listed(f"- {line}")).audited
    return audited


def named(audited: Audited) -> str:
    assert audited.match
    return audited.match.evidence[0].work.title if audited.status is Status.RESOLVED else ""


def test_a_pii_that_nobody_lists_is_tried_as_the_doi_of_old() -> None:
    page = "https://www.sciencedirect.com/science/article/pii/S014067361362228X"
    assert named(one(page, shelf(LANCET))) == LANCET.title
    assert named(one(page, shelf())) == ""
    other = page.replace("62228X", "622281")
    assert named(one(other, shelf(LANCET))) == ""


def test_the_one_doi_that_a_number_ends_is_found_and_no_agency_is_asked_about_the_others() -> None:
    page = "https://ieeexplore.ieee.org/document/809964"
    paper = LANCET.but(identifiers=identifiers("doi:10.1109/test.1999.809964"))
    world = shelf(paper)
    assert named(one(page, world)) == LANCET.title
    assert not any(isinstance(question.query, Agency) for question in world.asked)
    assert named(one(page.replace("809964", "809965"), shelf(paper))) == ""


def test_a_place_is_asked_of_both_who_know_places_and_they_name_one_work() -> None:
    page = "http://www.sciencemag.org/content/340/6131/449.full"
    cited = HERE.but(identifiers=identifiers("pmid:777 doi:10.99999/here"))
    twice = {"crossref": (HERE,), "pubmed": (cited,)}
    for works in (twice, {"crossref": (HERE,)}, {"pubmed": (cited,)}):
        assert named(one(page, World(works=works))) == HERE.title


def test_a_place_may_be_told_by_the_journals_issn_alone() -> None:
    page = "http://iopscience.iop.org/1741-2552/340/6131/449"
    issued = HERE.but(issn=("1741-2560", "1741-2552"))
    assert named(one(page, World(works={"crossref": (issued,)}))) == HERE.title
    assert named(one(page, World(works={"crossref": (HERE,)}))) == ""


def test_two_works_at_one_place_are_none() -> None:
    page = "http://www.sciencemag.org/content/340/6131/449.full"
    other = HERE.but(title="Fen", identifiers=TIDES.identifiers)
    assert named(one(page, World(works={"crossref": (HERE, other)}))) == ""
    assert named(one(page, World(works={"crossref": (MOSS,)}))) == ""


def test_the_words_of_an_address_are_searched_for() -> None:
    cvf = "https://openaccess.thecvf.com/content_cvpr_2016/papers/{}_CVPR_2016_paper.pdf"
    paper = work("Deep tidal memory for counting snails", "Ode Marsh; Vera Pike", "CVPR", 2016,
                 "doi:10.99999/cvpr.7", type="paper-conference")  # fmt: skip
    world = World(works={"crossref": (paper,)})
    assert named(one(cvf.format("Marsh_Deep_Tidal_Memory_for_Counting"), world)) == paper.title
    assert named(one(cvf.format("Quist_Deep_Tidal_Memory_for_Lost"), world)) == ""
    nips = "https://papers.nips.cc/paper/7181-deep-tidal-memory-for-counting-snails"
    assert named(one(nips, world)) == paper.title
    assert named(one(nips.replace("snails", "sheep"), world)) == ""


DATA = work("Counts of moss", "Ode Marsh", "Zenodo", 2020, "doi:10.5281/zenodo.9991879")


def test_a_number_in_an_archive_of_data_is_taken_where_nothing_else_is_said() -> None:
    world = World(works={"datacite": (DATA,)})
    assert named(one("https://zenodo.org/records/9991879", world)) == DATA.title
    data = "[[Data]](https://zenodo.org/records/9991879)"
    beside = f"**{MOSS.title}.** Ann Fen, Bo Reed. *Annals of Moss*, 2022. {data}"
    both = World(works={"datacite": (DATA,), "crossref": (MOSS,)})
    assert named(one(beside, both)) == MOSS.title


def said(audited: Audited) -> str:
    return " ".join(finding.message for finding in audited.findings)


def test_an_address_that_nobody_knows_is_answered_with_what_is_missing() -> None:
    nobody = one("https://unknown.example.org/papers/17", shelf(MOSS))
    assert nobody.status is Status.NOT_VERIFIED
    assert "its DOI or its title written beside the address is enough" in said(nobody)
    jstor = one("https://www.jstor.org/stable/9991", shelf(MOSS))
    assert "JSTOR's own number 9991" in said(jstor)


def test_an_address_of_code_or_a_front_page_alone_is_no_paper() -> None:
    for page in ("https://github.com/moss/fen", "https://unknown.example.org/"):
        assert run(shelf(MOSS), listed(f"- {page}")).audited == ()


PRINTED = work("Moss fever in ferrymen", "Ann Fen; Bo Reed", "Annals of Moss", 2013,
               "doi:10.99999/printed", volume="34", page="449-452")  # fmt: skip
UNTITLED = "1 A. {} and B. Reed, Annals of Moss {}, 449 (2013).\n"


def test_a_reference_without_a_title_is_the_work_at_its_place() -> None:
    def found(family: str, volume: str) -> str:
        text = UNTITLED.format(family, volume)
        world = World(works={"crossref": (PRINTED,)})
        (audited,) = run(world, text, ending="txt").audited
        return named(audited)

    assert found("Fen", "34") == PRINTED.title
    assert found("Fen", "35") == ""
    assert found("Quist", "34") == ""


def test_a_family_of_two_words_signs_by_either_its_whole_or_its_end() -> None:
    authors = "Ann Tamayo Tenorio; Bo Reed"
    tenorio = work("Fern fever in ferrymen", authors, "Annals of Moss", 2013, "doi:10.99999/t",
                   volume="34", page="449-452")  # fmt: skip
    (first, *others) = tenorio.authors
    whole = first.but(given="Ann", family="Tamayo Tenorio")
    world = World(works={"crossref": (tenorio.but(authors=(whole, *others)),)})

    def found(family: str) -> str:
        (audited,) = run(world, UNTITLED.format(family, "34"), ending="txt").audited
        return named(audited)

    assert found("Tamayo Tenorio") == tenorio.title
    assert found("Tenorio") == tenorio.title
    assert found("Orio") == ""
    assert found("Tamayo") == ""
