"""The issue form: what its answers mean, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.action.answer import IssueAnswer, body, command, comment, message, title
from pipeline.action.form import FormError, Wish, is_form, wish
from tests.action.page import alive, prose

FORM = "### Paper\r\n\r\n{}\r\n\r\n### Section\r\n\r\n{}\r\n\r\n### List\r\n\r\n_No response_"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(FORM.format("10.9999/x", "2023"), Wish(paper="10.9999/x", section="2023"),
                     id="an address and a section"),
        pytest.param(FORM.format("10.9999/x", "_No response_"), Wish(paper="10.9999/x"),
                     id="an optional answer left out"),
        pytest.param("### Paper\n\n  A\u00a0title \n", Wish(paper="A title"),
                     id="a pasted title with its blanks"),
        pytest.param("### Paper\n\na\n\n### Paper\n\nb", Wish(paper="a"),
                     id="a field that comes twice: the form's own is the first"),
        pytest.param("### Paper\n\na\n\n### List\n\nx.md\n", Wish(paper="a", list="x.md"),
                     id="a list"),
    ],
)  # fmt: skip
def test_a_form_is_read(text: str, wanted: Wish) -> None:
    assert is_form(text)
    assert wish(text) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(FORM.format("_No response_", "2023"), "No paper is named", id="empty"),
        pytest.param(FORM.format("", ""), "No paper is named", id="nothing"),
        pytest.param(FORM.format("a\nb", ""), "not one line", id="two lines"),
        pytest.param(FORM.format("a\u2028b", ""), "not one line", id="a hidden line end"),
        pytest.param(FORM.format("x" * 5_000, ""), "not one line", id="endless"),
        pytest.param(FORM.format("10.9999/\u202ex", ""), "cannot be seen", id="bidi"),
        pytest.param(FORM.format("10.9999/\x00x", ""), "cannot be seen", id="null"),
        pytest.param(FORM.format("a", "2023\n### Papers"), "not one line", id="forged heading"),
    ],
)
def test_what_is_no_one_line_of_text_is_refused(text: str, words: str) -> None:
    with pytest.raises(FormError, match=words):
        wish(text)


def test_an_issue_that_speaks_of_a_heading_is_no_form() -> None:
    assert not is_form("Write ### Paper above it.")


PIECES = [*"-=$(){}`;|&><\"'#@!~*[]/.:% a1\n\r", "${{", "```", "::", "--to", "</pre>"]
STRANGE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(paper=STRANGE, section=STRANGE)
def test_whatever_is_typed_is_refused_or_two_arguments(paper: str, section: str) -> None:
    try:
        asked = wish(FORM.format(paper, section))
    except FormError:
        return
    *options, line, last = command(asked, "README.md")
    assert line == "--"
    assert last == asked.paper
    assert options[:2] == ["add", "--to=README.md"]
    assert all(o == "--guess" or o.startswith("--section=") for o in options[2:])
    assert len(options) == 3


@settings(max_examples=40)
@given(paper=STRANGE, said=STRANGE)
def test_whatever_is_typed_comes_alive_nowhere(paper: str, said: str) -> None:
    answer = IssueAnswer(issue=12, outcome="missing", paper=paper, said=said, added=(said,))
    for text in (comment(answer), body(answer, "https://github.com/a/b/actions/runs/1")):
        assert alive(text) == []
        ours = prose(text).replace("Closes #12", "")
        assert not any(mark in ours for mark in ("@a", "#1"))
    other = answer.but(paper="another", said="other words", added=())
    assert (title(answer), message(answer)) == (title(other), message(other))
