"""The job summary of a check. GitHub takes 1 MiB of it from one step.

Source: GitHub Docs, "Workflow commands", job summaries.
"""

from collections.abc import Sequence

from pipeline.action.review import Review
from pipeline.action.suggestion import Suggestion, markdown
from pipeline.reports import rendered
from pipeline.reports.plain import counted, listed
from pipeline.values.finding import Finding, Severity

LARGEST = 1024 * 1024
"""Bytes of a job summary."""

ROOM = LARGEST - 1_024


def verdict(review: Review, threshold: Severity | None) -> str:
    """One sentence: what the change brings in, and whether that is held against it."""
    news = review.news()
    text = f"This change brings in {_counts(news)}." if news else "This change brings in nothing."
    standing = sum(len(audited.findings) for audited in review.audit.audited) - len(news)
    if standing:
        there = "was" if standing == 1 else "were"
        text += f" {counted(standing, 'finding')} at the same entries {there} there before it."
    if not review.audit.complete:
        text += " A service did not answer; nothing is concluded where it mattered."
    if news and not review.at_least(threshold):
        text += " That does not fail the check."
    return text


def _counts(news: Sequence[Finding]) -> str:
    numbers = ((sum(f.severity is severity for f in news), severity) for severity in Severity)
    return listed(counted(number, severity.value) for number, severity in numbers if number)


def summary(
    review: Review, threshold: Severity | None, suggestions: Sequence[Suggestion], full: str
) -> str:
    """The job summary: the verdict, the lines to copy, the report of the entries concerned."""
    head = verdict(review, threshold)
    lines = markdown(suggestions)
    if len(lines.encode()) > ROOM // 2:
        lines = (
            markdown(suggestions[:1]) if len(markdown(suggestions[:1]).encode()) < ROOM // 2 else ""
        )
    parts = [head, lines] if lines else [head]
    if review.audit.audited:
        left = ROOM - sum(len(part.encode()) for part in parts)
        parts.append(rendered("markdown", review.audit, limit=left, full=full).text)
    return "\n\n".join(parts) + "\n"
