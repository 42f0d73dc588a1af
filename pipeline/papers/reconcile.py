"""One record out of several voices.

Each field comes from the most trusted voice that has it; the version described is the one the list
links, or the version of record. Order-free and idempotent: the same evidence gives the same bytes.
"""

import re
from collections.abc import Iterable, Sequence

from pipeline.compare.titles import key
from pipeline.values.identifiers import Identifier
from pipeline.values.record import Version
from pipeline.values.work import Candidate, Notice, PartialDate, Person, Provenance, Stage, Work

TRUST = ("crossref", "pubmed", "datacite", "dblp", "arxiv", "europepmc", "biorxiv")
"""The order in which voices are believed, unless a field says otherwise."""

FIELD_TRUST: dict[str, tuple[str, ...]] = {
    # PubMed's titles are sentence case with a full stop; its journal names are catalogue style.
    "title": ("crossref", "datacite", "dblp", "arxiv", "pubmed", "europepmc", "biorxiv"),
    # Crossref's by-lines come from publishers in many states; PubMed's are keyed by hand.
    "authors": ("crossref", "pubmed", "dblp", "arxiv", "datacite", "europepmc", "biorxiv"),
    # Nobody knows an arXiv paper better than arXiv.
    "preprint": ("arxiv", "crossref", "datacite", "biorxiv", "europepmc", "pubmed", "dblp"),
}

ISSN = re.compile(r"\d{4}-\d{3}[\dXx]")
"""Source: ISO 3297. Some records hold two in one string: "2374-3468, 2159-5399"."""

SINGLE = ("container_title", "volume", "issue", "page", "type", "publisher", "url", "comment")
"""Fields taken whole from the first voice that has them."""


def described(evidence: Sequence[Candidate], linked: Iterable[Identifier] = ()) -> Stage:
    """The version a record describes: the one linked, else the version of record."""
    links = set(linked)
    stages = {c.work.stage for c in evidence if links & set(c.work.identifiers)}
    if len(stages) == 1:
        return stages.pop()
    known = {c.work.stage for c in evidence}
    return Stage.RECORD if Stage.RECORD in known else Stage.PREPRINT


def reconcile(
    evidence: Sequence[Candidate], stage: Stage
) -> tuple[Work, dict[str, Provenance], tuple[Version, ...]]:
    """The work as all voices together tell it, who said what, and its versions.

    ``evidence`` is not empty and has a voice of that stage.
    """
    voices = _ordered(evidence, stage)
    own = [c for c in voices if c.work.stage is stage]
    fields: dict[str, object] = {}
    provenance: dict[str, Provenance] = {}
    for name, value, by in _choices(own, voices):
        fields[name], provenance[name] = value, by.provenance
    provenance.pop("authors_complete", None)  # it goes with the authors
    title = str(fields.pop("title"))
    work = Work(
        title=title,
        stage=stage,
        identifiers=_identifiers(own),
        other_titles=_titles(own, title),
        container_titles=_names(own),
        issn=_merged(ISSN.findall(" ".join(c.work.issn)) for c in own),
        dates=_dates(own),
        preprint_of=_merged(c.work.preprint_of for c in own),
        preprints=_merged(c.work.preprints for c in own),
        notices=_notices(voices),
        **fields,
    )
    return work, provenance, tuple(_apart(version, work) for version in versions(voices))


def _apart(version: Version, work: Work) -> Version:
    """A version without authors where they are those of the record."""
    return version.but(authors=()) if version.authors == work.authors else version


def _ordered(evidence: Sequence[Candidate], stage: Stage) -> list[Candidate]:
    if len(evidence) == 1:
        return list(evidence)  # the rule, and a record is long to write out
    trust = FIELD_TRUST["preprint"] if stage is Stage.PREPRINT else TRUST
    return sorted(
        evidence,
        key=lambda c: (
            _place(trust, c), str(c.work.identifiers), c.work.title, c.model_dump_json(),
        ),
    )  # fmt: skip


def _place(trust: Sequence[str], candidate: Candidate) -> int:
    source = candidate.provenance.source
    return trust.index(source) if source in trust else len(trust)


def _choices(
    own: list[Candidate], voices: Sequence[Candidate]
) -> Iterable[tuple[str, object, Candidate]]:
    """(field, value, voice) for each field that any voice has."""
    by = min(own, key=_title_rank)
    yield "title", by.work.title, by
    people = _signed(own, voices)
    if people:
        yield "authors", people.work.authors, people
        yield "authors_complete", people.work.authors_complete, people
    dated = [c for c in own if c.work.issued and not c.work.issued.stands_for_none]
    if dated:
        first = dated[0]
        precise = [c for c in dated if _year(c) == _year(first)]
        best = max(precise, key=lambda c: _precision(c.work.issued))
        yield "issued", best.work.issued, best
    for name in SINGLE:
        voice = next((c for c in own if getattr(c.work, name)), None)
        if voice:
            yield name, getattr(voice.work, name), voice


def _signed(own: Sequence[Candidate], voices: Sequence[Candidate] = ()) -> Candidate | None:
    """Who tells the by-line; of a sorted one another version's order, if the people are the same.

    None if nobody tells the order: a by-line is a sequence, and A to Z is none.
    """
    best = max(own, key=lambda c: _byline_rank(c.work))
    if best.work.authors_ordered:
        return best if best.work.authors else None
    same = [
        c for c in voices
        if c.work.authors_ordered and _families(c.work) == _families(best.work)
    ]  # fmt: skip
    return max(same, key=lambda c: _byline_rank(c.work), default=None)


