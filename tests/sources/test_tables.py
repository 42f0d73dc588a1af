"""Tables of bodies as the services send them, each with its right reading."""

import json
from typing import Any

import pytest

from pipeline.sources import biorxiv, datacite, pubmed
from pipeline.values.work import Work
from tests.sources.test_crossref import read as crossref_work
from tests.sources.test_others import datacite_work, epmc, resource
from tests.sources.test_pubmed import comment, kind, record


def families(work: Work) -> list[str]:
    return [one.literal or one.family for one in work.authors]


def parts(work: Work) -> list[tuple[str, str, str, str]]:
    return [(one.family, one.given, one.suffix, one.literal) for one in work.authors]


def kinds(work: Work) -> list[str]:
    return [one.kind for one in work.notices]


CROSSREF_TITLES = [
    (
        {"title": ["Moss roofs"], "subtitle": ["A survey of northern towns"]},
        "Moss roofs: A survey of northern towns",
    ),
    ({"title": ["Moss roofs"], "subtitle": ["LETTERS"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Letters"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Moss roofs"]}, "Moss roofs"),
    ({"title": ["Moss roofs of the north"], "subtitle": ["MOSS ROOFS"]}, "Moss roofs of the north"),
    ({"title": ["Moss roofs: a survey"], "subtitle": ["a survey"]}, "Moss roofs: a survey"),
    ({"title": ["Moss roofs"], "subtitle": ["Original Article"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["ORIGINAL RESEARCH ARTICLE"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Rapid Communication"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Letter to the Editor"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Smith et al."]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Part II. Ferns"]}, "Moss roofs: Part II. Ferns"),
    (
        {
            "title": ["Review"],
            "subtitle": [
                "A. Fern, Moss Roofs. London: Moss Press, 2004. 230 pp. £30.00. ISBN 0 123 45678 9"
            ],
        },
        "Review",
    ),
    ({"title": ['Moss <emph type="ital">in situ</emph> on roofs']}, "Moss in situ on roofs"),
    ({"title": ["Moss <italic>in situ</italic> on <bold>roofs</bold>"]}, "Moss in situ on roofs"),
    ({"title": ["p <0.05 in moss < 3 cm"]}, "p <0.05 in moss < 3 cm"),
    ({"title": ["The <sc>moss</sc> of <xref ref-type='fn'>roofs</xref>"]}, "The moss of roofs"),
    ({"title": ["A <jats:italic>Bryum</jats:italic> moss"]}, "A Bryum moss"),
    ({"title": ["Growth when a<b and c>d holds"]}, "Growth when a<b and c>d holds"),
    ({"title": ["&lt;i&gt;Bryum&lt;/i&gt; on roofs"]}, "Bryum on roofs"),
    ({"title": ["Moss on<br/>roofs"]}, "Moss on roofs"),
    ({"title": ["Moss\n   on\n roofs"]}, "Moss on roofs"),
    ({"title": ["T<sub>c</sub> of moss at 3<sup>∘</sup>"]}, "Tc of moss at 3∘"),
    ({"title": ["RETRACTED: Moss roofs"]}, "Moss roofs"),
    ({"title": ["<b>RETRACTED:</b> Moss roofs"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["(Retracted)"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["RETRACTED"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["Working Paper No. 12"]}, "Moss roofs"),
    ({"title": ["Moss roofs"], "subtitle": ["An introduction"]}, "Moss roofs: An introduction"),
    (
        {"title": ["Moss roofs"], "subtitle": ["Moss on northern roofs"], "DOI": "10.1111/x.1"},
        "Moss roofs",
    ),
    ({"title": ["Moss roofs"], "subtitle": [""]}, "Moss roofs"),
    ({"title": ["Moss roofs:"], "subtitle": ["a survey"]}, "Moss roofs: a survey"),
    ({"title": ["Moss roofs", "Toits de mousse"]}, "Moss roofs"),
]


@pytest.mark.parametrize(("fields", "title"), CROSSREF_TITLES)
def test_titles_of_crossref(fields: dict[str, Any], title: str) -> None:
    assert crossref_work(**fields).title == title


CROSSREF_NOTICES = [
    ({"title": ["RETRACTED: Moss"]}, ["retraction"]),
    ({"title": ["Moss"], "subtitle": ["RETRACTED"]}, ["retraction"]),
    (
        {
            "updated_by": [
                {"DOI": "10.9/r", "type": "retraction", "source": "publisher"},
                {"DOI": "10.9/r", "type": "retraction", "source": "retraction-watch"},
            ]
        },
        ["retraction"],
    ),
    (
        {
            "updated_by": [
                {"DOI": "10.9/c", "type": "correction"},
                {"DOI": "10.9/r", "type": "retraction"},
            ]
        },
        ["correction", "retraction"],
    ),
    ({"updated_by": [{"DOI": "10.9999/x", "type": "new_version"}]}, []),
    ({"update_to": [{"DOI": "10.9999/x", "type": "new_version"}]}, []),
    ({"update_to": [{"DOI": "10.9999/x", "type": "retraction"}]}, ["retraction"]),
    ({"updated_by": [{"DOI": "10.9/c", "type": "expression_of_concern"}]}, ["concern"]),
    ({"updated_by": [{"DOI": "10.9/c", "type": "removal"}]}, ["withdrawal"]),
    ({"updated_by": [{"DOI": "10.9/c", "type": "partial_retraction"}]}, ["partial-retraction"]),
    ({"updated_by": [{"DOI": "10.9/c", "type": "interim_update"}]}, []),
    ({"updated_by": None}, []),
    ({"updated_by": []}, []),
]


@pytest.mark.parametrize(("fields", "told"), CROSSREF_NOTICES)
def test_notices_of_crossref(fields: dict[str, Any], told: list[str]) -> None:
    assert kinds(crossref_work(**fields)) == told


CROSSREF_TYPES = [
    ({"title": ["Erratum"]}, "notice"),
    ({"title": ["Department of Error"]}, "notice"),
    ({"update_to": [{"DOI": "10.9999/a", "type": "erratum"}], "title": ["Moss"]}, "notice"),
    (
        {"update_to": [{"DOI": "10.9999/a", "type": "new_version"}], "title": ["Moss"]},
        "article-journal",
    ),
    ({"DOI": "10.2139/ssrn.12", "type": "posted-content"}, "article"),
    ({"DOI": "10.2139/ssrn.12", "type": "journal-article"}, "article"),
    ({"DOI": "10.1101/2020.01.01.1", "type": "posted-content"}, "article"),
    ({"DOI": "10.1101/gr.1", "type": "journal-article"}, "article-journal"),
    ({"DOI": "10.21203/rs.3.rs-1/v1", "type": "posted-content"}, "article"),
    ({"DOI": "10.20944/preprints202001.1.v1", "type": "posted-content"}, "article"),
    ({"DOI": "10.31219/osf.io/ab", "type": "posted-content"}, "article"),
    ({"DOI": "10.26434/chemrxiv-2021", "type": "posted-content"}, "article"),
    ({"type": "peer-review"}, "peer-review"),
    ({"type": "component"}, "component"),
]


@pytest.mark.parametrize(("fields", "is_a"), CROSSREF_TYPES)
def test_types_of_crossref(fields: dict[str, Any], is_a: str) -> None:
    assert crossref_work(**fields).type == is_a


CROSSREF_AUTHORS = [
    ([{"family": "De Rosa", "given": "F"}], ["De Rosa"]),
    ([{"name": "Moss Group"}], ["Moss Group"]),
    ([{"family": "Moss", "given": "A", "suffix": "Jr."}], ["Moss"]),
    ([{}, {"family": "Moss"}], ["Moss"]),
    ([{"family": "et al.", "given": ""}, {"family": "Moss", "given": "A"}], ["Moss"]),
    ([{"family": "Bos", "given": "MEMM"}], ["Bos"]),
]


@pytest.mark.parametrize(("authors", "names"), CROSSREF_AUTHORS)
def test_authors_of_crossref(authors: list[dict[str, str]], names: list[str]) -> None:
    assert families(crossref_work(author=authors)) == names


CROSSREF_DATES = [
    ({"issued": {"date-parts": [[None]]}}, None),
    ({"issued": {"date-parts": [[2019]]}}, 2019),
    ({"issued": {"date-parts": [[2019, 13]]}}, 2019),
    ({"issued": {"date-parts": [["2019", "3"]]}}, 2019),
    (
        {
            "published_online": {"date-parts": [[2018, 12, 31]]},
            "issued": {"date-parts": [[2018, 12, 31]]},
            "published_print": {"date-parts": [[2019]]},
        },
        2018,
    ),
    ({"issued": {"date-parts": [[0]]}}, None),
    ({"issued": {"date-parts": [[20190, 1]]}}, None),
]


@pytest.mark.parametrize(("fields", "year"), CROSSREF_DATES)
def test_dates_of_crossref(fields: dict[str, Any], year: int | None) -> None:
    issued = crossref_work(**fields).issued
    assert (issued.year if issued else None) == year


PUBMED_UPDATES = [
    (
        (
            "UpdateOf",
            "Cochrane Database Syst Rev. 2014;(1):CD000001. doi: 10.1002/14651858.CD000001.pub3.",
            "5",
        ),
        [],
    ),
    (
        (
            "UpdateOf",
            "medRxiv. 2020 Apr 3:2020.03.30.20047217. doi: 10.1101/2020.03.30.20047217.",
            "5",
        ),
        ["doi:10.1101/2020.03.30.20047217", "pmid:5"],
    ),
    (("UpdateOf", "JAMA. 2010 Jan 3;303(1):1-9. doi: 10.1001/jama.2010.1.", "5"), []),
    (("UpdateOf", "ArXiv. 2021 Mar 3:arXiv:2103.00001v2.", "5"), ["pmid:5"]),
    (
        ("UpdateOf", "ChemRxiv. 2020 Apr 3. doi: 10.26434/chemrxiv.123.v1.", "5"),
        ["doi:10.26434/chemrxiv.123.v1", "pmid:5"],
    ),
    (("UpdateOf", "Int J Moss. 2001;3:4.", "5"), []),
    (("UpdateOf", "SSRN. 2020 Apr 3:3559938.", "5"), ["pmid:5"]),
    (("UpdateOf", "Gates Open Res. 2019;3:1.", "5"), []),
]


@pytest.mark.parametrize(("update", "preprints"), PUBMED_UPDATES)
def test_updates_of_pubmed(update: tuple[str, ...], preprints: list[str]) -> None:
    work = pubmed.read(record(citation=comment(*update)))
    assert [str(one) for one in work.preprints] == preprints


PUBMED_NOTICES = [
    ("RetractedandRepublishedIn", ["retraction"]),
    ("RetractionIn", ["retraction"]),
    ("PartialRetractionIn", ["partial-retraction"]),
    ("ExpressionOfConcernIn", ["concern"]),
    ("ErratumIn", ["correction"]),
    ("RetractionOf", []),
    ("RetractedandRepublishedFrom", []),
    ("CorrectedandRepublishedFrom", []),
    ("RepublishedFrom", []),
    ("CommentOn", []),
    ("AssociatedPublication", []),
    ("SummaryForPatientsIn", []),
    ("OriginalReportIn", []),
]


@pytest.mark.parametrize(("said", "told"), PUBMED_NOTICES)
def test_notices_of_pubmed(said: str, told: list[str]) -> None:
    citation = comment(said, "Ann Moss. 2010;1:1.", "3")
    assert kinds(pubmed.read(record(citation=citation))) == told


PUBMED_TYPES = [
    ("Published Erratum", "notice"),
    ("Retraction of Publication", "notice"),
    ("Retraction Notice", "notice"),
    ("Expression of Concern", "notice"),
    ("Journal Article", "article-journal"),
    ("Review", "article-journal"),
    ("Corrected and Republished Article", "article-journal"),
    ("Preprint", "article"),
    ("Letter", "article-journal"),
    ("Comment", "article-journal"),
    ("Duplicate Publication", "article-journal"),
]


@pytest.mark.parametrize(("said", "is_a"), PUBMED_TYPES)
def test_types_of_pubmed(said: str, is_a: str) -> None:
    assert pubmed.read(record(types=kind(said))).type == is_a


PUBMED_TITLES = [
    ("RETRACTED: Moss and fern.", "Moss and fern"),
    ("Moss and fern (Retracted).", "Moss and fern"),
    ("WITHDRAWN: Moss and fern.", "Moss and fern"),
    ("[Moss and fern (author's transl)].", "Moss and fern"),
    ("[Moss and fern].", "Moss and fern"),
    ("Moss: &lt;3 cm.", "Moss: <3 cm"),
    ("Moss <sup>2</sup> fern<b>s</b>.", "Moss 2 ferns"),
    ("Moss and fern?", "Moss and fern?"),
    ("Moss and Dr. Fern.", "Moss and Dr. Fern"),
    ("Moss et al.", "Moss et al"),
    ("[Retracted] Moss and fern.", "Moss and fern"),
    ("Retraction: Moss and fern.", "Retraction: Moss and fern"),
]


@pytest.mark.parametrize(("written", "title"), PUBMED_TITLES)
def test_titles_of_pubmed(written: str, title: str) -> None:
    assert pubmed.read(record(title=written)).title == title


PUBMED_AUTHORS = [
    (
        "<LastName>De Rosa</LastName><ForeName>Francesca</ForeName><Initials>F</Initials>",
        [("De Rosa", "Francesca", "", "")],
    ),
    (
        "<LastName>Bos</LastName><ForeName>Maria E M M</ForeName><Initials>MEMM</Initials>",
        [("Bos", "Maria E M M", "", "")],
    ),
    ("<LastName>Bos</LastName><Initials>MEMM</Initials>", [("Bos", "MEMM", "", "")]),
    (
        "<LastName>Moss</LastName><ForeName>A</ForeName><Suffix>3rd</Suffix>",
        [("Moss", "A", "3rd", "")],
    ),
    (
        "<CollectiveName>Moss Group of the North; Fern Group</CollectiveName>",
        [("", "", "", "Moss Group of the North; Fern Group")],
    ),
    ("<LastName>et al</LastName>", []),
]


@pytest.mark.parametrize(("author", "people"), PUBMED_AUTHORS)
def test_authors_of_pubmed(author: str, people: list[tuple[str, str, str, str]]) -> None:
    work = pubmed.read(record(authors=f"<Author>{author}</Author>"))
    assert parts(work) == people


DATACITE_TYPES = [
    ({"resourceTypeGeneral": "Preprint"}, "article"),
    ({"resourceTypeGeneral": "Text", "citeproc": "article"}, "document"),
    ({"resourceTypeGeneral": "JournalArticle", "citeproc": "article-journal"}, "article-journal"),
    ({"resourceTypeGeneral": "Dataset", "citeproc": "dataset"}, "dataset"),
    ({"resourceTypeGeneral": "Software", "citeproc": "article"}, "software"),
    ({"resourceTypeGeneral": "Other", "resourceType": "preprint"}, "article"),
    ({"resourceTypeGeneral": "Text", "resourceType": "Working Paper"}, "document"),
    ({"resourceTypeGeneral": "Image", "citeproc": "graphic"}, "document"),
    ({"resourceTypeGeneral": "Dissertation"}, "thesis"),
    ({"resourceTypeGeneral": "Text", "resourceType": "Postprint"}, "document"),
    ({"resourceTypeGeneral": "Text", "resourceType": "Poster"}, "document"),
]


@pytest.mark.parametrize(("types", "is_a"), DATACITE_TYPES)
def test_types_of_datacite(types: dict[str, str], is_a: str) -> None:
    assert datacite_work(types=types).type == is_a


DATACITE_PREFIXES = [
    ("10.2139/ssrn.9", "article"),
    ("10.48550/arxiv.2101.00001", "article"),
    ("10.31234/osf.io/ab", "article"),
    ("10.5281/zenodo.9", "document"),
    ("10.6084/m9.figshare.9", "document"),
]


@pytest.mark.parametrize(("doi", "is_a"), DATACITE_PREFIXES)
def test_prefixes_of_datacite(doi: str, is_a: str) -> None:
    fields = resource(doi=doi, types={"resourceTypeGeneral": "Text"})
    assert datacite.read(json.dumps(fields)).type == is_a


DATACITE_CREATORS = [
    ([{"name": "Moss Institute of Technology"}], [("", "", "", "Moss Institute of Technology")]),
    ([{"name": "CERN"}], [("", "", "", "CERN")]),
    ([{"name": "Moss, Ann"}], [("Moss", "Ann", "", "")]),
    (
        [{"name": "Moss, Ann", "nameType": "Personal", "givenName": "Ann", "familyName": "Moss"}],
        [("Moss", "Ann", "", "")],
    ),
    (
        [{"name": "Department of Moss, University of Fern", "nameType": "Organizational"}],
        [("", "", "", "Department of Moss, University of Fern")],
    ),
    ([{"name": "De Rosa, Francesca"}], [("De Rosa", "Francesca", "", "")]),
    ([{"name": ":unav"}], []),
    ([{"name": "Moss, Ann (Univ. Fern)"}], [("Moss", "Ann", "", "")]),
]


@pytest.mark.parametrize(("creators", "people"), DATACITE_CREATORS)
def test_creators_of_datacite(
    creators: list[dict[str, str]], people: list[tuple[str, str, str, str]]
) -> None:
    assert parts(datacite_work(creators=creators)) == people


DATACITE_RELATIONS = [
    (("IsVersionOf", "10.5281/zenodo.8"), []),
    (("IsPreprintOf", "10.9999/a"), ["doi:10.9999/a"]),
    (("IsVersionOf", "10.5281/ZENODO.1"), []),
    (("IsSupplementTo", "10.9999/a"), []),
    (("References", "10.9999/a"), []),
    (("IsVersionOf", "https://example.org/a", "URL"), []),
    (("IsPreviousVersionOf", "10.5281/zenodo.10"), []),
    (("IsIdenticalTo", "10.9999/a"), []),
    (("IsVersionOf", "10.9999/A "), ["doi:10.9999/a"]),
]


@pytest.mark.parametrize(("related", "published"), DATACITE_RELATIONS)
def test_relations_of_datacite(related: tuple[str, ...], published: list[str]) -> None:
    relation, other, scheme = (*related, "DOI")[:3]
    said = {"relationType": relation, "relatedIdentifier": other, "relatedIdentifierType": scheme}
    types = {"resourceTypeGeneral": "Preprint"}
    work = datacite_work(types=types, relatedIdentifiers=[said])
    assert [str(one) for one in work.preprint_of] == published


EUROPEPMC_TYPES = [
    ({"pubTypeList": {"pubType": ["Published Erratum"]}}, "notice"),
    ({"pubTypeList": {"pubType": ["Retraction of Publication"]}}, "notice"),
    ({"pubTypeList": {"pubType": ["research-article"]}}, "article-journal"),
    ({"pubTypeList": {"pubType": ["Preprint"]}, "source": "PPR", "id": "PPR1"}, "article"),
    ({"pubTypeList": {"pubType": ["correction"]}}, "notice"),
    ({"pubTypeList": {"pubType": ["retraction"]}}, "notice"),
    ({"pubTypeList": {"pubType": ["retraction-notice"]}}, "notice"),
    ({"pubType": "published erratum; journal article"}, "notice"),
    ({"pubTypeList": {"pubType": ["Retracted Publication", "Journal Article"]}}, "article-journal"),
    ({"pubTypeList": {"pubType": ["expression-of-concern"]}}, "notice"),
    ({"title": "Correction."}, "notice"),
    ({"title": "Erratum: Moss."}, "notice"),
]


@pytest.mark.parametrize(("fields", "is_a"), EUROPEPMC_TYPES)
def test_types_of_europepmc(fields: dict[str, Any], is_a: str) -> None:
    assert epmc(**fields).type == is_a


EUROPEPMC_NOTICES = [
    ({"pubTypeList": {"pubType": ["Retracted Publication"]}}, ["retraction"]),
    (
        {
            "commentCorrectionList": {
                "commentCorrection": [
                    {
                        "type": "Retraction in",
                        "id": "5",
                        "source": "MED",
                        "reference": "Ann Moss. 2010",
                    }
                ]
            }
        },
        ["retraction"],
    ),
    (
        {"commentCorrectionList": {"commentCorrection": [{"type": "Erratum in", "id": "5"}]}},
        ["correction"],
    ),
    (
        {
            "commentCorrectionList": {
                "commentCorrection": [{"type": "Expression of concern in", "id": "5"}]
            }
        },
        ["concern"],
    ),
    ({"commentCorrectionList": {"commentCorrection": [{"type": "Comment in", "id": "5"}]}}, []),
    ({"commentCorrectionList": {"commentCorrection": [{"type": "Retraction of", "id": "5"}]}}, []),
    (
        {
            "commentCorrectionList": {
                "commentCorrection": [{"type": "Partial retraction in", "id": "5"}]
            }
        },
        ["partial-retraction"],
    ),
    (
        {
            "commentCorrectionList": {
                "commentCorrection": [{"type": "Retracted and republished in", "id": "5"}]
            }
        },
        ["retraction"],
    ),
    ({"commentCorrectionList": {"commentCorrection": [{"type": "Update of", "id": "PPR5"}]}}, []),
    ({"title": "RETRACTED: Moss and fern."}, ["retraction"]),
    ({"title": "WITHDRAWN: Moss.", "source": "PPR", "id": "PPR5"}, ["withdrawal"]),
]


@pytest.mark.parametrize(("fields", "told"), EUROPEPMC_NOTICES)
def test_notices_of_europepmc(fields: dict[str, Any], told: list[str]) -> None:
    assert kinds(epmc(**fields)) == told


EUROPEPMC_AUTHORS = [
    ("Bos MEMM, De Rosa F, Van Schalkwyk M.", ["Bos", "De Rosa", "Van Schalkwyk"]),
    ("Moss Group, Bos A.", ["Moss Group", "Bos"]),
    ("Moss A Jr, Fern B 3rd.", ["Moss", "Fern"]),
    ("O'Neil K, St John P.", ["O'Neil", "St John"]),
    ("The Moss Consortium.", ["The Moss Consortium"]),
    ("Moss A, et al.", ["Moss"]),
]


@pytest.mark.parametrize(("written", "names"), EUROPEPMC_AUTHORS)
def test_authors_of_europepmc(written: str, names: list[str]) -> None:
    assert families(epmc(authorString=written)) == names


def preprint(**fields: Any) -> Work:
    row = {"doi": "10.1101/503261", "title": "Moss", "version": "1", "type": "new results",
           "date": "2022-08-11", "published": "NA", "server": "bioRxiv",
           "authors": "De Rosa, F.; Moss Group"} | fields  # fmt: skip
    return biorxiv.read(json.dumps({"collection": [row]}))


BIORXIV_NOTICES = [
    ({"type": "withdrawn"}, ["withdrawal"]),
    ({"type": "Withdrawn"}, ["withdrawal"]),
    ({"type": "WITHDRAWN "}, ["withdrawal"]),
    ({"type": "PUBLISHAHEADOFPRINT"}, []),
    ({"title": "WITHDRAWN: Moss"}, ["withdrawal"]),
    ({"title": "Moss (withdrawn)"}, ["withdrawal"]),
    ({"type": None}, []),
    ({"type": "contradictory results"}, []),
]


@pytest.mark.parametrize(("fields", "told"), BIORXIV_NOTICES)
def test_notices_of_biorxiv(fields: dict[str, Any], told: list[str]) -> None:
    assert kinds(preprint(**fields)) == told


BIORXIV_PUBLISHED = [
    ("NA", []),
    ("10.1016/j.moss.2020.1", ["doi:10.1016/j.moss.2020.1"]),
    ("", []),
    (None, []),
    ("https://doi.org/10.9999/A", ["doi:10.9999/a"]),
    ("10.1101/503261", []),
]


@pytest.mark.parametrize(("said", "published"), BIORXIV_PUBLISHED)
def test_published_of_biorxiv(said: str | None, published: list[str]) -> None:
    assert [str(one) for one in preprint(published=said).preprint_of] == published
    assert families(preprint(published=said)) == ["De Rosa", "Moss Group"]
