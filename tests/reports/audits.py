"""Audits to report on: a small one with every hostile text we could think of, and a large one."""

from datetime import UTC, datetime
from hashlib import sha256

from pipeline.values.audit import Audit, Audited, FieldState, ServiceUse, Status, failed
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Byline, Document, Entry, Link, Mention, Name, Reading, Year
from pipeline.values.failure import Failure
from pipeline.values.finding import Evidence, Finding, FixKind
from pipeline.values.identifiers import Identifier
from pipeline.values.match import Match, Verdict
from pipeline.values.record import Appearance, Paper
from pipeline.values.text import Edit, Span, Written
from pipeline.values.work import Candidate, PartialDate, Person, Provenance, Work

WHEN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

NOWHERE = Span(start=0, end=0)

HOSTILE = {
    "markdown": "**bold** [click](https://evil.example) ![i](x) `code` | cell ~~gone~~ _it_ # head",
    "html": '<script>alert("x")</script><img src=x onerror=alert(1)>&amp; </details>',
    "script end": "</script><!--<script>]]>",
    "mention": "@octocat fixes #1, GH-2, owner/repo#3 and 1234567890abcdef :tada: www.evil.example",
    "shell": '$(rm -rf ~); `id` && echo "$HOME" | sh',
    "ansi": "\x1b[2J\x1b]0;owned\x07red\x1b[31m",
    "bidi": "abc\u202edcba\u202c \u2066x\u2069 zero\u200bwidth \U000e0041",
    "workflow": "%0A::set-output name=x::y ::error file=a,line=1::b",
    "forged line": "one\r\n::warning::two\n- [ ] three\u2028four",
    "formula": '=HYPERLINK("https://evil.example","x")',
    "table": "| a | b |\n|---|---|",
    "list": "- [x] 1. item",
    "maths": "$\\alpha$ costs $5",
    "surrogate": "half \ud83d pair",
}


def written(text: str) -> Written:
    return Written(text=text, raw=text, span=Span(start=0, end=len(text)))


def byline(text: str) -> Byline:
    names = tuple(
        Name(text=name, family=name.split()[-1], span=NOWHERE) for name in text.split(", ")
    )
    return Byline(names=names, written=written(text))


def entry(  # noqa: PLR0913, PLR0917  a list entry has that many fields
    line: int, title: str, authors: str, venue: str, url: str, path: str = "list.md"
) -> Entry:
    doi = Identifier(scheme="doi", value=f"10.5555/{line}")
    return Entry(
        id=f"{path}#L{line}", path=path, line=line, end_line=line, span=NOWHERE, format="markdown",
        section=("Papers", "2022"), title=written(title) if title else None,
        authors=byline(authors) if authors else None, venue=written(venue) if venue else None,
        year=Year(value=2022, source="section", written=written("2022")),
        links=(Link(label="Link", url=url, span=NOWHERE, identifiers=(doi,)),),
        mentions=(Mention(identifier=doi, span=NOWHERE),),
    )  # fmt: skip


def work(line: int, title: str) -> Work:
    return Work(
        title=title, authors=(Person(family="Miller", given="Ada"), Person(literal="The Team")),
        container_title="Journal of Synthetic Results", issued=PartialDate(year=2022, month=5),
        identifiers=(Identifier(scheme="doi", value=f"10.5555/{line}"),),
        url=f"https://doi.org/10.5555/{line}",
    )  # fmt: skip


def said(line: int, source: str = "crossref") -> Provenance:
    return Provenance(source=source, url=f"https://doi.org/10.5555/{line}", retrieved=WHEN)


def paper(line: int, title: str) -> Paper:
    return Paper(
        id=f"miller2022paper{line}", work=work(line, title), provenance={"title": said(line)},
        appears=(Appearance(list="list.md", section=("Papers", "2022")),),
    )  # fmt: skip


def match(line: int, title: str, confidence: float = 0.97) -> Match:
    return Match(
        verdict=Verdict.STRONG, confidence=confidence,
        reasons=("title identical", "two authors agree"),
        evidence=(Candidate(work=work(line, title), provenance=said(line)),),
    )  # fmt: skip


