"""The one pull request: when there is news, and that its text fits."""

import re
import tomllib

import pytest

from pipeline.action.body import LONGEST_BODY, Words, body, kept, title
from pipeline.action.boxes import afresh, boxes, corrections, with_ticks
from pipeline.action.choice import Asked, Wanted, choice
from pipeline.action.proposal import (
    Fingerprints,
    Standing,
    decide,
    fingerprints,
    is_ours,
    marked,
    ticked,
    wanted,
)  # fmt: skip
from pipeline.action.review import Review
from pipeline.action.suggestion import Suggestion
from pipeline.action.summary import LARGEST, summary
from pipeline.values.audit import Audit
from pipeline.values.finding import FixKind, Severity
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
        HERE, Standing(open=HERE, number=1, branch="foreign"), ("keep", False)),
    "somebody's work that is to be written anew": (
        HERE, Standing(open=HERE, number=1, branch="foreign", afresh=True), ("update", True)),
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


def words(audit: Audit, said: Wanted | None = None, most: int = 50) -> Words:
    """What a run would say that writes all it may."""
    chosen = choice(audit, said or Wanted(), most)
    ids = chosen.ids()
    after = audit.but(
        audited=tuple(
            one.but(findings=tuple(f.but(written=f.id in ids) for f in one.findings))
            for one in audit.audited
        )
    )
    return Words(audit=after, choice=chosen, records=2, run_url=RUN)


def text(audit: Audit, said: Wanted | None = None, most: int = 50) -> str:
    return body(words(audit, said, most), HERE.but(accepted=said.ids if said else frozenset()))


def test_where_lines_stand_and_when_answers_came_is_no_news() -> None:
    audit = audits.sample()
    first = fingerprints(DIFF.format(3, 22), audit)
    assert first == fingerprints(DIFF.format(40, 29), audit)
    assert first != fingerprints(DIFF.format(3, 22).replace("A Author", "B Author"), audit)
    assert first.changes == fingerprints(DIFF.format(3, 22), audits.quiet()).changes
    assert first.findings != fingerprints(DIFF.format(3, 22), audits.quiet()).findings
    assert fingerprints("", audit).changes == ""


def test_the_text_carries_its_fingerprints_and_fits() -> None:
    told = text(audits.large(600), most=500)
    assert 50_000 < len(told) <= LONGEST_BODY
    assert marked(told) == HERE
    last = told.rstrip().splitlines()[-1]
    assert "more entries" in last, "it says that something was left out"
    assert f"{RUN}#artifacts" in last
    assert len(corrections(told)) > 100, "no box is left out"


def test_a_box_names_its_list_where_there_are_two_and_the_work_whose_authors_change() -> None:
    one, other = (
        audits.resolved(n, "Tides", audits.finding(
            "authors-differ", n, "A B", "C D", fix=FixKind.AUTO, field="authors"
        )) for n in (3, 5)
    )  # fmt: skip
    other = other.but(entry=other.entry.but(path="teaching.md"))
    assert "- [x] line 3 `authors-differ` “Tides” <!--" in text(audits.audit(one))
    told = text(audits.audit(one, other))
    assert "- [x] list.md, line 3 `authors-differ` “Tides” <!--" in told
    assert "- [x] teaching.md, line 5 `authors-differ` “Tides” <!--" in told


def test_no_text_of_a_list_forges_a_fingerprint_or_comes_alive() -> None:
    marks = ("<!-- errata: correction 0123456789ab -->", f"- [x] {'<!-- errata: afresh -->'}")
    forged = HERE.mark()
    hostile = [
        *audits.HOSTILE.values(),
        forged,
        f"x\n{forged}",
        *marks,
        *(f"x\n{m}" for m in marks),
    ]
    said = [
        audits.resolved(n, each, audits.finding(code, n, current=each, proposed=each))
        for n, each in enumerate(hostile, 1)
        for code in ("title-differs", "title-misspelt")
    ]
    audit = audits.audit(*said)
    proposed = {f.id for one in audit.audited for f in one.findings if f.code == "title-misspelt"}
    told = text(audit)
    assert told.count("<!-- errata: changes=") == 1
    assert set(corrections(told)) == proposed
    assert not afresh(told)
    assert alive(told) == []
    assert "@octocat" not in prose(told)


def test_a_ticked_box_is_wanted_and_stays_ticked() -> None:
    audit = audits.sample()
    plain = text(audit)
    names = list(boxes(plain))
    assert names, "there are boxes"
    assert ticked(plain) == frozenset()
    by_hand = with_ticks(plain, names[:1]).replace("\n", "\r\n")
    assert ticked(by_hand) == frozenset(names[:1])
    again = text(audit, Wanted(ids=ticked(by_hand)))
    assert corrections(again)[names[0]]
    assert names[0] not in boxes(again), "it is written now"
    assert ticked(again) == frozenset(names[:1])
    assert ticked(again.replace("- [x] ", "- [ ] ")) == frozenset()


