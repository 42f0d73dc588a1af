"""How likely a finding is right: measured, not asserted.

What speaks for and against it is counted in numbers that hold no text; their weights are data,
fitted by ``python -m tests.benchmarks.judging`` on findings of real lists that people judged and
on planted faults, and checked on lists that were left out. Below ``SAID`` it is a notice.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from pipeline.checks.case import Case, Observation
from pipeline.checks.siblings import Siblings, about, trust
from pipeline.compare import titles
from pipeline.compare.titles import key
from pipeline.match.entry_against_work import PROSE, Assessment
from pipeline.values.codes import BY_NAME
from pipeline.values.entry import Entry
from pipeline.values.finding import FixKind, Severity
from pipeline.values.work import Stage

SAID = 0.95
"""Least chance of an error or a warning."""

WRITTEN = 0.99
"""Least chance of what ``fix`` writes by itself."""

SURELY = 0.9
"""Least certainty of a field for anything to be said of it; ``WRITTEN`` for it to be changed."""

LONG_BYLINE = 8
"""Authors from which a by-line is long."""

OF_TITLES = frozenset(("link-elsewhere", "doi-differs", "ambiguous"))
"""Codes that rest on the title alone where the work is not known."""

LONG_TITLE = 25
"""Words from which a title may be a paragraph; one in a thousand titles has as many."""

SHORT_TITLE = 3
"""Words below which it may be a note."""

MANY = 3
"""Identifiers from which an entry may be several."""

Weights = Mapping[str, float]


@cache
def weights() -> Weights:
    """Feature -> weight, as fitted; ``code:<name>`` holds what a code starts with."""
    text = files("pipeline.checks").joinpath("chance.json").read_text(encoding="utf-8")
    fitted: Weights = json.loads(text)
    return fitted


def features(
    case: Case, observation: Observation, others: Sequence[Observation], beside: Siblings
) -> dict[str, float]:
    """What bears on the finding, as numbers from 0 to 1; none is 0."""
    field = BY_NAME[observation.code].field
    facts = {
        **_about_match(case), **_about_version(case), **_about_saying(case, observation, others),
        **_about_reading(case), **about(case, field, beside),
    }  # fmt: skip
    named = {"one": 1.0, f"code:{observation.code}": 1.0, **facts}
    named |= {f"{field}:{name}": value for name, value in facts.items()}
    return {name: round(float(value), 3) for name, value in named.items() if value}


def _about_match(case: Case) -> dict[str, float]:
    """How surely the work is the one meant."""
    sure = case.sure
    if sure is None:
        return {"unsure": 1.0}
    return {
        "same-title": float(sure.title is not None and sure.title.kind == "same"),
        "people": sure.people_fit,
        "venue-fits": float(sure.venue_fits),
        "year-fits": float(sure.year == 0),
        "linked": float(any(voice.linked for voice in sure.voices)),
    }


def _about_version(case: Case) -> dict[str, float]:
    """Which version the entry cites, and what else there may be."""
    voices = case.sure.voices if case.sure else ()
    sources = {voice.candidate.provenance.source for voice in voices}
    edition = case.cited
    return {
        "two-sources": float(len(sources) > 1),
        "unseen": float(bool(case.unseen)),
        "nobody-shows-it": float(case.sure is not None and edition is None),
        "preprint": float(edition is not None and edition.stage is Stage.PREPRINT),
        "meeting": float(any(v.candidate.work.type == "paper-conference" for v in voices)),
        "revisable": float(case.revisable),
    }


def _about_reading(case: Case) -> dict[str, float]:
    """What may have been read amiss: a paragraph for a title, a table for an entry."""
    entry, opened = case.entry, case.situation.possible.opened
    words = entry.title.text.split() if entry.title else []
    return {
        "long-title": float(len(words) > LONG_TITLE),
        "short-title": float(len(words) < SHORT_TITLE),
        "many-identifiers": float(len(entry.mentions) > MANY),
        "opens-kin": float(any(_kin(words, a) for a in opened if a is not case.sure)),
    }


def _kin(words: Sequence[str], opened: Assessment) -> bool:
    """The title begins as that of the work that is opened."""
    theirs = opened.family[0].work.title.split()
    return bool(words and theirs) and key(words[0]) == key(theirs[0])


def surely_read(case: Case, beside: Siblings) -> bool:
    """Whether the entry's title is surely what we read as it, as far as its siblings tell.

    A blurb read as a title contradicts what the entry's link opens, in one entry after the other.
    """
    if case.entry.format not in PROSE:
        return True
    read = _about_reading(case)
    odd = read["long-title"] or read["short-title"] or read["many-identifiers"]
    return not odd and trust(case, "title", beside) >= SURELY


def _about_saying(
    case: Case, observation: Observation, others: Sequence[Observation]
) -> dict[str, float]:
    """What is said, and what besides."""
    authors = case.entry.authors
    fields = {BY_NAME[other.code].field for other in others if _accuses(other)}
    return {
        "one-kind": float(case.sure is not None and _of_one_kind(case.sure)),
        "besides": float(bool(fields - {BY_NAME[observation.code].field})),
        "mild": float(observation.remark.severity is Severity.NOTICE),
        "for-review": float(observation.remark.fix is FixKind.REVIEW),
        "long-byline": float(authors is not None and len(authors.names) >= LONG_BYLINE),
        "structured": float(case.entry.format in ("bibtex", "csl-json")),
    }


def _of_one_kind(sure: Assessment) -> bool:
    """The by-line has only names too many, or only too few: a revision changes more than that."""
    return sure.byline is not None and sure.byline.kind in ("extra", "incomplete")


def _accuses(observation: Observation) -> bool:
    return (
        observation.remark.severity or BY_NAME[observation.code].severity
    ) is not Severity.NOTICE


def certainty(case: Case, field: str) -> float:
    """How surely the field was read; a reader that says nothing of that is taken at its word.

    Where the record has nearly the same, letter by letter, it bears the reading out. A by-line that
    was read into the venue is none: "Xue H. *Gees" and "*Gees and Diseases*".
    """
    if field == "authors" and _into_the_venue(case.entry):
        return 0.0
    read = float(getattr(case.entry.certainty, field, 1.0))
    return max(read, WRITTEN) if case.sure and _borne_out(case.sure, field) else read


def _into_the_venue(entry: Entry) -> bool:
    """The by-line begins before the venue and ends in it."""
    if entry.authors is None or entry.venue is None:
        return False
    ours, theirs = entry.authors.written.span, entry.venue.span
    return ours.start < theirs.start < ours.end


def _borne_out(sure: Assessment, field: str) -> bool:
    if field == "title":
        title, true = sure.entry.title, sure.read
        return title is not None and true is not None and titles.slip(title.text, true.true)
    return field == "venue" and sure.venue is not None and sure.venue.kind == "misspelt"


def _slip(observation: Observation) -> bool:
    """Letters, blanks or hyphens differ: no version of a work does that on purpose."""
    remark = observation.remark
    proposed = remark.change.text if remark.change else remark.proposed
    return observation.code == "title-misspelt" and titles.slip(remark.current, proposed)


def chance(facts: Mapping[str, float], fitted: Weights) -> float:
    """The chance that a finding with these features is right."""
    total = sum(fitted.get(name, 0.0) * value for name, value in facts.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def weighed(
    case: Case, observations: Sequence[Observation], beside: Siblings
) -> tuple[Observation, ...]:
    """What is said of an entry, each with its chance, and no louder than that allows."""
    return tuple(_weighed(case, observation, observations, beside) for observation in observations)


def _weighed(
    case: Case, observation: Observation, others: Sequence[Observation], beside: Siblings
) -> Observation:
    fitted = weights()
    if observation.code in OF_TITLES and case.sure is None and not surely_read(case, beside):
        return observation.but(remark=observation.remark.but(severity=Severity.NOTICE))
    if f"code:{observation.code}" not in fitted or _slip(observation):
        # A fact of a record, a matter of style, or of what no feature bears on.
        known = observation.but(confidence=WRITTEN) if _pasted(case, observation) else observation
        return _held(known, known.confidence)
    sure = chance(features(case, observation, others, beside), fitted)
    remark = observation.remark
    if sure < SAID and _accuses(observation):
        remark = remark.but(severity=Severity.NOTICE)
    read = certainty(case, BY_NAME[observation.code].field)
    return _held(observation.but(remark=remark, confidence=sure), min(sure, read))


PLACED = 0.98
"""How sure a work is that bears the very title and was out that year, or at that venue."""


def _pasted(case: Case, observation: Observation) -> bool:
    """What is wrong stands at another entry of the list, from which it was pasted.

    That bears out the title against by-line and link: all 58 such by-lines were wrong, 53 of them
    planted, 5 judged by people.
    """
    copied = observation.code == "authors-swapped" or (
        observation.code == "link-elsewhere" and observation.remark.current in case.habits.repeated
    )
    return copied and PLACED <= observation.confidence < WRITTEN


def _held(observation: Observation, sure: float) -> Observation:
    """What is said, for a person to decide where it is not sure enough to be written."""
    code = BY_NAME[observation.code]
    by_itself = (observation.remark.fix or code.fix) is FixKind.AUTO
    if sure >= WRITTEN or code.style or not by_itself:
        return observation  # style is written for who asks for it
    return observation.but(remark=observation.remark.but(fix=FixKind.REVIEW))
