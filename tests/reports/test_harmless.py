"""Whatever a list or a service says stays text, in every report."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.reports import REPORTS, report
from pipeline.reports.markdown import render as render_markdown
from pipeline.reports.markup import code, inert, link, side
from pipeline.reports.overview import findings, fixable
from pipeline.reports.plain import shown
from pipeline.reports.text import render as render_text
from pipeline.reports.words import compared
from pipeline.values.finding import Severity
from tests.reports import audits

HOSTILE = [pytest.param(text, id=name) for name, text in audits.HOSTILE.items()]

UNSEEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\ud800-\udfff]"
)


@pytest.mark.parametrize("name", REPORTS)
def test_every_finding_occurs_exactly_once(name: str) -> None:
    few = audits.audit(*audits.telling())  # GitHub shows no more than ten of a severity
    found = findings(few)
    text = report(name).render(few)
    assert len(found) == 13
    once = 2 if name == "sarif" else 1  # its fingerprint, and the command in its message
    assert [finding.id for finding in found if text.count(finding.id) != once] == []


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_holds_what_a_terminal_or_a_reader_obeys(name: str) -> None:
    attacks = (*audits.hostile(), *audits.broken())
    text = "".join(report(name).render(audits.audit(one)) for one in attacks)
    assert "owned" in text
    assert UNSEEN.search(text) is None
    text.encode()


@pytest.mark.parametrize("name", REPORTS)
def test_an_audit_in_which_nothing_was_found_is_reported(name: str) -> None:
    for audit in (audits.quiet(), audits.audit(), audits.unchecked()):
        assert report(name).render(audit).endswith("\n")


def test_the_text_report_is_coloured_only_if_asked() -> None:
    assert "\x1b" not in render_text(audits.sample())
    coloured = render_text(audits.sample(), colour=True)
    assert "\x1b[31;9mShang L, Zhou X\x1b[0m" in coloured
    plain = re.sub(r"\x1b\[[0-9;]+m", "", coloured)
    assert "\x1b" not in plain


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_text_report_keeps_to_the_width_where_words_allow(width: int) -> None:
    text = render_text(audits.audit(*audits.telling()), width=width)
    text = re.sub(r"\[-|-\]|\{\+|\+\}", "", text)
    unbroken = ("http", "errata fix", "error", "warning", "notice")
    wide = [line for line in text.splitlines() if len(line) > width]
    assert [
        line for line in wide if not line.strip().startswith(unbroken) and "http" not in line
    ] == []


# ---------------------------------------------------------------- Markdown


BEFORE = ["", "- ", "- a\n  - is: ", "### ", "| a |\n|--|\n| "]
"""Where the reports put text."""


def tokens(text: str) -> Iterator[Token]:
    """What GitHub's Markdown makes of the text, bare addresses and tables included."""
    parser = MarkdownIt("gfm-like", {"linkify": False})
    for token in parser.parse(text):
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", BEFORE)
def test_inert_text_reads_the_same_and_does_nothing(text: str, before: str) -> None:
    kinds = {token.type for token in tokens(before + inert(text))}
    own = {token.type for token in tokens(before + "word")}
    assert kinds <= own | {"text_special"}
    said = "".join(t.content for t in tokens(inert(text)) if t.type in ("text", "text_special"))
    assert said.replace("\u2060", "") == shown(text)


LIVE = re.compile(r"@\w|#\d|\bgh-\d|\w://|\bwww\.|:\w+:|\b[0-9a-f]{7,40}\b", re.IGNORECASE)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_filter_of_github_finds_anything_in_inert_text(text: str) -> None:
    seen = "".join(t.content for t in tokens(inert(text)) if t.type in ("text", "text_special"))
    assert LIVE.search(seen) is None


