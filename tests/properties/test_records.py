"""Reconciling is order-free and idempotent: the same evidence gives the same bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.papers.reconcile import described, reconcile
from pipeline.values.work import Candidate, Notice, Stage, Work
from tests.shelf import DUNES, DUNES_EARLY, POOLS, POOLS_EARLY, TIDES
from tests.world import date, people, told

SOURCES = ("crossref", "pubmed", "arxiv", "datacite", "europepmc", "biorxiv")
NOTICES = (
    Notice(kind="retraction", doi="10.99999/n.1", source="publisher"),
    Notice(kind="retraction", date=date("2022"), source="pubmed"),
    Notice(kind="correction", doi="10.99999/n.2", source="publisher"),
    Notice(kind="correction", doi="10.99999/n.3", source="publisher"),
)


@st.composite
def told_by_some(draw: st.DrawFn, work: Work) -> Candidate:
    """The work as one service has it, with that service's habits."""
    changes = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "title": st.sampled_from((work.title.upper(), work.title.split(":")[0])),
                "authors": st.sampled_from((work.authors[:1], (), people("M Lindqvist; T O"))),
                "authors_complete": st.booleans(),
                "container_title": st.sampled_from(("", "J Estuar Sens", work.container_title)),
                "issued": st.sampled_from((None, date(2020), date("2021-03-04"))),
                "volume": st.sampled_from(("", "12", "13")),
                "notices": st.lists(st.sampled_from(NOTICES), max_size=3, unique=True).map(tuple),
                "publisher": st.sampled_from(("", "Moss Press", "moss press")),
            },
        )
    )
    return told(draw(st.sampled_from(SOURCES)), work.but(**changes))


@st.composite
def evidence(draw: st.DrawFn) -> tuple[Candidate, ...]:
    works = draw(st.sampled_from(((TIDES,), (POOLS_EARLY, POOLS), (DUNES_EARLY, DUNES))))
    voices = [draw(told_by_some(draw(st.sampled_from(works)))) for _ in range(4)]
    return tuple(dict.fromkeys(voices))


@settings(max_examples=150)
@given(evidence(), st.randoms(use_true_random=False))
def test_the_order_of_the_voices_decides_nothing(
    voices: tuple[Candidate, ...], random: object
) -> None:
    mixed = list(voices)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    stage = described(voices)
    assert described(mixed) is stage
    assert reconcile(mixed, stage) == reconcile(voices, stage)


@settings(max_examples=100)
@given(evidence())
def test_hearing_a_voice_twice_changes_nothing(voices: tuple[Candidate, ...]) -> None:
    stage = described(voices)
    assert reconcile((*voices, *voices), stage) == reconcile(voices, stage)


@settings(max_examples=100)
@given(evidence())
def test_every_value_has_somebody_who_said_it(voices: tuple[Candidate, ...]) -> None:
    stage = described(voices)
    work, said, _ = reconcile(voices, stage)
    for field, provenance in said.items():
        assert any(
            getattr(c.work, field) == getattr(work, field)
            for c in voices if c.provenance == provenance and c.work.stage is stage
        ), field  # fmt: skip


@settings(max_examples=100)
@given(evidence())
def test_versions_are_told_apart_and_none_is_lost(voices: tuple[Candidate, ...]) -> None:
    work, _, versions = reconcile(voices, described(voices))
    known = {i for version in versions for i in version.identifiers}
    assert known == {i for c in voices for i in c.work.identifiers}
    assert {version.stage for version in versions} == {c.work.stage for c in voices}
    assert [v.stage for v in versions] == sorted(
        (v.stage for v in versions), key=lambda stage: stage is Stage.PREPRINT
    )
    assert work.stage in {version.stage for version in versions}
