"""The published schema of a record under ``papers/``.

Source: CSL-JSON schema 1.0.2; fields of CSL that we do not write are allowed.
"""

from pipeline.papers.record_file import SCHEMA as RECORD
from pipeline.reports.schema_terms import Schema, one_of, record_of, several, text
from pipeline.values.work import Stage

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> Schema:
    """The schema of one record."""
    string: Schema = {"type": "string"}
    names = ("family", "given", "suffix", "literal")
    person = {"type": "object", "properties": dict.fromkeys(names, string), "minProperties": 1}
    date_parts = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    issued = {"type": "object", "properties": {"date-parts": several(date_parts, "One date.")}}
    plain = (
        "title", "container-title", "volume", "issue", "page", "publisher", "ISSN", "DOI", "PMID",
        "PMCID", "URL",
    )  # fmt: skip
    return {
        "$schema": DRAFT,
        "$id": "urn:errata:schema:record:1",
        "title": "Errata record",
        "description": "One work as a CSL-JSON item; what is ours stands under `custom`.",
        "type": "object",
        "required": ["id", "type", "title", "custom"],
        "properties": {
            "id": text("Given once, never changed.", pattern="^[a-z0-9][a-z0-9-]*$"),
            "type": text("A CSL type: article-journal, paper-conference, …"),
            **dict.fromkeys(plain, string),
            "author": several(person, "In by-line order."),
            "issued": {**issued, "description": "The earliest publication of this version."},
            "custom": _custom(),
        },
    }


def _custom() -> Schema:
    texts = {"type": "array", "items": {"type": "string"}}
    objects = {"type": "array", "items": {"type": "object"}}
    provenance = record_of(
        "Where a value comes from.",
        {
            "source": text("Name of the service."),
            "url": text("An address that shows it."),
            "retrieved": text("The day.", format="date"),
        },
    )
    return {
        "type": "object",
        "description": "What CSL has no field for.",
        "required": ["schema", "stage"],
        "properties": {
            "schema": {"const": RECORD},
            "stage": one_of(Stage, "Which version the record describes."),
            "identifiers": {**texts, "description": "Every identifier of this version."},
            "versions": {**objects, "description": "Every version known, version of record first."},
            "status": {**objects, "description": "Retractions, concerns, corrections."},
            "provenance": {
                "type": "object",
                "description": "Field -> who said so.",
                "additionalProperties": provenance,
            },
            "pinned": {**texts, "description": "Fields that are the curator's and never change."},
            "appears": {**objects, "description": "Lists and sections where it stands."},
        },
    }