def finding(code: str, line: int, current: str = "", proposed: str = "", **more: object) -> Finding:
    row = BY_NAME[code]
    values: dict[str, object] = {
        "id": f"{number(code, line):012x}", "code": code, "severity": row.severity,
        "field": row.field, "line": line, "current": current, "proposed": proposed,
        "fix": row.fix, "message": f"The list says “{current}”, the work has “{proposed}”.",
        "confidence": 0.98,
        "edits": (Edit(span=NOWHERE, replacement=proposed),) if proposed else (),
        "evidence": (
            Evidence(
                source="crossref", url=f"https://doi.org/10.5555/{line}", value=proposed or current
            ),
        ),
    }  # fmt: skip
    return Finding.model_validate(values | more)


def number(code: str, line: int) -> int:
    """A number that is the same in every process."""
    return int.from_bytes(sha256(f"{code}{line}".encode()).digest()[:6])


def resolved(line: int, title: str, *findings: Finding, **more: object) -> Audited:
    fields: dict[str, FieldState] = {
        "title": "confirmed", "authors": "differs", "venue": "confirmed", "year": "confirmed",
        "link": "filled",
    }  # fmt: skip
    values: dict[str, object] = {
        "entry": entry(line, title, "Ada Miller, The Team", "J Synth Res", "https://x.example/a"),
        "status": Status.RESOLVED, "match": match(line, title), "paper": paper(line, title),
        "fields": fields, "findings": findings,
    }  # fmt: skip
    return Audited.model_validate(values | more)


def telling() -> tuple[Audited, ...]:
    """Entries as a maintainer meets them: resolved, and not."""
    return _resolved() + _unresolved()


def _resolved() -> tuple[Audited, ...]:
    long = "Ada Miller, Bo Chen, Carla Diaz, Deepak Rao, Eva Novak, Finn Olsen, Grace Kim, Hu Blanc"
    return (
        resolved(
            12, "Folding maps of small worlds",
            finding("authors-swapped", 12, "Shang L, Zhou X", "Chang Xu, Xiyun Jin, Songren Wei",
                    other="list.md#L14", message="They are the authors of line 14.",
                    edits=(Edit(span=NOWHERE, replacement="x"),)),
            finding("venue-differs", 12, "Nature", "Nature Methods"),
        ),
        resolved(
            14, "Reference-free deconvo- lution of tran- scripts",
            finding("title-misspelt", 14, "Reference-free deconvo- lution of tran- scripts",
                    "Reference-free deconvolution of transcripts"),
            finding("authors-incomplete", 14, long.replace("Deepak Rao, ", ""), long),
            finding("link-missing", 14, "", "https://doi.org/10.5555/14"),
            finding("venue-style", 14, "Nature communications", "Nature Communications"),
        ),
        resolved(
            20, "A preprint that grew up",
            finding("superseded", 20, "bioRxiv", "Cell Reports", confidence=0.93),
            finding("year-differs", 20, "2021", "2022", fix=FixKind.REVIEW, confidence=0.995,
                    severity="notice"),
        ),
        resolved(
            22, "Withdrawn cells", finding("retracted", 22, message="Retracted on 2023-04-01.")
        ),
        resolved(24, "Nothing wrong here"),
        resolved(26, "Only style", finding("title-style", 26, "Only style.", "Only style")),
    )  # fmt: skip


def _unresolved() -> tuple[Audited, ...]:
    return (
        Audited(
            entry=entry(28, "Nobody knows this", "Ada Miller", "", "https://x.example/b"),
            status=Status.NOT_FOUND, match=Match(verdict=Verdict.DIFFERENT, confidence=0.0),
            findings=(finding("not-found", 28, "Nobody knows this", message="No service knows it.",
                              evidence=()),),
        ),
        Audited(
            entry=entry(30, "Not asked", "", "", ""), status=Status.NOT_VERIFIED,
            findings=(finding("not-verified", 30, message="arxiv did not answer in 30 s."),),
        ),
        Audited(
            entry=entry(32, "", "", "", "").but(unparsed="no title", links=(), mentions=()),
            status=Status.UNPARSED,
            findings=(finding("unparsed", 32, "- ???", message="No title can be told."),),
        ),
    )  # fmt: skip


