"""The issue form "Add a paper", as GitHub writes its answers into an issue.

Each answer is a heading of level 3 with the field's label and the words below; an empty optional
field says ``_No response_``. The words are a stranger's: whatever they hold stays text.
Source: GitHub Docs, "Syntax for issue forms" (``.github/ISSUE_TEMPLATE/add-paper.yml`` is ours).
"""

from pipeline.values.text import Value

PAPER, SECTION, LIST = "Paper", "Section", "List"
"""The labels of the form's fields; a test holds the form to them."""

LONGEST = 2_000
"""Characters of an answer; a title has a few hundred, an address hardly more."""

_EMPTY = "_No response_"


class FormError(Exception):
    """What is missing in the form, in words for the one who filled it in."""


class Wish(Value):
    """A paper that somebody wants in the list."""

    paper: str
    """An address, DOI, arXiv id, PMID, or a title; one line."""
    section: str = ""
    list: str = ""


def is_form(body: str) -> bool:
    """Whether an issue was made with the form."""
    return f"### {PAPER}" in body.splitlines()


def wish(body: str) -> Wish:
    """What the form asks for.

    Raises:
        FormError: no paper is named, or an answer is no single line of text.

    """
    answers = _answers(body)
    paper = answers.get(PAPER, "")
    if not paper:
        raise FormError("No paper is named. Give its address, DOI, arXiv id, PMID or title.")
    for label, answer in answers.items():
        if "\n" in answer or len(answer) > LONGEST:
            raise FormError(
                f"“{label}” is not one line of text. One issue asks for one paper; open another "
                "issue for another."
            )
        if not answer.isprintable():
            raise FormError(f"“{label}” holds characters that cannot be seen. Type it anew.")
    return Wish(paper=paper, section=answers.get(SECTION, ""), list=answers.get(LIST, ""))


def _answers(body: str) -> dict[str, str]:
    """Label -> answer; the first answer counts, an empty one is none."""
    by_label: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in body.splitlines():
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in (PAPER, SECTION, LIST):
            lines = []
            by_label.setdefault(label, lines)
        else:
            lines.append(" ".join(line.split()))  # pasted titles come with all kinds of blanks
    answers = {label: "\n".join(texts).strip() for label, texts in by_label.items()}
    return {label: text for label, text in answers.items() if text not in ("", _EMPTY)}
