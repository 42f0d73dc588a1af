"""What DBLP is asked for, what its word is worth, and that its silence takes nothing away."""

import pytest

from pipeline.match.same_work import families
from pipeline.values.audit import Status
from pipeline.values.question import ByCitation
from pipeline.values.work import Stage, Work
from tests.resolve.test_questions import rounds
from tests.shelf import LICHEN, LINES, changed, listed, shelf
from tests.world import Run, World, preprint, run, told, work
from tests.world import people as people_of

MEETING = work(
    LICHEN.title, "Yusuf Demir; Clara Whitlock; Ines Farrow", "ICLR", 2023,
    "openreview:liC_hen1 dblp:conf/iclr/DemirWF23", type="paper-conference",
)  # fmt: skip
POSTED = preprint(
    LICHEN.title, "Yusuf Demir; Clara Whitlock; Ines Farrow", 2023,
    "arxiv:2301.09999 dblp:journals/corr/abs-2301-09999",
)  # fmt: skip
ALGAE = work(
    "Amortised inference over drifting algae mats", "Oda Lindgren; Pim Versteeg",
    "ICML", 2021, "dblp:conf/icml/LindgrenV21", type="paper-conference",
)  # fmt: skip
ALGAE_LINE = (
    "- **Amortised inference over drifting algae mats.** Oda Lindgren, Pim Versteeg. *ICML*, 2021."
)


def knowing(*works: Work, down: tuple[str, ...] = ()) -> World:
    """The usual world with what DBLP holds besides."""
    usual = shelf(down=down)
    return World(works={**usual.works, "dblp": works}, down=usual.down)


def at(venue: str, year: int = 2023) -> str:
    return changed("lichen", "*arXiv*, 2023", f"*{venue}*, {year}")


def said(line: str, world: World) -> Run:
    return run(world, listed(line))


@pytest.mark.parametrize("venue", ["ICLR", "International Conference on Learning Representations"])
def test_the_venue_of_a_conference_without_dois_is_confirmed(venue: str) -> None:
    assert said(at(venue), knowing()).codes == ["venue-unverified"]
    assert said(at(venue), knowing(MEETING, POSTED)).codes == []


def test_another_conference_is_found_and_the_true_one_proposed() -> None:
    (finding,) = said(at("NeurIPS"), knowing(MEETING, POSTED)).findings
    assert (finding.code, finding.proposed) == ("venue-differs", "ICLR")
    assert [one.source for one in finding.evidence][:1] == ["dblp"]


@pytest.mark.parametrize(
    "venue", ["ICLR Workshop on Fungi", "ICLR (Spotlight)", "Proceedings of the ICLR", "ICLR'23"]
)
def test_a_track_or_a_workshop_of_the_conference_is_no_other_one(venue: str) -> None:
    run_of_it = said(at(venue), knowing(MEETING, POSTED))
    assert not [f for f in run_of_it.findings if f.severity != "notice"]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        pytest.param("Sparse attentions over long lichen sequences", 2,
                     id="the paper's title, which its preprint has not"),
        pytest.param("Sparse attention over longlichen sequences", 2,
                     id="one word where DBLP may have two"),
        pytest.param("Sparse Attention: Over long-lichen sequences.", 1,
                     id="as DBLP compares titles it is the same"),
    ],
)  # fmt: skip
def test_a_paper_is_looked_for_by_each_title_under_which_it_may_stand(
    title: str, asked: int
) -> None:
    world = knowing(POSTED)
    said(at("ICLR").replace(LICHEN.title, title), world)
    titles = {q.query.title for q in world.asked if isinstance(q.query, ByCitation)}
    assert len(titles) == asked
    assert LICHEN.title in titles


def test_a_preprint_whose_conference_paper_exists_is_superseded() -> None:
    (finding,) = said(LINES["lichen"], knowing(MEETING, POSTED)).findings
    assert finding.code == "superseded"
    assert finding.proposed == "https://openreview.net/forum?id=liC_hen1"
    assert said(LINES["lichen"], knowing(POSTED)).codes == []


def test_a_paper_that_nobody_else_knows_is_found() -> None:
    (unknown,) = said(ALGAE_LINE, knowing()).audited
    (known,) = said(ALGAE_LINE, knowing(ALGAE)).audited
    assert unknown.status is not Status.RESOLVED
    assert known.status is Status.RESOLVED


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LINES["tides"], id="an article whose journal is known"),
        pytest.param(changed("tides", "Journal of Estuarine", "Journal of Coastal"),
                     id="one in another journal: DBLP lists meetings"),
        pytest.param(LINES["pools"], id="an article with a preprint"),
    ],
)  # fmt: skip
def test_dblp_is_not_asked_for_what_the_others_settle(line: str) -> None:
    assert not [asked for asked in rounds(shelf(), line) if "dblp search" in asked]


def test_a_preprint_whose_authors_say_where_it_was_accepted_is_not_asked_for() -> None:
    known = LICHEN.but(comment="Accepted at ICLR 2023")
    world = World(works={"arxiv": (known,)})
    assert rounds(world, at("ICLR")) == [["arxiv arxiv:2301.09999"]]
    assert rounds(world, at("NeurIPS"))[-1] == ["dblp search"]


