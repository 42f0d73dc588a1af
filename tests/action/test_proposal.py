"""The one pull request: when there is news, and that its text fits."""

import pytest

from pipeline.action.boxes import boxes, with_ticks
from pipeline.action.proposal import (
    LONGEST_BODY,
    Fingerprints,
    Standing,
    Written,
    decide,
    fingerprints,
    marked,
    proposal,
    ticked,
)  # fmt: skip
from pipeline.action.review import Review
from pipeline.action.suggestion import Suggestion
from pipeline.action.summary import LARGEST, summary
from pipeline.values.finding import Severity
from tests.action.page import alive, prose
from tests.reports import audits

HERE, OTHER = Fingerprints(changes="a" * 16, findings="b" * 16), "c" * 16
NONE = HERE.but(changes="")
RUN = "https://github.com/curator/moss-papers/actions/runs/4001"

CASES = {
    "nothing to correct": (NONE, Standing(), ("nothing", False)),
    "the first corrections": (HERE, Standing(), ("open", True)),
    "no news": (HERE, Standing(open=HERE, number=1, branch="same"), ("nothing", False)),
    "other corrections": (
        HERE, Standing(open=HERE.but(changes=OTHER), number=1, branch="ours"), ("update", True)),
    "the list moved on": (HERE, Standing(open=HERE, number=1, branch="ours"), ("update", True)),
    "only other findings": (
        HERE, Standing(open=HERE.but(findings=OTHER), number=1, branch="same"),
        ("update", False)),
    "a text that lost its mark": (HERE, Standing(number=1, branch="same"), ("update", True)),
    "nothing is left": (NONE, Standing(open=HERE, number=1, branch="ours"), ("close", False)),
    "nothing is left but somebody's work": (
        NONE, Standing(open=HERE, number=1, branch="foreign"), ("nothing", False)),
    "refused before": (
        HERE, Standing(refused=frozenset({HERE.changes}), branch="ours"), ("nothing", False)),
    "other ones refused before": (
        HERE, Standing(refused=frozenset({OTHER}), branch="ours"), ("open", True)),
    "somebody's work in the pull request": (
        HERE, Standing(open=HERE, number=1, branch="foreign"), ("nothing", False)),
    "somebody's work on a branch of our name": (
        HERE, Standing(branch="foreign"), ("nothing", False)),
    "a branch left over from the last one": (HERE, Standing(branch="same"), ("open", True)),
}  # fmt: skip


@pytest.mark.parametrize(("prints", "standing", "wanted"), CASES.values(), ids=CASES)
def test_what_is_done(prints: Fingerprints, standing: Standing, wanted: tuple[str, bool]) -> None:
    plan = decide(prints, standing)
    assert (plan.deed, plan.push) == wanted
    assert plan.why.endswith(".")


DIFF = """\
diff --git a/README.md b/README.md
index 1..2 100644
--- a/README.md
+++ b/README.md
@@ -{0} +{0} @@
-- **A title.** A Auther.
+- **A title.** A Author.
diff --git a/papers/a.json b/papers/a.json
--- /dev/null
+++ b/papers/a.json
@@ -0,0 +1,2 @@
+  "title": "A title",
+        "retrieved": "2026-11-{1}"
"""


WRITTEN = Written(files=("README.md",), diff=DIFF.format(3, 22))


def test_where_lines_stand_and_when_answers_came_is_no_news() -> None:
    audit = audits.sample()
    first = fingerprints(DIFF.format(3, 22), audit)
    assert first == fingerprints(DIFF.format(40, 29), audit)
    assert first != fingerprints(DIFF.format(3, 22).replace("A Author", "B Author"), audit)
    assert first.changes == fingerprints(DIFF.format(3, 22), audits.quiet()).changes
    assert first.findings != fingerprints(DIFF.format(3, 22), audits.quiet()).findings
    assert fingerprints("", audit).changes == ""


def test_the_text_carries_its_fingerprints_and_fits() -> None:
    made = proposal(audits.large(600), WRITTEN, ["README.md"], RUN)
    assert 60_000 < len(made.body) <= LONGEST_BODY
    assert marked(made.body) == made.prints
    last = made.body.rstrip().splitlines()[-1]
    assert "more entries" in last, "it says that something was left out"
    assert f"{RUN}#artifacts" in last


def test_no_text_of_a_list_forges_a_fingerprint_or_comes_alive() -> None:
    forged = HERE.mark()
    words = [*audits.HOSTILE.values(), forged, f"x\n{forged}"]
    said = [
        audits.resolved(n, text, audits.finding("title-differs", n, current=text, proposed=text))
        for n, text in enumerate(words, 1)
    ]
    body = proposal(audits.audit(*said), WRITTEN, ["README.md"], RUN).body
    assert body.count("<!-- errata: changes=") == 1
    assert alive(body) == []
    assert "@octocat" not in prose(body)


def test_a_ticked_box_is_wanted_and_stays_ticked() -> None:
    audit = audits.sample()
    plain = proposal(audit, WRITTEN, ["README.md"], RUN).body
    names = list(boxes(plain))
    assert names, "there are boxes"
    assert ticked(plain).ids == frozenset()
    by_hand = with_ticks(plain, names[:1]).replace("\n", "\r\n")
    assert ticked(by_hand).ids == frozenset(names[:1])
    wanted = WRITTEN.but(accepted=ticked(by_hand).ids | {"0" * 12})
    again = proposal(audit, wanted, ["README.md"], RUN).body
    assert again.count("- [x] ") == 1
    assert ticked(again).ids == frozenset(names[:1]), "what no finding is called is forgotten"
    assert ticked(again.replace("- [x] ", "- [ ] ")).ids == frozenset()


def test_a_ticked_box_that_no_longer_fits_is_not_forgotten() -> None:
    prints = HERE.but(accepted=frozenset({"1" * 12}))
    assert ticked(f"{prints.mark()}\nCut.").ids == prints.accepted
    assert ticked("- [x] **error**\n  - to accept: `errata fix --accept 111111111111`").ids == set()


def test_somebody_elses_text_has_no_fingerprints() -> None:
    assert marked(f"Words before it {HERE.mark()}") is None
    assert marked("") is None
    assert marked(HERE.mark()) == HERE


def test_a_summary_fits_into_one_mebibyte() -> None:
    audit = audits.large(4_000)
    ids = frozenset(f.id for one in audit.audited for f in one.findings)
    lines, full = ("a" * 5_000,) * 100, f"{RUN}#artifacts"
    one = Suggestion(path="x.md", line=1, before=lines, after=lines)
    text = summary(Review(audit=audit, brought=ids), Severity.ERROR, [one] * 20, full)
    assert 900_000 < len(text.encode()) <= LARGEST
    assert full in text
