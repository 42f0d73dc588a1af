"""A paper that says of itself that it was withdrawn, and papers that mention others'."""

import time
from pathlib import Path

import pytest

from pipeline.sources import arxiv
from pipeline.sources.withdrawals import may_tell, of_title, statement
from tests.sources.test_arxiv import entry, feed, ids, payload

ABSTRACT = "We count mosses on northern roofs and find more than we expected."

WITHDRAWN = (
    "This paper has been withdrawn by the author because a sign is wrong in equation 7",
    "This paper has been withdrawn by the first author.",
    "This submission has been withdrawn by arXiv administrators for reused text",
    "This work has been withdrawn by the authors, and is superseded by arXiv:2301.00001",
    "This article is withdrawn until the experiments were repeated.",
    "The present manuscript has been temporarily withdrawn for revision",
    "Our paper has now been withdrawn: the bound is false.",
    "The paper must be withdrawn, since Lemma 2 does not hold",
    "The article was retracted",
    "This preprint is hereby retracted.",
    "This paper has been withdrawn from arXiv",
    "This paper as been withdrawn",
    "This version is withdrawn as its data were mixed up.",
    "This version has been removed by arXiv administrators, who doubt its authorship",
    "This note has been removed by the author",
    "Withdrawn",
    "WITHDRAWN.",
    "[Withdrawn by the authors]",
    "(withdrawn)",
    "Withdrawn; see arXiv:2301.00001 for what remains of it",
    "Withdrawn: an error in the second proof",
    "Withdrawn because of a gap. What can be saved goes into another paper",
    "Withdrawn due to a wrong data set",
    "Retracted by the authors",
    "Paper withdrawn: counterexample found",
    "Preprint withdrawn at the request of a coauthor",
    "withdrawn by submitter",
    "arXiv admin note: paper withdrawn by arXiv Admin",
    "arXiv admin comment: removed by arXiv administrators",
    "Note: this paper has been withdrawn",
    "Unfortunately, this manuscript had to be withdrawn.",
    "We withdraw this paper, for its main claim is wrong.",
    "We would like to withdraw our manuscript",
    "We, the authors, have decided to withdraw this article",
    "We regret to inform that this paper has been withdrawn",
    "I have withdrawn the paper after a reader found a mistake",
    "The author withdrew",
    "The authors have withdrawn this submission because of a dispute",
    "The author of this paper has withdrawn it",
    "The authors ask that this paper be withdrawn",
    "Withdrew the paper; a rewritten one will follow",
    "Because of a mistake in section 3, this article has been withdrawn.",
    "Due to a flaw found late, the authors withdraw this paper",
    "12 pages, 3 figures, withdrawn by the authors",
    "12 pages, 3 figures. This paper has been withdrawn",
    "v2: withdrawn, for the code had a fault",
    "Supersedes arXiv:1401.00001; this paper has been withdrawn as well",
)
"""What withdrawn papers write, in the comment or instead of the abstract; each is of version 2."""

LIVING = (
    "Replaces the withdrawn manuscript arXiv:1401.00001",
    "Replaces arXiv:1401.00001 (withdrawn)",
    "Replaces arXiv:1401.00001, withdrawn by its author",
    "Supersedes arXiv:1502.00002, which has been withdrawn",
    "Incorporates the results of a preprint by the first author that has been withdrawn",
    "Section 6 is withdrawn",
    "Section 6 of the first version has been withdrawn; the rest stands",
    "Theorem 4 has been withdrawn",
    "The claim on page 3 is withdrawn",
    "Appendix B withdrawn",
    "A previous version was withdrawn",
    "The previous version was withdrawn because of an error, which is mended here",
    "An earlier version was withdrawn by the authors. This one corrects it",
    "Earlier version withdrawn due to a mistake",
    "First version withdrawn",
    "v1 withdrawn for a wrong file",
    "v1: withdrawn for a wrong file; v3: the right one",
    "v2: withdrawn claim of Theorem 3",
    "v3: withdrawn claim of Theorem 3",
    "Withdrawn: Section 5 and its figures",
    "This paper was withdrawn from the proceedings of a workshop and improved since",
    "This paper was withdrawn by the authors from a journal and appears elsewhere",
    "This paper has been withdrawn from consideration by its first journal",
    "Withdrawn from ICML 2020",
    "This paper was withdrawn by mistake",
    "This paper was withdrawn in error and has been restored",
    "This paper was withdrawn in May and resubmitted in June with a full proof",
    "This paper has not been withdrawn",
    "Accepted at a workshop on mosses. Not withdrawn",
    "We withdraw the conjecture of the first version",
    "We withdraw our earlier comment",
    "The authors withdrew their claim about ferns",
    "The authors withdrew Section 2",
    "The companion paper has been withdrawn",
    "That paper has been withdrawn",
    "Part II has been withdrawn",
    "The data set has been withdrawn by its owners",
    "A comment on the retracted paper of Lindqvist and Oye",
    "This paper retracts what we said about ferns",
    "This version withdraws a remark",
    "arXiv admin note: substantial text overlap with the withdrawn arXiv:1401.00001",
    "arXiv admin note: text overlap with arXiv:1401.00001",
    "The drug was withdrawn by its maker",
    "24 pages, 7 figures; withdrawal rates in the appendix",
)
"""What living papers write, in comments or anywhere; each is of version 3."""

