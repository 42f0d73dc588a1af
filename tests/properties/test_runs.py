"""Laws of whole runs, over lists put together from pieces."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.match.match import match
from pipeline.match.possible_works import possible_works
from pipeline.resolve.asking import resolve
from pipeline.resolve.questions import MOST_ROUNDS
from pipeline.values.audit import Audited
from pipeline.values.codes import BY_NAME
from pipeline.values.finding import Finding, FixKind, Severity
from pipeline.values.question import Found, Inquiry
from pipeline.values.text import apply
from pipeline.write.applying import Accepted
from tests.properties.strategies import down, entries, lists
from tests.shelf import listed, shelf
from tests.world import Run, run

FEW = settings(max_examples=25)


@FEW
@given(lists(), down)
def test_no_question_is_asked_twice_and_the_asking_ends(text: str, silent: tuple[str, ...]) -> None:
    world = shelf(down=silent)
    assert run(world, text).audited
    assert set(world.asked.values()) <= {1}
    assert len(world.rounds) < MOST_ROUNDS


@FEW
@given(lists())
def test_a_mended_list_stays_as_it_is_and_its_records_too(text: str) -> None:
    """Fixes that wait for others of their place are due in the next run."""
    world = shelf()
    mended, result = _mended(run(world, text))
    again = run(again_world := shelf(), mended, library=result.outcome.library)
    assert again.fixed() == mended
    assert again.outcome.library == result.outcome.library
    left = [f for f in again.findings if f.fix is FixKind.AUTO and not BY_NAME[f.code].style]
    assert left == []
    assert sum(again_world.asked.values()) <= sum(world.asked.values())


def _mended(first: Run) -> tuple[str, Run]:
    """The list after two more runs over what the first leaves, and the last of them."""
    result = first
    for _ in range(2):
        result = run(shelf(), result.fixed(), library=result.outcome.library)
    return result.fixed(), result


@FEW
@given(lists())
def test_a_second_run_over_the_same_list_changes_no_record(text: str) -> None:
    first = run(shelf(), text)
    second = run(shelf(), text, library=first.outcome.library)
    assert second.outcome.library == first.outcome.library
    assert [f.id for f in second.findings] == [f.id for f in first.findings]


@FEW
@given(lists(), lists())
def test_a_record_keeps_its_name_whatever_else_is_read(text: str, other: str) -> None:
    first = run(shelf(), text).outcome.library
    later = run(shelf(), other, library=first).outcome.library
    names = {paper.id: set(paper.work.identifiers) for paper in first.papers}
    kept = {paper.id: paper for paper in later.papers}
    for name, known in names.items():
        versions = {i for v in kept[name].versions for i in v.identifiers}
        assert known <= set(kept[name].work.identifiers) | versions


@FEW
@given(lists())
def test_every_edit_lies_within_its_entry(text: str) -> None:
    for each in run(shelf(), text).audited:
        for finding in each.findings:
            for edit in finding.edits:
                assert each.entry.span.start <= edit.span.start
                assert edit.span.end <= each.entry.span.end


@FEW
@given(lists())
def test_an_automatic_fix_silences_its_finding_and_adds_no_other(text: str) -> None:
    result = run(shelf(), text)
    before = _loud(result)
    for each in result.audited:
        for finding in _automatic(each):
            mended = run(shelf(), apply(result.readings[0].text, finding.edits))
            place = result.audited.index(each)
            codes = [f.code for f in mended.audited[place].findings]
            assert finding.code not in codes, (finding.message, codes)
            told = {code for _, code in _loud(mended) - before}
            # A mended link may show for the first time that two entries are of one work.
            assert told <= {"duplicate"}, finding.message


def _automatic(each: Audited) -> list[Finding]:
    sure = each.match is not None and each.match.sure
    return [f for f in each.findings if sure and f.fix is FixKind.AUTO and f.edits]


def _loud(result: Run) -> set[tuple[int, str]]:
    """Place and code of what is above a notice."""
    return {
        (place, finding.code)
        for place, each in enumerate(result.audited)
        for finding in each.findings if finding.severity is not Severity.NOTICE
    }  # fmt: skip


@FEW
@given(lists(), down)
def test_while_a_service_is_silent_nothing_of_its_entries_is_written(
    text: str, silent: tuple[str, ...]
) -> None:
    result = run(shelf(down=silent), text)
    for each in result.audited:
        assert each.match is not None
        if each.match.unavailable:
            assert all(finding.fix is not FixKind.AUTO for finding in each.findings)


@FEW
@given(lists())
def test_ids_of_findings_are_unique(text: str) -> None:
    ids = [finding.id for finding in run(shelf(), text).findings]
    assert len(ids) == len(set(ids))


@FEW
@given(lists())
def test_style_is_written_only_when_it_is_asked_for(text: str) -> None:
    result = run(shelf(), text)
    said = [f for one in result.audited for f in (*one.findings, *one.habitual)]
    style = [f for f in said if BY_NAME[f.code].style and f.edits]
    plain, styled = result.fixed(), result.fixed(Accepted(style=True))
    if not style:
        assert plain == styled


@FEW
@given(entries(), st.randoms(use_true_random=False))
def test_the_order_of_candidates_decides_nothing(line: str, random: object) -> None:
    result = run(shelf(), listed(line))
    situation = resolve(result.readings[0].entries, shelf().ask)[0]
    inquiry = situation.inquiry
    shuffled = inquiry.but(replies=tuple(_shuffled(reply, random) for reply in inquiry.replies))
    assert _judgement(shuffled) == _judgement(inquiry)


def _shuffled(reply: object, random: object) -> object:
    answer = getattr(reply, "answer")  # noqa: B009  both are values of any kind here
    if not isinstance(answer, Found):
        return reply
    mixed = list(answer.candidates)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    return reply.but(answer=answer.but(candidates=tuple(mixed)))  # type: ignore[attr-defined]


def _judgement(inquiry: Inquiry) -> tuple[object, ...]:
    found = match(inquiry, possible_works(inquiry))
    return (
        found.verdict, found.confidence, frozenset(c.work.title for c in found.evidence),
        frozenset(c.work.title for c in found.linked),
        frozenset(c.work.title for c in found.rivals),
    )  # fmt: skip
