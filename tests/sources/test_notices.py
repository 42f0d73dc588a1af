"""Marks on titles of works that are no longer valid, and the titles of notices about works."""

import json
from collections.abc import Callable

import pytest

from pipeline.sources import arxiv, biorxiv, crossref, datacite, europepmc, notices, pubmed
from pipeline.values.work import PartialDate, Work
from tests.edge.questions import by_id
from tests.sources import test_arxiv, test_pubmed

BARE = "Cold light from warm moss"

MARKED = {
    "RETRACTED: {}": "retraction",
    "Retracted: {}": "retraction",
    "RETRACTED:{}": "retraction",
    "RETRACTED—{}": "retraction",
    "RETRACTED ARTICLE: {}": "retraction",
    "Retracted Article: {}": "retraction",
    "RETRACTED CHAPTER: {}": "retraction",
    "Article retracted: {}": "retraction",
    "This article has been: {}": "",
    "[Retracted and republished] {}": "retraction",
    "RETRACTED AND REPUBLISHED: {}": "retraction",
    "Notice of Retraction {}": "retraction",
    "[RETRACTED] {}": "retraction",
    "[Retracted]: {}": "retraction",
    "(Retracted) {}": "retraction",
    "[Retracted article] {}": "retraction",
    "WITHDRAWN: {}": "withdrawal",
    "Withdrawn: {}": "withdrawal",
    "REMOVED: {}": "withdrawal",
    "TEMPORARY REMOVAL: {}": "withdrawal",
    "Temporary removal: {}": "withdrawal",
    "Notice of Removal: {}": "withdrawal",
    "Notice of Retraction: {}": "retraction",
    "Notice of Violation of IEEE Publication Principles: {}": "retraction",
    "Notice of Violation of IEEE Publication Principles {}": "retraction",
    "[Notice of Retraction] {}": "retraction",
    "{} (WITHDRAWN)": "withdrawal",
    "{} (Withdrawn)": "withdrawal",
    "{} [Retracted]": "retraction",
    "{} (RETRACTED)": "retraction",
    "{} (retracted article)": "retraction",
    "{} (Retracted article. See vol. 12, pg. 7, 2020)": "retraction",
    "{} - RETRACTED": "retraction",
    "{} – Retracted": "retraction",
    "{} – WITHDRAWN": "withdrawal",
    "{}: RETRACTED": "retraction",
    "{}—RETRACTED": "retraction",
    "{} RETRACTED": "retraction",
    "{} *RETRACTED*": "retraction",
    "{} [This article has been withdrawn]": "withdrawal",
    "RETRACTED {}": "retraction",
    "Retracted—{}": "retraction",
    "**RETRACTED** {}": "retraction",
    "【RETRACTED】{}": "retraction",
    "This article has been retracted: {}": "retraction",
    "RETRACTED CASE REPORT: {}": "retraction",
    "Retracted Research Article: {}": "retraction",
    "PARTIALLY RETRACTED: {}": "partial-retraction",
}

WORKS = (
    "Additions and corrections to the flora of Fife",
    "Correction to Smith and its discontents",
    "Incorrect figures of speech",
    "Correction: a study of young offenders",
    "Errors in references: how often they are copied",
    "Errors in Figure Skating Judging",
    "Errors in the text of the Iliad",
    "Correction of author names by machine",
    "Clarification: how concepts become clear",
    "Mistakes in tables of moss",
    "RETRACTED OR NOT: WHAT READERS KNOW OF PAPERS",
    "RETRACTED AND FORGOTTEN",
    "Why This Article Has Been Retracted",
    "Partially retracted claws and how cats walk",
    "What it means to be RETRACTED in Botany",
    "Retracted science and its readers",
    "Retracted and republished: how journals mend their past",
    "Notice of Removal Proceedings and the Rights of Tenants",
    "Notice of Retraction Policies in Journals of Botany Today",
    "Withdrawal: Effects of Moss on Rats",
    "Retraction and replacement: a new practice in journals",
    "Errors in “the Lantern”: a survey",
    "Retracted papers: who still cites them",
    "Notice of Withdrawal: workers and the law of contract",
    "Temporary removal: foster care in the north",
    "Errata in “The Lantern”: a study of its printings",
    "Withdrawn children at school",
    "Withdrawn, worried and alone: a survey of pupils",
    "Removed from the shelf: libraries and their losses",
    "Removal of moss from old roofs",
    "Temporary removal of moss before rain",
    "Life after retraction: papers that were withdrawn",
    "Why papers are retracted",
    "The drug was withdrawn",
    "Correction for guessing in multiple-choice tests",
    "Correction of errors in moss genomes",
    "Corrections to the growth of moss in thin air",
    "Correction to the moss number in dry air",
    "Correction to Automatic Counting of Moss on Roofs",
    "Withdrawal: a survey of pupils and their schools",
    "Withdrawal: An Overlooked Reason of Silence in Class",
    "Withdrawal from school",
    "Errata in textbooks of botany",
    "Errors in the counting of moss",
    "Notice of retraction policies among journals of botany",
    "Retracted and corrected papers in botany",
    "Retraction and replacement of nails after surgery",
    "Retraction of the gingiva after surgery",
    "Retraction of papers by one author: a case study",
    "Retractions in general medicine",
    "Retraction notices: who writes them?",
    "Expression of concern in public speech",
    "Addendum of an equivalence theorem",
    "Error correction: a survey",
    "Motion correction",
    "Colour Correction (and its discontents)",
    "Notice of moss in the dunes",
    "Moss and fern: a note",
    "Removed: how coastal towns lost their moss",
    "Moss on the publisher's note paper",
    "Editor's note: Cold light from warm moss",
    "Department of errors and moss",
)

