"""The published schemas: of the JSON report, and of a record under ``papers/``.

``errata schema report`` and ``errata schema record`` print them. They are written by hand, in the
words of the contract, and tests hold them against what is really written.
Source: JSON Schema, draft 2020-12; CSL-JSON schema 1.0.2 for the fields of a record.
"""

from typing import get_args

from pipeline.reports.json import SCHEMA as REPORT
from pipeline.reports.schema_record import DRAFT, record_schema
from pipeline.reports.schema_terms import Schema, maybe, number, one_of, record_of, several, text
from pipeline.values.audit import Status
from pipeline.values.codes import CODES, HABITUAL
from pipeline.values.failure import StageName
from pipeline.values.finding import FixKind, Severity
from pipeline.values.match import Verdict
from pipeline.values.work import Stage

NAMES = ("report", "record")


def schema(name: str) -> Schema:
    """The schema of that name.

    Raises:
        KeyError: neither "report" nor "record".

    """
    return {"report": _report, "record": record_schema}[name]()


def _report() -> Schema:
    inner = record_of(
        "A run of errata over one or more lists. `errata read` leaves out what needs a service.",
        {
            "schema": {"const": REPORT},
            "version": text("Version of errata."),
            "generated": text("When, in UTC.", format="date-time"),
            "complete": {
                "type": "boolean",
                "description": "Every service whose answer mattered did answer.",
            },
            "summary": _summary(),
            "lists": several(
                record_of(
                    "A list.",
                    {
                        "path": text("As it was named; “-” for standard input."),
                        "entries": several({"$ref": "#/$defs/entry"}, "In reading order."),
                    },
                ),
                "In the order in which they were named.",
            ),
        },
        optional={
            "services": _services(),
            "habits": several(_habit(), "What lists do often."),
            "since": _since(),
        },
    )
    record = record_schema()
    head = {"$schema": DRAFT, "$id": "urn:errata:schema:report:1", "title": "Errata report"}
    return head | inner | {"$defs": {"entry": _entry(), "finding": _finding(), "record": record}}


def _services() -> Schema:
    states = ["ok", "degraded", "down", "unused", "snapshot"]
    use = record_of(
        "How the run used it.",
        {
            "asked": number("Requests that left the machine, retries included."),
            "from_cache": number("Questions answered without a request."),
            "failed": number("Questions that stayed unanswered."),
            "state": {"enum": states},
        },
    )
    return {"type": "object", "description": "Per service.", "additionalProperties": use}


def _since() -> Schema:
    return record_of(
        "What has changed since the report before.",
        {
            "day": text("Of that report.", format="date"),
            "new": several(text("Id of a finding."), "Findings that it did not have."),
            "gone": number("Findings that it had, and that are no more."),
            "still": number("Findings that both have."),
        },
    )


def _habit() -> Schema:
    return record_of(
        "What a list does again and again: no fault, counted in no severity.",
        {
            "path": text("The list."),
            "code": {"enum": sorted(HABITUAL), "description": "See errata explain."},
            "kind": text("What tells it from others of its code; mostly empty."),
            "number": number("Entries that do it.", minimum=1),
            "of": number("Entries concerned.", minimum=1),
            "example": text("Id of the first of them."),
            "message": text("What would be said of that one."),
        },
    )


def _summary() -> Schema:
    numbers = {
        "resolved": "Entries whose work is known.",
        "ambiguous": "Entries that several works fit.",
        "unresolved": "Entries that no service knows, or that could not be read.",
        "not_verified": "Entries about which a service that matters could not be asked.",
        "errors": "Findings of this severity.",
        "warnings": "Findings of this severity.",
        "notices": "Findings of this severity.",
        "fixable": "Findings that `errata fix` writes by itself, without --style, and has not yet.",
        "failed": "Entries at which a bug of errata showed; not there if there are none.",
    }
    return record_of(
        "The run in numbers; `errata read` gives only the entries.",
        {"entries": number("Entries read.")},
        optional={name: number(description) for name, description in numbers.items()},
    )


def _certainty() -> Schema:
    chance = {"type": "number", "minimum": 0, "maximum": 1}
    return {
        "type": "object",
        "description": "How surely each field was read; below .9 it accuses nobody.",
        "properties": dict.fromkeys(("title", "authors", "venue", "year"), chance),
        "additionalProperties": False,
    }


