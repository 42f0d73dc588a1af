"""The report as one page that opens from disk and asks nothing of any network.

The template lies in ``reports/page/``: markup, style and script. Data goes in twice escaped: into
the markup as text, into the script as a JSON block in which no ``<`` is left. The policy in the
head forbids everything but this very style and script, so that even a fault of ours would not run.
Source: WHATWG HTML 4.12.1.3 (restrictions for contents of script elements); CSP Level 3.
"""

import base64
import hashlib
import html
import json
import re
from datetime import UTC
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from pipeline.reports import commands
from pipeline.reports.habits import habits
from pipeline.reports.overview import (
    acceptable,
    beside_proposal,
    broke,
    by_list,
    findings,
    fixable,
    headline,
    pending,
    services,
    standing,
    summary,
    sure,
)  # fmt: skip
from pipeline.reports.plain import address, counted, likely, shown
from pipeline.reports.ranking import sorted_findings
from pipeline.reports.since import since
from pipeline.reports.words import Piece, compared
from pipeline.values.audit import Audit, Audited
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Entry
from pipeline.values.finding import Evidence, Finding, FixKind
from pipeline.values.record import Paper
from pipeline.values.shell import words as shell_words

_PLACE = re.compile(r"%%([a-z]+)%%")

_INCOMPLETE = (
    '<p class="incomplete">Incomplete: a service did not answer. '
    "Where that mattered, nothing is concluded.</p>"
)

SEEK = (
    ("Crossref", "https://search.crossref.org/search/works?q="),
    ("Google Scholar", "https://scholar.google.com/scholar?q="),
    ("DBLP", "https://dblp.org/search?q="),
)
"""Where a person may look for a work that nobody was found to know."""

LONGEST_BYLINE = 12
"""Names of an entry that the page shows; findings show all."""


def render(audit: Audit) -> str:
    """The page, complete in itself."""
    style, script = _part("page.css"), _part("page.js")
    parts = _head(audit) | {
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "data": block(data(audit)),
    }
    return _PLACE.sub(lambda place: parts[place[1]], _part("page.html"))


def _part(name: str) -> str:
    return files("pipeline.reports").joinpath("page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _head(audit: Audit) -> dict[str, str]:
    sums, when = summary(audit), audit.generated.astimezone(UTC)
    phrase = standing(sums)
    if more := pending(audit):
        command = commands.fix(commands.of(audit))
        phrase += f"; {command} writes {counted(more, 'correction')} by itself"
    phrase = f"{phrase}. {since(audit)}" if audit.since else phrase
    title = headline(sums)
    if not audit.checked:
        title, phrase = f"{counted(sums.entries, 'entry', 'entries')} read", "no service was asked"
    texts = {
        "title": f"Errata: {title}",
        "headline": title,
        "standing": phrase,
        "version": audit.version,
        "generated": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "day": when.strftime("%Y-%m-%d %H:%M UTC"),
    }
    escaped = {name: html.escape(shown(text)) for name, text in texts.items()}
    return escaped | {"incomplete": "" if audit.complete else _INCOMPLETE}


def block(value: Any) -> str:  # noqa: ANN401  whatever JSON holds
    """JSON that may stand inside a script element, whatever its strings say."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def data(audit: Audit) -> dict[str, Any]:
    """What the page shows, every text made harmless to look at."""
    lists = by_list(audit)
    places = {
        audited.entry.id: n
        for n, audited in enumerate(audited for _, each in lists for audited in each)
    }
    kinds = {finding.code for finding in findings(audit)}
    words = dict(services(audit))
    return {
        "lists": [shown(path) for path, _ in lists],
        "words": [shell_words([shown(path)]) for path, _ in lists],
        "codes": {name: code.meaning for name, code in BY_NAME.items() if name in kinds},
        "paths": [quote(path) for path, _ in lists],
        "home": address(audit.home),
        "seek": SEEK,
        "notes": list(map(shown, audit.notes)),
        "habits": [[shown(h.said), shown(h.command), h.does] for h in habits(audit)],
        "services": [
            [name, words[name], use.asked, use.from_cache, use.failed]
            for name, use in audit.services.items()
            if name in words
        ],
        "entries": [
            _entry(audited.entry, place) | _concluded(audited, places)
            for place, (_, entries) in enumerate(lists)
            for audited in entries
        ],
    }


def _entry(entry: Entry, place: int) -> dict[str, Any]:
    return {
        "list": place,
        "line": entry.line,
        "section": shown(" › ".join(entry.section)),
        "title": shown(entry.title.text) if entry.title else "",
        "authors": _byline(entry),
        "venue": shown(entry.venue.text) if entry.venue else "",
        "year": entry.year.value if entry.year else "",
        "link": next(filter(None, (address(link.url) for link in entry.links)), ""),
    }


def _byline(entry: Entry) -> str:
    if not entry.authors:
        return ""
    names = [shown(name.text) for name in entry.authors.names]
    rest = len(names) - LONGEST_BYLINE
    text = ", ".join(names[:LONGEST_BYLINE])
    if rest > 0:
        return f"{text} and {rest} more"
    return f"{text} et al." if entry.authors.et_al else text


def _concluded(audited: Audited, places: dict[str, int]) -> dict[str, Any]:
    match = audited.match
    known = audited.paper if match and not audited.failure else None
    return {
        "status": audited.status.value,
        "verdict": match.verdict.value if match else "",
        "confidence": match.confidence if match else None,
        "sure": likely(match.confidence) if match else "",
        "reasons": _reasons(audited),
        "paper": _paper(known) if known else None,
        "findings": [
            _finding(finding) | {"other": places.get(finding.other)}
            for finding in sorted_findings(audited)
        ],
    }


def _reasons(audited: Audited) -> str:
    if audited.failure:
        return broke(audited.failure)
    return "; ".join(map(shown, audited.match.reasons)) if audited.match else ""


def _paper(paper: Paper) -> dict[str, str]:
    url = paper.work.url or next((i.url for i in paper.work.identifiers if i.url), "")
    return {"id": paper.id, "title": shown(paper.work.title), "url": address(url)}


def _finding(finding: Finding) -> dict[str, Any]:
    old, new = shown(finding.current), shown(finding.proposed)
    return {
        "id": shown(finding.id),
        "code": shown(finding.code),
        "severity": finding.severity.value,
        "message": shown(finding.message),
        "confidence": finding.confidence,
        "sure": sure(finding),
        "fix": _fix(finding),
        **_sides(old, new),
        "evidence": [
            [shown(evidence.source), address(evidence.url), _said(evidence, finding)]
            for evidence in finding.evidence
        ],
    }


def _fix(finding: Finding) -> str:
    if finding.written:
        return "written"
    if finding.fix is FixKind.AUTO and not fixable(finding):
        return "style"
    if finding.fix is FixKind.REVIEW and not acceptable(finding):
        return "none"
    return finding.fix.value


def _sides(old: str, new: str) -> dict[str, list[Piece]]:
    if old and new:
        pieces = compared(old, new)
        return {
            "old": [piece for piece in pieces if piece[0] != "new"],
            "new": [piece for piece in pieces if piece[0] != "gone"],
        }
    return {"old": [("same", old)] if old else [], "new": [("new", new)] if new else []}


def _said(evidence: Evidence, finding: Finding) -> str:
    """The source's words, and an address that is none."""
    parts = [
        shown(beside_proposal(evidence, finding)),
        "" if address(evidence.url) else shown(evidence.url),
    ]
    return " ".join(filter(None, parts))