NOTICES = (
    "Correction to Quist and Pike (2019)",
    "Incorrect Figure",
    "Correction: what moss is effective in warm light",
    "Statement of Concern",
    "Corrections and Clarifications",
    "Corrections & Clarifications",
    "Erratum (Cold light from warm moss)",
    "Correction of Author Name",
    "Correction in Affiliation: Cold light from warm moss",
    "Error in Author Name",
    "Errors in Figure 2",
    "Error in Text",
    "Corrigendum. Cold light from warm moss",
    "Retraction. Cold light from warm moss",
    "Notification of retraction: Cold light from warm moss",
    "Removal notice to “Cold light from warm moss”",
    "Berichtigung",
    "Berichtigung: Kaltes Licht von warmem Moos",
    "Fe de erratas",
    "Retracción: Luz fría de musgo",
    "Erratum à l’article « Lumière froide de la mousse »",
    "Erratum",
    "ERRATUM.",
    "Errata",
    "Corrigendum",
    "Correction",
    "CORRECTION",
    "Corrections",
    "Author Correction",
    "Publisher’s Correction",
    "Department of Error",
    "Retraction",
    "Retractions",
    "Expression of Concern",
    "Editorial Expression of Concern",
    "Notice of Retraction",
    "Notice of Retraction and Replacement. Li et al. Cold light from warm moss",
    "Notice of Retraction: “Cold light from warm moss.” Ann Moss",
    "Notice of Retraction: Li X, et al. Cold light from warm moss. Ann Moss. 2014;3(1):7-9",
    "Notice of Retraction. Li et al. Cold light from warm moss",
    "WITHDRAWAL: Cold Light from Warm Moss",
    "Erratum in “Cold light from warm moss”",
    'Erratum in "Cold light from warm moss"',
    "Errata in the article “Cold light from warm moss”",
    "Error in “Cold light from warm moss”",
    "Erratum in: Cold light from warm moss",
    "Retraction and republication: Cold light from warm moss",
    "Retraction and republication—Cold light from warm moss",
    "Additions and Corrections",
    "Additions and Corrections - Cold light from warm moss",
    "Additions and Corrections: Cold light from warm moss",
    "Statement of Retraction: Cold light from warm moss",
    "Statement of Retraction",
    "Retraction: Cold light from warm moss",
    "Retraction—Cold light from warm moss",
    "Retraction of: Cold light from warm moss",
    "Retraction of “Cold light from warm moss”",
    "Retraction Note: Cold light from warm moss",
    "Retraction Note to: Cold light from warm moss",
    "Retraction statement: Cold light from warm moss",
    "Correction notice: Cold light from warm moss",
    "Publisher’s Note: Cold light from warm moss",
    "Editor's note: “Cold light from warm moss”",
    "Incorrect Data in: Cold light from warm moss",
    "Retraction notice to “Cold light” [Ann. Moss 3 (2014) 7]",
    "Erratum regarding “Cold light from warm moss”",
    "Erratum regarding Cold light from warm moss",
    "Erratum to Cold light from warm moss",
    "Errata for article",
    "Corrigendum to: Cold light from warm moss",
    "Corrigendum to “Cold light from warm moss”",
    "Correction to: Cold light from warm moss",
    "Correction for Li et al., “Cold light from warm moss”",
    "Correction to Ann Moss 2021; 3: 99",
    "Corrections: Li, X.; Oye, A. Cold light from warm moss",
    "Publisher Correction: Cold light from warm moss",
    "Addendum: Cold light from warm moss",
    "Expression of Concern: Cold light from warm moss",
    "Cold light from warm moss: Erratum",
    "Cold light from warm moss – CORRIGENDUM",
    "Cold light from warm moss - Erratum.",
    "Cold light from warm moss [Corrigendum]",
    "Cold light from warm moss: corrigendum and addendum",
)


@pytest.mark.parametrize(("written", "kind"), MARKED.items())
def test_a_mark_is_the_status_and_leaves_the_title(written: str, kind: str) -> None:
    bare, told = notices.from_title(written.format(BARE))
    assert [one.kind for one in told] == ([kind] if kind else [])
    assert bare == (BARE if kind else written.format(BARE))


