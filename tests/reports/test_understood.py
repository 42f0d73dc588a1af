from pipeline.reports.markdown import render as markdown
from pipeline.reports.text import render as text
from pipeline.reports.understood import understood
from pipeline.values.audit import Status
from pipeline.values.text import Span
from tests.reports import audits


def test_what_was_read_is_said_field_by_field() -> None:
    entry = audits.entry(12, "Maps", "Ada Miller, Bo Chen", "Cell", "https://x.example/a")
    authors = entry.authors
    assert authors
    assert understood(entry.but(authors=authors.but(et_al=True))) == [
        ("authors", "Ada Miller; Bo Chen; et al."),
        ("venue", "Cell"),
        ("year", "2022 (of the section)"),
        ("section", "Papers › 2022"),
        ("links", "https://x.example/a"),
        ("names", "doi:10.5555/12"),
    ]


def test_what_is_absent_is_left_out_and_an_empty_link_is_not() -> None:
    entry = audits.entry(12, "Maps", "", "", "").but(year=None, section=(), mentions=())
    assert understood(entry) == [("links", "(empty)")]
    assert understood(entry.but(links=())) == []
    assert entry.links[0].span == Span(start=0, end=0)


def test_errata_read_shows_every_entry() -> None:
    audit = audits.unchecked()
    assert {one.status for one in audit.audited} == {Status.READ}
    for render in (text, markdown):
        told = render(audit)
        titles = [one.entry.title.text for one in audit.audited if one.entry.title]
        assert [title for title in titles if title not in told] == []
        assert "Ada Miller; The Team" in told
        assert "9 entries read" in told


def test_hostile_text_that_was_read_stays_text() -> None:
    read = (one.but(status=Status.READ, match=None, findings=()) for one in audits.hostile())
    told = markdown(audits.audit(*read, checked=False))
    assert "@octocat" not in told
    assert "<script" not in told