def test_titles_of_a_few_letters_or_of_none_that_are_latin_are_not_asked_for() -> None:
    for title in ("Moss", "苔藓的稀疏注意力模型"):
        asked = rounds(World(works={}), f"- **{title}.** Yusuf Demir. *NeurIPS*, 2023.")
        assert not [one for one in asked if "dblp search" in one]


def test_before_authors_of_a_conference_paper_are_called_wrong_dblp_is_heard() -> None:
    people, whole = "Oda Lindgren; Pim Versteeg", "Oda Lindgren; Pim Versteeg; Rui Mbeki"
    cut = work(ALGAE.title, people, "Proceedings of the International Conference on Machine "
               "Learning", 2021, "doi:10.99999/3.1", type="paper-conference")  # fmt: skip
    line = ALGAE_LINE.replace("Versteeg", "Versteeg, Rui Mbeki")
    line += " [[Link]](https://doi.org/10.99999/3.1)"
    known = {"crossref": (cut,)}
    assert "authors-extra" in said(line, World(works=known)).codes
    heard = World(works={**known, "dblp": (ALGAE.but(authors=people_of(whole)),)})
    assert said(line, heard).codes == ["sources-disagree"]


@pytest.mark.parametrize("line", [*LINES.values(), at("ICLR"), at("NeurIPS", 2019), ALGAE_LINE])
def test_without_dblp_everything_is_as_if_there_were_no_such_service(line: str) -> None:
    silent, ignorant = said(line, knowing(down=("dblp",))), said(line, knowing())
    assert silent.findings == ignorant.findings
    assert [one.status for one in silent.audited] == [one.status for one in ignorant.audited]
    assert not any(one.match and one.match.unavailable for one in silent.audited)


def test_the_year_of_a_meeting_leaves_no_other_beside_it() -> None:
    later = said(at("ICLR", 2024), knowing(MEETING, POSTED))
    assert [(f.code, f.proposed) for f in later.findings] == [("year-differs", "2023")]
    assert said(at("ICLR", 2023), knowing(MEETING, POSTED)).codes == []


def test_proceedings_of_a_meeting_in_winter_may_be_of_the_next_year() -> None:
    winter = MEETING.but(container_title="NeurIPS")
    unlinked = at("NeurIPS", 2024).partition(" [[Link")[0]
    assert said(unlinked, knowing(winter)).codes in ([], ["link-missing"])
    assert "year-differs" in said(at("NeurIPS", 2024), knowing(winter)).codes


def test_one_paper_of_a_meeting_under_its_long_and_its_short_name_is_one_work() -> None:
    people, long = (
        "Yusuf Demir; Clara Whitlock",
        "Advances in Neural Information Processing Systems",
    )
    registered = work("Sparse moss", people, f"{long} 36", 2023, "doi:10.52202/1-1",
                      type="paper-conference")  # fmt: skip
    listed_at = work("Sparse moss", people, "NeurIPS", 2023, "dblp:conf/nips/D23",
                     type="paper-conference")  # fmt: skip
    aside = listed_at.but(container_title="NeurIPS Workshop on Moss")
    printed = listed_at.but(container_title="NeurIPS", type="article-journal")
    assert listed_at.stage is Stage.RECORD
    for other, number in ((listed_at, 1), (aside, 2), (printed, 2)):
        both = families([told("crossref", registered), told("dblp", other)])
        assert len(both) == number, other


def test_an_address_alone_is_the_paper_that_dblp_has_at_it() -> None:
    line = "- https://openreview.net/forum?id=liC_hen1"
    (known,) = said(line, knowing(MEETING)).audited
    (unknown,) = said(line, knowing(down=("dblp",))).audited
    assert known.status is Status.RESOLVED
    assert known.match
    assert known.match.evidence[0].work.title == LICHEN.title
    assert unknown.status is Status.NOT_VERIFIED
    assert unknown.match
    assert unknown.match.unavailable == ()


@pytest.mark.parametrize(
    ("venue", "address"),
    [
        ("NeurIPS", "https://proceedings.neurips.cc/paper/2023/hash/291597a100aadd814d197af4f4bab3a7-Abstract.html"),
        ("ICML", "https://proceedings.mlr.press/v202/demir23a.html"),
        ("CVPR", "https://openaccess.thecvf.com/content/CVPR2023/html/Demir_Sparse_Attention_CVPR_2023_paper.html"),
        ("ECCV", "https://www.ecva.net/papers/eccv_2023/papers_ECCV/html/65_ECCV_2023_paper.php"),
        ("OSDI", "https://www.usenix.org/conference/osdi23/presentation/demir"),
    ],
)  # fmt: skip
def test_an_address_in_the_proceedings_bears_the_venue_out(venue: str, address: str) -> None:
    line = at(venue).replace("https://arxiv.org/abs/2301.09999", address)
    world = knowing()
    assert said(line, world).codes == []
    assert not [one for one in rounds(world, line) if "dblp search" in one]
    assert said(line.replace(f"*{venue}*", "*ICLR*"), knowing()).codes == ["venue-unverified"]