@pytest.mark.parametrize(
    "mark", ["Retracted: ", "RETRACTED: ", "Withdrawn: ", "Retracted article: "]
)
def test_a_publishers_mark_is_one_before_small_letters(mark: str) -> None:
    bare, told = notices.from_title(mark + "de novo growth of moss in the cold")
    assert (bare, len(told)) == ("de novo growth of moss in the cold", 1)


@pytest.mark.parametrize("title", ["[Retracted]", "(Withdrawn)", "[Retracted: effects of zinc]"])
def test_a_title_that_is_a_mark_is_none(title: str) -> None:
    bare, told = notices.from_title(title)
    assert (bare, len(told)) == ("", 1)


@pytest.mark.parametrize("title", WORKS)
def test_the_title_of_a_work_stays_what_it_is(title: str) -> None:
    assert notices.from_title(title) == (title, ())
    assert not notices.is_notice_title(title)


@pytest.mark.parametrize("title", NOTICES)
def test_the_title_of_a_notice_is_known(title: str) -> None:
    assert notices.is_notice_title(title)
    assert notices.from_title(title) == (title, ()), "a notice is not retracted itself"


def in_crossref(title: str) -> Work:
    record = {"DOI": "10.9999/x", "type": "journal-article", "title": [title]}
    return crossref.read(json.dumps(record))


def in_pubmed(title: str) -> Work:
    return pubmed.read(test_pubmed.record(title=f"{title}."))


def in_europepmc(title: str) -> Work:
    return europepmc.read(json.dumps({"id": "9", "source": "MED", "pmid": "9", "title": title}))


def in_arxiv(title: str) -> Work:
    return arxiv.read(test_arxiv.payload(test_arxiv.entry(title=title)))


def in_datacite(title: str) -> Work:
    fields = {"doi": "10.9999/x", "titles": [{"title": title}], "types": {}}
    return datacite.read(json.dumps({"attributes": fields}))


def in_biorxiv(title: str, kind: str = "new results") -> Work:
    row = {"doi": "10.1101/503261", "title": title, "version": "2", "type": kind,
           "date": "2022-08-11", "published": "NA", "server": "bioRxiv"}  # fmt: skip
    rows = [row | {"version": "1", "title": BARE, "type": "new results"}, row]
    return biorxiv.read(json.dumps({"collection": rows}))


EVERYWHERE = (in_crossref, in_pubmed, in_europepmc, in_arxiv, in_datacite, in_biorxiv)


@pytest.mark.parametrize("read", EVERYWHERE)
def test_every_service_is_read_without_marks(read: Callable[[str], Work]) -> None:
    for written in ("RETRACTED: {}", "{} (WITHDRAWN)"):
        work = read(written.format(BARE))
        assert (work.title, len(work.notices)) == (BARE, 1)
        assert written.format(BARE) not in work.other_titles
    assert read(BARE).notices == ()


@pytest.mark.parametrize("read", [in_crossref, in_pubmed, in_europepmc])
def test_a_notice_is_of_a_type_of_its_own(read: Callable[[str], Work]) -> None:
    assert read("Department of Error").type == "notice"
    assert read(f"Additions and Corrections - {BARE}").type == "notice"
    assert read(BARE).type == "article-journal"


@pytest.mark.parametrize(
    "types", [["Published Erratum"], ["Journal Article", "Retraction Notice"], "published erratum"]
)
def test_types_of_europe_pmc_tell_a_notice_of_any_title(types: object) -> None:
    record = {"id": "9", "source": "MED", "pmid": "9", "title": BARE}
    told = {"pubType": types} if isinstance(types, str) else {"pubTypeList": {"pubType": types}}
    assert europepmc.read(json.dumps(record | told)).type == "notice"
    other = {"pubTypeList": {"pubType": ["Journal Article", "Corrected and Republished Article"]}}
    assert europepmc.read(json.dumps(record | other)).type == "article-journal"


def test_a_notice_with_a_mark_is_not_retracted_itself() -> None:
    """Hindawi's notices bear "Retracted: " before the title of the work."""
    update = {"DOI": "10.9999/a", "type": "retraction"}
    record = {"DOI": "10.9999/x", "title": [f"Retracted: {BARE}"], "update-to": [update]}
    work = crossref.read(json.dumps(record))
    assert (work.type, work.notices) == ("notice", ())


def test_biorxiv_says_by_a_type_that_a_preprint_was_withdrawn() -> None:
    (told,) = in_biorxiv(BARE, kind="withdrawn").notices
    day = PartialDate(year=2022, month=8, day=11)
    assert (told.kind, told.source, told.date) == ("withdrawal", "biorxiv", day)
    assert in_biorxiv(BARE, kind="confirmatory results").notices == ()
    (share,) = biorxiv.split(
        biorxiv.requests([by_id("biorxiv", "doi:10.1101/503261").query])[0],
        json.dumps({"collection": [{"doi": "10.1101/503261", "type": "withdrawn"}]}),
    ).values()
    assert biorxiv.read(share.payloads[0]).notices, "the type is kept"