PIECES = (
    "*", "**", "_", "`", "```", "[", "](", "]", "(x)", "<", ">", "<b>", "&", "&lt;", "&#64;", "#",
    "@", "~", "~~", "|", "\\", "://", "http", "www.", "GH-", "1", "1.", "2)", "a", "b", " ", "  ",
    "-", "---", "+", "=", "===", "$", "$$", "!", "![", ":", ":+1:", "abcdef0123", "[ ]", "[^1]",
    "\n", "{", "\t", "é", "javascript:", "x@y.example", "//", '"', "'", "^", "%0A",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(BEFORE))
def test_no_mixture_of_marks_does_anything(text: str, before: str) -> None:
    assume(shown(text))
    kinds = {token.type for token in tokens(before + inert(text))}
    assert kinds <= {token.type for token in tokens(before + "word")} | {"text_special"}
    said = "".join(t.content for t in tokens("x" + inert(text)) if t.type.startswith("text"))
    assert said.replace("\u2060", "") == "x" + shown(text)
    assert LIVE.search(said.removeprefix("x")) is None


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from(["gone", "new"]),
)
def test_marks_of_a_change_hold_around_any_words(old: str, new: str, role: str) -> None:
    """``**`` next to punctuation opens nothing by itself: CommonMark, rule of flanking."""
    pieces = compared(shown(old), shown(new))
    assume(any(kind == role for kind, _ in pieces))
    kinds = [token.type for token in tokens("- is: x" + side(pieces, role))]
    opened = kinds.count("s_open" if role == "gone" else "strong_open")
    assert opened == sum(kind == role for kind, _ in pieces)
    assert kinds.count("strong_open") + kinds.count("s_open") == opened
    assert not {"code_inline", "link_open", "html_inline", "image", "em_open"} & set(kinds)


def test_ordinary_text_stays_readable_in_the_source() -> None:
    for text in ("Deep learning: a (short) survey, part 2", "NeurIPS 2023", "Müller–Lyer & co"):
        assert inert(text) == text.replace("&", "&amp;")


@pytest.mark.parametrize("text", HOSTILE)
def test_code_shows_the_text_and_nothing_looks_into_it(text: str) -> None:
    spans = [t for t in tokens("a " + code(text) + " b") if t.type == "code_inline"]
    assert [span.content.strip() for span in spans] == [shown(text).replace("|", "¦").strip()]