def _entry() -> Schema:
    link = record_of("A link.", {"label": text("What is clicked."), "url": text("As written.")})
    always = {
        "id": text("`list.md#L31`; of a .bib file `list.bib#key`."),
        "line": number("First line, from 1.", minimum=1),
        "end_line": number("Last line, inclusive.", minimum=1),
        "section": several({"type": "string"}, "Headings above it, outermost first."),
        "title": maybe(text("As its reader sees it.")),
        "authors": several({"type": "string"}, "As written, one name each."),
        "et_al": {"type": "boolean", "description": "“et al.” or the like ends the by-line."},
        "venue": maybe(text("As written.")),
        "year": maybe(number("Written in the entry or its year heading.")),
        "certainty": _certainty(),
        "links": several(link, "In reading order; an empty link counts."),
        "identifiers": several({"type": "string"}, "`doi:10.1038/…`, strongest first."),
        "status": one_of(Status, "What became of it; “read” if no service was asked."),
        "findings": several({"$ref": "#/$defs/finding"}, "What is to be said about it."),
    }
    inner = record_of("One paper of a list.", always, optional=_concluded() | _failure())
    open_ended = (Status.READ, Status.UNPARSED, Status.FAILED)
    settled = [s.value for s in Status if s not in open_ended]
    return inner | {
        "if": {"properties": {"status": {"enum": settled}}},
        "then": {"required": list(_concluded())},
        "else": {
            "if": {"properties": {"status": {"const": Status.FAILED.value}}},
            "then": {"required": ["failure"]},
        },
    }


def _failure() -> Schema:
    return {
        "failure": record_of(
            "Where a bug of errata showed; only of an entry whose status is “failed”.",
            {
                "stage": {"enum": list(get_args(StageName)), "description": "What was being done."},
                "error": text("One line for the issue tracker."),
            },
        )
    }


def _concluded() -> Schema:
    states = ["confirmed", "differs", "filled", "unverified", "absent"]
    verdicts = [*(verdict.value for verdict in Verdict), None]
    return {
        "verdict": {"enum": verdicts, "description": "How entry and work fit."},
        "confidence": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "Calibrated chance that `record` is the work meant.",
        },
        "reasons": several({"type": "string"}, "Why, strongest first."),
        "record": {
            "oneOf": [{"$ref": "urn:errata:schema:record:1"}, {"type": "null"}],
            "description": "The work meant; null unless resolved.",
        },
        "cites": maybe(
            record_of(
                "The version of the work that the entry cites; null if no service shows it.",
                {
                    "version": one_of(Stage, "How far it has come."),
                    "venue": text("Its container; “” if no service names it."),
                    "year": maybe(number("Its first year.")),
                    "identifiers": several({"type": "string"}, "Of this version alone."),
                },
            )
        ),
        "fields": {
            "type": "object", "description": "title, authors, venue, year, link: concluded.",
            "additionalProperties": {"enum": states},
        },
    }  # fmt: skip


def _finding() -> Schema:
    evidence = record_of(
        "What a service says.",
        {
            "source": text("Its name."),
            "url": text("An address that shows it."),
            "value": text("The value."),
        },
    )
    return record_of(
        "Something to be said about an entry.",
        {
            "id": text("The same from run to run as long as the finding stands."),
            "code": {"enum": [code.name for code in CODES], "description": "See errata explain."},
            "severity": one_of(Severity, "How bad it is."),
            "field": text("title, authors, venue, year, link, doi, status, entry."),
            "line": number("Where, from 1.", minimum=1),
            "current": text("What stands there; empty if nothing does."),
            "proposed": text("What should, in the entry's own manner; empty for no proposal."),
            "fix": one_of(FixKind, "Written by `errata fix`, only with --accept, or not at all."),
            "other": text("Id of another entry that it names, or empty."),
            "message": text("One sentence."),
            "confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "Measured chance that it is right.",
            },
            "evidence": several(evidence, "Who says so."),
        },
        optional={
            "written": {"const": True, "description": "`errata fix` has written it in this run."},
        },
    )