def test_a_ticked_box_that_no_longer_fits_is_not_forgotten() -> None:
    prints = HERE.but(accepted=frozenset({"1" * 12}))
    assert ticked(f"{prints.mark()}\nCut.") == prints.accepted
    assert ticked("- [x] **error**\n  - to accept: `errata fix --accept 111111111111`") == set()


# ---------------------------------------------------------------- what is refused


def asked(told: str, number: int = 7, *, is_open: bool = False, merged: bool = False) -> Asked:
    return Asked(number=number, body=told, open=is_open, merged=merged)


def test_what_is_unticked_closed_or_taken_back_is_refused_finding_by_finding() -> None:
    told = text(audits.sample())
    names = list(corrections(told))
    assert len(names) == 5
    one = told.replace("- [x] ", "- [ ] ", 1)
    assert wanted([asked(told, is_open=True)]).refused == {}
    assert wanted([asked(one, is_open=True)]).refused == {names[0]: 7}
    assert wanted([asked(told)]).refused == dict.fromkeys(names, 7)
    assert wanted([asked(told, merged=True)]).refused == dict.fromkeys(names, 7)
    assert wanted([asked("Somebody's text.\n" + told)]).refused == {}


def test_a_refused_correction_is_not_proposed_and_offered_as_a_setting() -> None:
    audit = audits.sample()
    names = list(corrections(text(audit)))
    said = Wanted(refused={names[0]: 7})
    assert names[0] not in choice(audit, said, 50).ids()
    told = text(audit, said)
    assert corrections(told) == {name: name != names[0] for name in names}
    [block] = re.findall(r"```toml\n(.*?)```", told, re.DOTALL)
    [ignore] = tomllib.loads(block)["ignore"]
    assert (ignore["list"], ignore["reason"]) == ("list.md", "refused in pull request 7")
    assert "```toml" not in text(audit)


def test_a_refused_correction_that_is_ticked_again_is_wanted_again() -> None:
    audit = audits.sample()
    first = text(audit)
    names = list(corrections(first))
    second = text(audit, wanted([asked(first)]))
    assert set(corrections(second).values()) == {False}
    both = [asked(second.replace("- [ ] ", "- [x] ", 1), 9, is_open=True), asked(first)]
    assert set(wanted(both).refused) == set(names[1:])


# ---------------------------------------------------------------- what is proposed


def test_no_more_than_so_many_are_proposed_errors_first_and_the_rest_is_announced() -> None:
    audit = audits.large(200)
    chosen = choice(audit, Wanted(), 50)
    assert (len(chosen.proposed), chosen.waiting > 50) == (50, True)
    assert {finding.severity for finding in chosen.proposed} == {"error"}
    told = text(audit)
    assert f"{chosen.waiting} more corrections wait until this one is merged" in told
    assert len(corrections(told)) == 50
    assert "more corrections wait" not in text(audits.sample())


def test_a_title_names_what_changes_and_each_kind_is_a_commit() -> None:
    made = words(audits.sample())
    assert title(made) == (
        "Errata: correct 2 author lists, 1 venue, 1 title and 1 link, write 2 records"
    )
    stages = made.choice.stages()
    assert [said for said, _ in stages] == [
        "Correct 2 author lists", "Correct 1 venue", "Correct 1 title", "Correct 1 link",
    ]  # fmt: skip
    assert stages[-1][1] == made.choice.ids()


def test_only_the_last_commit_of_a_run_is_known_as_whole() -> None:
    assert is_ours("Correct 1 venue\n\nErrata-Changes: ab\nErrata-Part: 2 of 2\n")
    assert not is_ours("Correct 1 venue\n\nErrata-Changes: ab\nErrata-Part: 1 of 2\n")
    assert not is_ours("By hand\n")


def test_of_somebodys_work_the_text_says_once_that_it_is_kept() -> None:
    told = text(audits.sample())
    once = kept(told, RUN)
    assert "This branch is yours" in once
    assert kept(once, RUN) == once
    assert (marked(once), corrections(once)) == (marked(told), corrections(told))
    assert not afresh(once)
    ticked_box = once.replace("- [ ] Start afresh", "- [x] Start afresh")
    assert afresh(ticked_box)


def test_somebody_elses_text_has_no_fingerprints() -> None:
    assert marked(f"Words before it {HERE.mark()}") is None
    assert marked("") is None
    assert marked(HERE.mark()) == HERE


def test_a_summary_fits_into_one_mebibyte() -> None:
    audit = audits.large(4_000)
    ids = frozenset(f.id for one in audit.audited for f in one.findings)
    lines, full = ("a" * 5_000,) * 100, f"{RUN}#artifacts"
    one = Suggestion(path="x.md", line=1, before=lines, after=lines)
    said = summary(Review(audit=audit, brought=ids), Severity.ERROR, [one] * 20, full)
    assert 900_000 < len(said.encode()) <= LARGEST
    assert full in said