@pytest.mark.parametrize(
    ("url", "href"),
    [
        pytest.param("https://doi.org/10.1/x", "https://doi.org/10.1/x", id="an address"),
        pytest.param("https://x.example/a(b)c", "https://x.example/a%28b%29c", id="brackets"),
        pytest.param(
            "https://x.example/?a=1&lt;=2", "https://x.example/?a=1&lt;=2", id="an entity"
        ),
        pytest.param("javascript:alert(1)", None, id="a script"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("//x.example", None, id="no scheme"),
        pytest.param(
            "https://x.example/ \"onx='1'", "https://x.example/%20%22onx=%271%27", id="quotes"
        ),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str, href: str | None) -> None:
    found = [t.attrs["href"] for t in tokens(link("crossref", url)) if t.type == "link_open"]
    assert found == ([href] if href else [])


def test_the_markdown_report_links_nothing_but_evidence_and_records() -> None:
    parsed = list(tokens(render_markdown(audits.sample())))
    hrefs = {str(t.attrs["href"]).split("/")[2] for t in parsed if t.type == "link_open"}
    assert hrefs == {"doi.org", "x.example"}
    html = {t.content for t in parsed if t.type.startswith("html_")}
    ours = re.compile(
        r"</?(sub|details|summary)>|<!-- errata: [0-9a-f]{12} -->"
        r"|<details><summary>\d+ (more )?(entr(y|ies) with (error|warning|notice)s|corrections)"
        r"</summary>"
    )
    assert [tag for tag in html if not ours.fullmatch(tag.strip())] == []
    assert not [t for t in parsed if t.type in ("image", "fence", "code_block")]


def test_review_fixes_have_a_box_to_tick_and_their_command() -> None:
    told = render_markdown(audits.audit(*audits.telling()))
    review = [f for f in findings(audits.audit(*audits.telling())) if f.fix == "review"]
    edits = [f for f in review if f.edits]
    assert len(edits) == told.count("- [ ] ") == 2
    assert [f.id for f in edits if f"`errata fix list.md --accept {f.id}`" not in told] == []


def blocks(markdown: str) -> list[str]:
    """The entries of a report, without what folds some of them away."""
    markdown = re.sub(r"\n\n<details><summary>[^<]*</summary>|\n\n</details>", "", markdown)
    return [part.rstrip() for part in markdown.split("\n\n### ")[1:]]


@pytest.mark.parametrize("limit", [6_000, 20_000, 65_536])
def test_a_report_that_is_too_long_ends_with_a_whole_entry(limit: int) -> None:
    audit = audits.large(600)
    told = render_markdown(audit, limit=limit, full="https://x.example/report.html")
    assert len(told.encode()) <= limit
    told, _, last = told.rpartition("\n\n*")
    whole, cut = blocks(render_markdown(audit, limit=None)), blocks(told)
    assert 1 < len(cut) < len(whole)
    assert cut == whole[: len(cut)]
    assert (
        "more entries with findings: see [the full report](https://x.example/report.html)" in last
    )


def test_errors_are_the_last_to_be_left_out() -> None:
    told = render_markdown(audits.large(400), limit=20_000)
    assert "**error**" in told
    assert "with notices" not in told
    assert "with notices" in render_markdown(audits.large(400), limit=None)


@pytest.mark.parametrize("number", [20, 400, 3_000])
def test_no_more_than_two_hundred_lines_stand_unfolded(number: int) -> None:
    told = render_markdown(audits.large(number))
    assert len(told.encode()) <= 60_000
    unfolded = re.sub(r"<details>.*?</details>", "", told, flags=re.DOTALL)
    assert 20 < unfolded.count("\n") <= 200


def test_retracted_works_come_first_and_corrections_stand_in_a_table() -> None:
    told = render_markdown(audits.audit(*audits.telling()))
    assert told.index("**Retracted:** list.md, line 22 “Withdrawn cells”.") < told.index("Of 9")
    assert told.index("| line 12 `authors-swapped`") < told.index("| line 14 `title-misspelt`")
    assert told.index("### Withdrawn cells") < told.index("### Nobody knows this")
    assert told.index("### Nobody knows this") < told.index("<details>")


def test_a_work_that_may_be_a_retracted_one_is_not_called_retracted_first() -> None:
    [one] = [e for e in audits.telling() if any(f.code == "retracted" for f in e.findings)]
    unsure = tuple(f.but(severity=Severity.NOTICE) for f in one.findings)
    assert "**Retracted:**" not in render_markdown(audits.audit(one.but(findings=unsure)))
    many = audits.audit(*(one for _ in range(12)))
    assert render_markdown(many).count("“Withdrawn cells”") == 10
    assert "; and 2 more." in render_markdown(many)


def test_what_was_written_is_counted_on_the_terminal() -> None:
    done = [
        one.but(findings=tuple(f.but(written=fixable(f)) for f in one.findings))
        for one in audits.telling()
    ]
    assert "\n5 corrections written\n" in render_text(audits.audit(*done))
    assert "corrections written" not in render_text(audits.audit(*audits.telling()))


def test_a_row_says_which_work_it_is_about_and_what_a_wrong_link_opens() -> None:
    rows = [line for line in render_markdown(audits.audit(*audits.telling())).splitlines()
            if line.startswith("| line ")]  # fmt: skip
    assert "`venue-differs` “Folding maps of small worlds” | Nature |" in rows[1]
    assert "`title-misspelt` | Reference-free" in rows[2], "a title is not said twice"
    said = "The list says “”, the work has “https:"
    assert [said in row for row in rows] == [False, False, False, False, True]


def test_a_line_is_linked_where_its_repository_is_known() -> None:
    home = "https://x.example/curator/list/blob/0123abc"
    known = audits.audit(*audits.telling(), home=home)
    told = render_markdown(known)
    assert f"| [line 12]({home}/list.md?plain=1#L12) `authors-swapped`" in told
    assert f"[line 22]({home}/list.md?plain=1#L22)" in told
    assert "plain=1" not in render_markdown(audits.audit(*audits.telling()))


# ---------------------------------------------------------------- GitHub, SARIF, CSV


def test_no_line_of_the_log_is_a_command_of_somebody_else() -> None:
    parts = [
        report("github").render(audits.audit(*attacks))
        for attacks in (audits.hostile(), audits.broken())
    ]
    commands = [line for part in parts for line in part.splitlines() if "::" in line]
    # A plain line follows the annotations; it is ours alone.
    ours = re.compile(
        r"::(error|warning|notice) (file=[^:,]+,line=\d+,endLine=\d+,)?title=[^:,]+::.*"
    )
    assert len(commands) == 2 * 10
    assert [line for line in commands if not ours.fullmatch(line)] == []


def test_github_is_given_ten_annotations_of_a_kind_and_the_rest_as_a_number() -> None:
    lines = report("github").render(audits.large()).splitlines()
    for severity, rest in (("error", 1918), ("warning", 1920), ("notice", 635)):
        mine = [line for line in lines if line.startswith(f"::{severity} ")]
        assert len(mine) == 10
        assert f"::{rest:,} more {severity}s; see the full report." in mine[-1]


def test_sarif_points_at_the_lines_and_suppresses_nothing() -> None:
    (run,) = json.loads(report("sarif").render(audits.sample()))["runs"]
    results, rules = run["results"], run["tool"]["driver"]["rules"]
    found = findings(audits.sample())
    assert [r["partialFingerprints"]["errataFinding/v1"] for r in results] == [f.id for f in found]
    places = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results]
    assert places == [f.line for f in found]
    assert [r for r in results if rules[r["ruleIndex"]]["id"] != r["ruleId"]] == []
    assert [rule["id"] for rule in rules if len(rule["help"]["text"]) < 100] == []
    assert "suppressions" not in json.dumps(run)


def test_a_spreadsheet_computes_nothing() -> None:
    rows = list(csv.reader(io.StringIO(report("csv").render(audits.sample()))))
    assert len(rows) == 1 + len(findings(audits.sample()))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert "'=HYPERLINK" in report("csv").render(audits.sample())


def test_one_endless_entry_does_not_push_out_the_others() -> None:
    endless = audits.finding("title-differs", 1, "A B, " * 30_000, "C D", message="x" * 9_000)
    audit = audits.audit(audits.resolved(1, "Endless", endless), *audits.telling())
    told = render_markdown(audit, limit=10_000)
    assert "Endless" not in told
    assert "`authors-swapped`" in told
    every = "`errata check list.md --report errata.html` shows everything"
    assert f"*1 more entry with findings; {every}.*" in told


def test_hundreds_of_lists_do_not_break_the_limit() -> None:
    many = audits.audit(
        *(
            audits.resolved(1, "A", audits.finding("link-missing", n)).but(
                entry=audits.entry(n, "A", "", "", "", f"lists/{'x' * 40}{n}.md")
            )
            for n in range(1, 400)
        )
    )
    told = render_markdown(many, limit=10_000)
    assert len(told.encode()) <= 10_000
    assert told.startswith("# Errata: 399 entries: 399 warnings\n\n")
    assert told.count("| lists/") > 20


def test_what_only_a_hand_can_mend_has_no_box() -> None:
    twice = audits.finding("duplicate", 20, "A title", fix="review", edits=())
    told = render_markdown(audits.audit(audits.resolved(20, "A title", twice)))
    assert "- [ ] " not in told
    assert "for you to decide" in told