MORE = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("withdrawals.tsv").read_text("utf-8").splitlines()
]
"""Hundreds more of both kinds; each is of version 4."""

STORIES = (
    "A trial was published in 1998. The paper was retracted ten years later, and is still cited.",
    "A claim was made in [3]. This article was retracted by its journal. We ask who noticed.",
    "Retracted papers are cited for years. We count how often, and by whom.",
    "Retracted by a journal in 2003, the papers of a physicist have a long life.",
    "The authors withdrew the drug from their study. We repeat it.",
    "Withdrawal of ground water is modelled. A source is withdrawn when it runs dry.",
    "We study submissions. The manuscript is withdrawn by its authors in three of a hundred cases.",
    "Bidders withdraw their bids when this paper's assumption holds.",
    "Samples were removed by the author of the first study.",
)
"""Abstracts of living papers about such things."""


@pytest.mark.parametrize("text", WITHDRAWN)
def test_a_withdrawn_paper_says_so_of_itself(text: str) -> None:
    assert statement("", text, version=2) in text
    assert statement("", text, version=2), "in the comment"
    assert statement(text, "", version=2), "instead of the abstract"
    assert statement(ABSTRACT, text, version=2), "beside an abstract"
    assert may_tell(text), "what is not kept cannot be read"


@pytest.mark.parametrize("text", LIVING)
def test_a_living_paper_mentions_what_was_withdrawn(text: str) -> None:
    for comment in (text, f"12 pages. {text}.", f"{text}. 12 pages, 3 figures"):
        assert statement(ABSTRACT, comment, version=3) == ""
    assert statement(f"{ABSTRACT} {text}.", "", version=3) == ""


@pytest.mark.parametrize(("kind", "place", "text"), MORE)
def test_the_subject_of_a_sentence_tells_who_was_withdrawn(
    kind: str, place: str, text: str
) -> None:
    summary, comment = (text, "") if place == "summary" else (ABSTRACT, text)
    assert bool(statement(summary, comment, version=4)) is (kind == "withdrawn")


def test_the_table_has_both_kinds() -> None:
    kinds = [kind for kind, _, _ in MORE]
    assert kinds.count("withdrawn") > 150
    assert kinds.count("living") > 200


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("This paper has been withdrawn", True),
        ("Paper withdrawn by the authors", True),
        ("Withdrawal of a plate from a bath", False),
        ("Why this paper has been withdrawn", False),
        ("Reasons for withdrawal: a survey of students", False),
        ("Retraction: a model of how snails hide", False),
    ],
)
def test_a_title_is_a_statement_only_as_a_whole(title: str, *, tells: bool) -> None:
    assert of_title(title) is tells


@pytest.mark.parametrize("text", STORIES)
def test_the_story_of_another_paper_is_not_ones_own(text: str) -> None:
    assert statement(text, "", version=1) == ""


@pytest.mark.parametrize(
    "text",
    [
        f"{ABSTRACT} This paper has been withdrawn by the author.",
        f"{ABSTRACT} [This manuscript is withdrawn]",
        f"{ABSTRACT} We withdraw this paper since the counts are wrong.",
        f"{ABSTRACT} (Withdrawn)",
    ],
)
def test_a_statement_may_stand_behind_the_abstract(text: str) -> None:
    assert statement(text, "", version=2)


@pytest.mark.parametrize(
    ("summary", "comment", "told"),
    [
        pytest.param("We withdraw this paper.", "", "We withdraw this paper.", id="summary"),
        pytest.param("Mosses.", "12 pages. Withdrawn.", "Withdrawn.", id="comment"),
        pytest.param("Retracted papers live long.", "Replaces the withdrawn one", "", id="none"),
    ],
)
def test_an_entry_tells_it(summary: str, comment: str, told: str) -> None:
    more = f"<arxiv:comment>{comment}</arxiv:comment>" if comment else ""
    text = entry(more=more).replace("Long.", summary)
    assert [(n.kind, n.source, n.text) for n in arxiv.read(payload(text)).notices] == (
        [("withdrawal", "arxiv", told)] if told else []
    )


def test_a_title_may_be_the_statement() -> None:
    work = arxiv.read(payload(entry(title="This paper has been withdrawn")))
    assert [n.kind for n in work.notices] == ["withdrawal"]


def test_an_abstract_is_kept_only_where_it_may_tell() -> None:
    (query,) = ids("2301.99999")
    for summary, stays in ((ABSTRACT, False), ("The authors withdraw this paper.", True)):
        body = feed(entry().replace("Long.", summary))
        (text,) = arxiv.split(arxiv.requests([query])[0], body)[query].payloads
        assert (summary in text) is stays


def test_a_long_text_takes_no_time() -> None:
    for text in (
        "this paper " * 900,
        "((((" * 2_000,
        "due to a, " * 900,
        "1 page, " * 1_000,
        "the paper, and we withdraw " * 400,
    ):
        began = time.process_time()
        statement(f"{text} withdrawn", f"withdrawn {text}")
        assert time.process_time() - began < 1.0