def hostile() -> tuple[Audited, ...]:
    """Entries whose every text is an attack on some reader of a report."""
    return tuple(
        Audited(
            entry=entry(100 + n, text, text, text, f"javascript:{text}", "ho|st`ile\x1b[1m.md"),
            status=Status.AMBIGUOUS,
            match=Match(verdict=Verdict.AMBIGUOUS, confidence=0.5, reasons=(text,)),
            findings=(
                finding("ambiguous", 100 + n, text, f"{text} again", message=text, other=text,
                        evidence=(Evidence(source=text, url=text, value=text),
                                  Evidence(source="x", url=f"javascript:{text}", value=""),
                                  Evidence(source="y", url=f"https://x.example/{text}", value=""))),
            ),
        )
        for n, text in enumerate(HOSTILE.values())
    )  # fmt: skip


def broken() -> tuple[Audited, ...]:
    """Entries at which something of ours broke, with an attack in every exception's words."""
    return tuple(
        failed(
            entry(300 + n, text, "Ada Miller", "", "https://x.example/c"),
            Failure(stage="check", error=f"KeyError: {text} owned (checks/title.py:{n} title)"),
        )
        for n, text in enumerate(HOSTILE.values())
    )


def services() -> dict[str, ServiceUse]:
    return {
        "crossref": ServiceUse(asked=3, from_cache=41, state="ok"),
        "arxiv": ServiceUse(asked=2, failed=1, state="down"),
        "pubmed": ServiceUse(from_cache=12, stale=2, state="snapshot"),
        "doi": ServiceUse(),
    }


def audit(*audited: Audited, **more: object) -> Audit:
    paths = dict.fromkeys(one.entry.path for one in audited) or {"list.md": None}
    readings = tuple(
        Reading(document=Document(path=path, text=""), text="", format="markdown") for path in paths
    )
    values: dict[str, object] = {
        "version": "0.1.0", "generated": WHEN, "complete": False, "services": services(),
        "readings": readings, "audited": audited,
        "notes": ("The ignore of “venue-style” ended on 2026-01-31; @octocat **said** so.",),
    }  # fmt: skip
    return Audit.model_validate(values | more)


def sample() -> Audit:
    """The audit behind the golden files."""
    return audit(*telling(), *hostile())


def large(entries: int = 3000) -> Audit:
    """An audit of many entries: about half of them with one to three findings."""
    kinds = (
        ("authors-swapped", "Shang L, Zhou X", "Chang Xu, Xiyun Jin, Songren Wei, Pingping Wang"),
        ("venue-differs", "Nature", "Nature Methods"),
        ("title-misspelt", "Deep lerning of maps", "Deep learning of maps"),
        ("venue-style", "Nature communications", "Nature Communications"),
        ("link-missing", "", "https://doi.org/10.5555/9"),
        ("superseded", "bioRxiv", "Cell Reports"),
        ("retracted", "", ""),
    )
    return audit(
        *(
            resolved(
                n, f"Paper number {n} on the folding of maps",
                *(
                    finding(code, n, old, new)
                    for code, old, new in (kinds[(n + k) % 7] for k in range(n % 4))
                ),
                match=match(n, "x", confidence=0.7 + (n % 30) / 100),
            )
            for n in range(1, entries + 1)
        )
    )  # fmt: skip


def quiet() -> Audit:
    """An audit in which nothing was found."""
    return audit(resolved(24, "Nothing wrong here"), complete=True)


def unchecked() -> Audit:
    """What ``errata read`` hands to the reports."""
    read = (one.but(status=Status.READ, match=None, paper=None, fields={}, findings=())
            for one in telling())  # fmt: skip
    return audit(*read, checked=False, complete=True, services={})
