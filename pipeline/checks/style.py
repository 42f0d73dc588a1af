"""What a list wants beyond being right: whole names, full or abbreviated venues.

Only the settings' ``style`` asks for it; by default an entry keeps the style it has.
"""

from collections.abc import Iterator

from pipeline.checks.authors import evidence_of, spellable
from pipeline.checks.case import Case, Remark, evidence_from
from pipeline.compare import venues
from pipeline.formats.protocol import Change
from pipeline.values.work import Person, Stage


def authors_style(case: Case) -> Iterator[Remark]:
    """Initials where the list wants whole names, and a service has them."""
    sure, written = case.sure, case.entry.authors
    if case.settings.style.authors != "full" or not sure or not written or not sure.byline:
        return
    if sure.byline.kind not in ("same", "initials", "prefix") or not _initials(case):
        return
    people = next((p for v in sure.voices if _whole(p := spellable(v.candidate))), ())
    if not people or (written.et_al and len(written.names) > len(people)):
        return
    shown = people[: len(written.names)] if written.et_al else people
    yield Remark(
        message="The names are cut to initials.",
        current=written.written.text,
        change=Change(
            field="authors", people=shown, et_al=written.et_al and len(shown) < len(people)
        ),
        like="*",
        evidence=evidence_of(sure),
    )


def _initials(case: Case) -> bool:
    names = case.entry.authors.names if case.entry.authors else ()
    given = [name.given for name in names if name.given]
    return bool(given) and all(len(word) <= 3 and word[0].isupper() for word in given)


def _whole(people: tuple[Person, ...]) -> bool:
    """Every given name is written out."""
    return bool(people) and all(
        person.literal or len(person.given.split(" ")[0].strip(".")) > 2 for person in people
    )


def venue_wanted(case: Case) -> Iterator[Remark]:
    """The full name where it is abbreviated, or the abbreviation where it is written out."""
    entry, sure, wants = case.entry, case.sure, case.settings.style.venue
    if wants == "keep" or not sure or not entry.venue or not sure.venue:
        return
    if sure.venue.kind not in ("same", "abbreviation") or venues.conference(entry.venue.text):
        return
    proposed = _full(case) if wants == "full" else abbreviated(case)
    if proposed and proposed.casefold() != entry.venue.text.casefold():
        yield Remark(
            message=f"The list wants the venue as “{proposed}”.",
            current=entry.venue.text,
            change=Change(field="venue", text=proposed),
            evidence=tuple(
                evidence_from(v, v.candidate.work.container_title)
                for v in sure.voices if v.candidate.work.container_title
            ),
        )  # fmt: skip


def _full(case: Case) -> str:
    work = case.work
    return work.container_title if work and work.stage is Stage.RECORD else ""


def abbreviated(case: Case) -> str:
    """The abbreviation that a service gives; an acronym is none, and none is made up."""
    full = _full(case)
    work = case.work
    texts = work.container_titles if work and full else ()
    names = sorted(texts, key=lambda name: "." not in name)
    return next(
        (n for n in names if " " in n and venues.compare(n, (full,)).kind == "abbreviation"), ""
    )