def _families(work: Work) -> list[str]:
    return sorted(key((person.family or person.literal).split()[-1]) for person in work.authors)


def _year(candidate: Candidate) -> int:
    return candidate.work.issued.year if candidate.work.issued else 0


def _title_rank(candidate: Candidate) -> tuple[bool, bool, int]:
    """Shouted titles last, cut titles after whole ones, then by trust."""
    title = candidate.work.title
    shouted = title.upper() == title and any(c.isalpha() for c in title)
    return shouted, _cut(candidate), _place(FIELD_TRUST["title"], candidate)


def _cut(candidate: Candidate) -> bool:
    """Whether the record's title is only the first half of one of its other titles."""
    mine = key(candidate.work.title)
    return any(key(t).startswith(mine) and key(t) != mine for t in candidate.work.other_titles)


def _byline_rank(work: Work) -> tuple[bool, bool, int, float, int]:
    """By-lines in order before sorted ones, whole before cut, longer before shorter, full names."""
    spelt = sum(1 for p in work.authors if p.literal or len(p.given.split(" ")[0].strip(".")) > 1)
    shouted = sum(1 for p in work.authors if p.family.isupper() and len(p.family) > 3)
    share = (spelt - shouted) / len(work.authors) if work.authors else 0.0
    return (
        work.authors_ordered and bool(work.authors),
        work.authors_complete,
        len(work.authors),
        round(share, 1),
        sum(not person.given.isascii() or not person.family.isascii() for person in work.authors),
    )


def _precision(date: PartialDate | None) -> int:
    return 0 if date is None else 1 + (date.month is not None) + (date.day is not None)


def _merged(groups: Iterable[Sequence[Identifier] | Sequence[str]]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _identifiers(own: list[Candidate]) -> tuple[Identifier, ...]:
    return in_order(_merged(c.work.identifiers for c in own))


def in_order(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Identifiers as records have them: the DOI first, then the numbers of great registries."""
    order = ("doi", "arxiv", "pmid", "pmcid", "pii")
    return tuple(
        sorted(identifiers, key=lambda i: order.index(i.scheme) if i.scheme in order else 9)
    )


def _titles(own: list[Candidate], chosen: str) -> tuple[str, ...]:
    """Titles with other letters than the chosen one."""
    seen = {key(chosen): chosen}
    for candidate in own:
        for title in (candidate.work.title, *candidate.work.other_titles):
            seen.setdefault(key(title), title)
    return tuple(title for letters, title in seen.items() if letters != key(chosen))


def _names(own: list[Candidate]) -> tuple[str, ...]:
    """Every other name of the container, each spelling once."""
    names = [n for c in own for n in (c.work.container_title, *c.work.container_titles) if n]
    chosen = names[0] if names else ""
    return tuple(dict.fromkeys(name for name in names if name != chosen))


def _dates(own: list[Candidate]) -> tuple[PartialDate, ...]:
    every = {d for c in own for d in (*c.work.dates, c.work.issued) if d and not d.stands_for_none}
    return tuple(sorted(every, key=lambda d: (d.year, d.month or 0, d.day or 0)))


def _notices(voices: list[Candidate]) -> tuple[Notice, ...]:
    """Each notice once, whoever told of it: the same DOI and kind, or the same kind and year."""
    kept: dict[tuple[str, str], Notice] = {}
    for notice in (n for c in voices for n in c.work.notices):
        mark = (notice.kind, notice.doi)
        nameless = next((k for k in kept if k[0] == notice.kind and not (k[1] and mark[1])), None)
        if nameless is None:
            kept.setdefault(mark, notice)
        elif not nameless[1] and notice.doi:
            kept[mark] = notice
            del kept[nameless]
    return tuple(kept.values())


def versions(voices: Sequence[Candidate]) -> tuple[Version, ...]:
    """Every version, version of record first, each with all its identifiers."""
    all_versions = []
    for stage in (Stage.RECORD, Stage.PREPRINT):
        groups: list[list[Candidate]] = []
        for candidate in (c for c in voices if c.work.stage is stage):
            for group in groups:
                if _one_version(group[0], candidate):
                    group.append(candidate)
                    break
            else:
                groups.append([candidate])
        all_versions += [_version(stage, group) for group in groups]
    return tuple(all_versions)


def _one_version(left: Candidate, right: Candidate) -> bool:
    ours, theirs = set(left.work.identifiers), set(right.work.identifiers)
    if ours & theirs:
        return True
    servers = {left.work.container_title, right.work.container_title} - {""}
    if left.work.stage is Stage.PREPRINT and len(servers) > 1:
        return False  # one work may stand on arXiv and on bioRxiv
    schemes = {i.scheme for i in ours} & {i.scheme for i in theirs}
    return "doi" not in schemes and "arxiv" not in schemes


def _version(stage: Stage, group: list[Candidate]) -> Version:
    title = min(group, key=_title_rank).work.title
    voice = _signed(group)
    years = sorted({d.year for d in _dates(group)})
    container = next((c.work.container_title for c in group if c.work.container_title), "")
    return Version(
        stage=stage, identifiers=_identifiers(group), title=title,
        authors=voice.work.authors if voice else (),
        container_title=container, years=tuple(years),
    )  # fmt: skip


def name(person: Person) -> str:
    """A person as a reader writes them: "Ramana V. Davuluri", "ATLAS Collaboration"."""
    if person.literal:
        return person.literal
    parts = (person.given, person.family, person.suffix)
    return " ".join(part for part in parts if part)
