import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from pipeline.papers.record_file import to_csl
from pipeline.reports.json import document
from pipeline.reports.schema import NAMES, schema
from pipeline.values.audit import Audit
from tests.reports import audits


def valid(name: str, value: Any) -> None:
    Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        value
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid_and_plain_json(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert json.loads(json.dumps(schema(name))) == schema(name)
    assert schema(name)["$id"].startswith("urn:errata:")


@pytest.mark.parametrize(
    "audit",
    [
        pytest.param(audits.sample(), id="an audit with everything"),
        pytest.param(audits.quiet(), id="nothing found"),
        pytest.param(audits.audit(), id="a list without entries"),
        pytest.param(audits.unchecked(), id="errata read"),
    ],
)
def test_a_report_is_as_its_schema_says(audit: Audit) -> None:
    assert document(audit)["lists"]
    valid("report", document(audit))


def test_a_record_is_as_its_schema_says() -> None:
    valid("record", to_csl(audits.paper(12, "Folding maps")))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        pytest.param(("complete",), "yes", id="a truth value as text"),
        pytest.param(("lists", 0, "entries", 0, "line"), 0, id="a line before the first"),
        pytest.param(("lists", 0, "entries", 0, "status"), "fine", id="a status that is none"),
        pytest.param(
            ("lists", 0, "entries", 0, "record", "id"), "A b", id="a record id with blanks"
        ),
        pytest.param(("lists", 0, "entries", 0, "findings", 0, "code"), "x", id="an unknown code"),
        pytest.param(("extra",), 1, id="a key that is not of the contract"),
    ],
)
def test_what_breaks_the_contract_is_refused(path: tuple[str | int, ...], wrong: object) -> None:
    report: Any = document(audits.sample())
    place = report
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    with pytest.raises(ValidationError):
        valid("report", report)


def test_a_resolved_entry_without_a_verdict_is_refused() -> None:
    report: Any = document(audits.sample())
    del report["lists"][0]["entries"][0]["verdict"]
    with pytest.raises(ValidationError):
        valid("report", report)
