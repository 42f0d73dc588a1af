"""A preprint whose version of record exists.

Whoever cites a preprint may mean it; whoever has the choice wants to hear where it was published.
All that is proposed is of the version of record: link, written DOI, venue and year together.
"""

from collections.abc import Iterator

from pipeline.checks.case import Case, Remark
from pipeline.compare import titles, venues
from pipeline.compare.usual_venues import spoken
from pipeline.formats.protocol import Change
from pipeline.match import misread
from pipeline.match.choice import NEARLY
from pipeline.match.editions import is_posted
from pipeline.match.same_work import KIN, alike, serial, shared
from pipeline.values.entry import Entry
from pipeline.values.finding import Evidence, FixKind, Severity
from pipeline.values.identifiers import Identifier
from pipeline.values.work import Candidate, Stage, Work


def superseded(case: Case) -> Iterator[Remark]:
    """A preprint whose version of record exists, cited as a preprint.

    Where the version of record has another title and other authors as well, the entry is right as
    a citation of the preprint and cannot simply be moved: a notice, not a warning. So it is where
    nothing but the registry's word makes them one.
    """
    if not case.sure or case.settings.superseded == "keep" or not _cites_preprint(case):
        return
    record, preprint = _printed(case), _preprint(case)
    identifier = next((i for i in record.work.identifiers if i.url), None) if record else None
    if record is None or identifier is None:
        return
    if preprint and not _related(preprint.work, record):
        return
    if _told_already(case, record.work):
        return
    container = _within(record.work.container_title)
    other = preprint is not None and _doubtful(preprint.work, record.work)
    provenance, place = record.provenance, _linking(case)
    yield Remark(
        message=f"Published{container}: {identifier.url}.",
        current=case.entry.links[place].url if place < len(case.entry.links) else "",
        proposed=identifier.url,
        change=Change(field="link", text=identifier.url, link=place),
        also=_moved(case.entry, record.work, identifier),
        fix=FixKind.REVIEW,
        severity=Severity.NOTICE if other else None,
        evidence=(Evidence(source=provenance.source, url=provenance.url, value=record.work.title),),
    )


def _told_already(case: Case, printed: Work) -> bool:
    """The entry names where it was printed, beside what we read as its venue: "arXiv 2106; CVPR".

    Whoever names a conference and links arXiv means the conference's.
    """
    names = [name for name in (printed.container_title, *printed.container_titles) if name]
    entry = case.entry
    return misread.names_venue(case.raw, entry, names) or misread.names_meeting(
        case.raw, entry, names
    )


def _within(container: str) -> str:
    """Where it was published, as people write it; a record may name the server of the preprint."""
    return f" in {spoken(container)}" if container and not venues.early(container) else ""


def _cites_preprint(case: Case) -> bool:
    """The entry says that it is one, or links nothing else and names no other venue.

    Its own record need not have been shown: "arXiv preprint arXiv:2306.04757" says it.
    """
    entry, linked = case.entry, case.linked_stages
    if Stage.RECORD in linked:
        return False
    if entry.venue and not venues.early(entry.venue.text):
        return _mixed(case)
    if case.match.unheard and Stage.PREPRINT not in linked:
        return False  # who is silent may hold what the entry links
    own = [mention.identifier for mention in entry.mentions]
    posted = bool(own) and all(map(is_posted, own))
    return Stage.PREPRINT in linked or entry.venue is not None or posted


def _mixed(case: Case) -> bool:
    """The DOI it writes is the preprint's, its venue that of the print: one of them is wrong.

    A link to the preprint beside the conference is a service to the reader; a DOI is no such thing:
    ``journal = {Wind Letters}, doi = {10.5194/wl-2016-52}`` names the discussion paper.
    """
    dois = {m.identifier for m in case.entry.mentions if m.where == "written"}
    voices = case.sure.voices if case.sure else ()
    own = any(v.linked and dois & {i for i in serial(v.candidate.work) if i.scheme == "doi"}
              for v in voices if v.candidate.work.stage is Stage.PREPRINT)  # fmt: skip
    printed = (v for v in voices if v.candidate.work.stage is Stage.RECORD and v.venue)
    return own and any(v.venue.kind in ("same", "abbreviation") for v in printed if v.venue)


def _printed(case: Case) -> Candidate | None:
    """The version of record: nothing is published in "submitted", or in "Under review"."""
    candidates = (c for c in case.match.evidence if c.work.stage is Stage.RECORD)
    return next((c for c in candidates if not _on_its_way(c.work.container_title or "")), None)


def _on_its_way(container: str) -> bool:
    return venues.early(container) and venues.server(container) is None


def _preprint(case: Case) -> Candidate | None:
    return next((c for c in case.match.evidence if c.work.stage is Stage.PREPRINT), None)


def _related(preprint: Work, record: Candidate) -> bool:
    """One title, or one of them names the other.

    A technical report "appeared" in the proceedings whose DOI its authors had typed. What a record
    places nowhere, or on a preprint server, has to be declared.
    """
    printed = record.work
    if preprint.authors and printed.authors and not _families(preprint) & _families(printed):
        return False  # a registry gives the title to others, and says that they are related
    declared = set(preprint.preprint_of) & set(printed.identifiers)
    declared |= set(printed.preprints) & set(preprint.identifiers)
    return bool(declared) or (_is_placed(record) and alike(preprint, printed) >= 100 * NEARLY)


def _is_placed(record: Candidate) -> bool:
    """Whether a record names where it was printed, or Crossref has it as a journal's article."""
    work = record.work
    if not work.container_title:
        article = record.provenance.source == "crossref" and work.type == "article-journal"
        return article and bool(work.authors)
    return not venues.server(work.container_title)


def _families(work: Work) -> set[str]:
    """The words of the family names; of a name in one piece all of them."""
    return {
        titles.key(w) for person in work.authors for w in (person.family or person.literal).split()
    }


def _linking(case: Case) -> int:
    """The place of the link that opens the preprint, which is nobody's code."""
    preprint = _preprint(case)
    own = {*(preprint.work.identifiers if preprint else ()), *filter(is_posted, case.unseen)}
    links = case.entry.links
    return next((n for n, link in enumerate(links) if own & set(link.identifiers)), len(links))


def _moved(entry: Entry, work: Work, identifier: Identifier) -> tuple[Change, ...]:
    """Venue, written year and written DOI of the version of record, where the entry gives them."""
    changes = []
    if entry.venue and work.container_title:
        venue = spoken(work.container_title, entry.venue.text)
        changes.append(Change(field="venue", text=venue))
    if entry.year and entry.year.source == "entry" and work.issued:
        changes.append(Change(field="year", text=str(work.issued.year)))
    written = (m.identifier for m in entry.mentions if m.where == "written")
    if any(i.scheme == "doi" and is_posted(i) for i in written):
        changes.append(Change(field="doi", text=identifier.value))
    return tuple(changes)


def _doubtful(preprint: Work, record: Work) -> bool:
    return _another_text(preprint, record) or _on_its_word(preprint, record)


def _on_its_word(preprint: Work, record: Work) -> bool:
    """The titles are unlike, and nobody is known to have signed both.

    Registries name another paper of the same group: CellOracle's preprint is said to have become
    "Gene regulatory network reconfiguration in direct lineage reprogramming".
    """
    return shared(preprint, record) is None and alike(preprint, record) < KIN


def _another_text(preprint: Work, record: Work) -> bool:
    """The version of record has another title, and more or fewer authors."""
    if titles.key(preprint.title) == titles.key(record.title):
        return False
    return bool(preprint.authors and record.authors) and len(preprint.authors) != len(
        record.authors
    )
