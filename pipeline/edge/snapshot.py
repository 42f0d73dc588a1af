"""Answers that are shipped with a list: readable text, one JSON file a service.

They serve where the network does not. The same form holds recorded answers of tests.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.edge.contents import contents
from pipeline.edge.kept_answers import Kept
from pipeline.values.question import Query, Question

SCHEMA = "errata-snapshot/1"
_QUERY: TypeAdapter[Query] = TypeAdapter(Query)
_LARGEST = 200_000_000


class Snapshot:
    """The answers of a folder, each file read when its service is first asked."""

    def __init__(self, folder: Path, warn: Callable[[str], None]) -> None:
        self._folder = folder
        self._warn = warn
        self._answers: dict[str, Mapping[Question, Kept]] = {}

    def get(self, question: Question) -> Kept | None:
        """The shipped answer to a question."""
        if question.source not in self._answers:
            self._answers[question.source] = self._load(question.source)
        return self._answers[question.source].get(question)

    def day(self) -> str:
        """The latest day on which a shipped answer was retrieved; empty if there is none."""
        for path in sorted(self._folder.glob("*.json")):
            if path.stem not in self._answers:
                self._answers[path.stem] = self._load(path.stem)
        days = [kept.retrieved for answers in self._answers.values() for kept in answers.values()]
        return max(days).date().isoformat() if days else ""

    def _load(self, source: str) -> Mapping[Question, Kept]:
        path = self._folder / f"{source}.json"
        try:
            if not path.exists() or path.stat().st_size > _LARGEST:
                return {}
            return loaded(contents(path, _LARGEST).decode("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            self._warn(f"the snapshot {path} cannot be read: {error}")
            return {}


def loaded(text: str) -> Mapping[Question, Kept]:
    """The answers that a snapshot file holds.

    Raises:
        ValueError: it is no snapshot.

    """
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise ValueError(f"no {SCHEMA}")
    try:
        answers = [_answer(str(content["source"]), entry) for entry in content["answers"]]
        return dict(answers)
    except (KeyError, TypeError, ValidationError) as error:
        raise ValueError("an answer is not in the form of a snapshot") from error


def _answer(source: str, entry: dict[str, Any]) -> tuple[Question, Kept]:
    question = Question(source=source, query=_QUERY.validate_python(entry["question"]))
    payloads = [
        payload if isinstance(payload, str) else _dumped(payload)
        for payload in entry.get("payloads", ())
    ]
    fields = {name: entry[name] for name in ("see", "verify", "agency", "keeps") if name in entry}
    always: dict[str, Any] = {"retrieved": entry["retrieved"], "payloads": payloads}
    return question, Kept.model_validate(always | fields)


def _dumped(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def dumped(source: str, answers: Mapping[Question, Kept]) -> str:
    """The file for the answers of one service: sorted, indented, records readable as JSON."""
    entries = [
        _entry(question, kept) for question, kept in answers.items() if question.source == source
    ]
    entries.sort(key=lambda entry: json.dumps(entry["question"], sort_keys=True))
    content = {"schema": SCHEMA, "source": source, "answers": entries}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _entry(question: Question, kept: Kept) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "question": question.query.model_dump(mode="json", exclude_defaults=True)
        | {"kind": question.query.kind},
        "retrieved": kept.retrieved.isoformat().replace("+00:00", "Z"),
    }
    entry |= (
        {"payloads": [_readable(payload) for payload in kept.payloads]} if kept.payloads else {}
    )
    rest = kept.model_dump(mode="json", exclude_defaults=True, exclude={"retrieved", "payloads"})
    return entry | rest


def _readable(payload: str) -> object:
    """A JSON record as JSON; XML as the string it is."""
    if not payload.lstrip().startswith("{"):
        return payload
    record: object = json.loads(payload)
    return record if _dumped(record) == payload else payload


def save(folder: Path, answers: Mapping[Question, Kept]) -> list[Path]:
    """Write the answers, one file a service; returns the files. Other files stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for source in sorted({question.source for question in answers}):
        path = folder / f"{source}.json"
        path.write_text(dumped(source, answers), encoding="utf-8", newline="\n")
        written.append(path)
    return written
