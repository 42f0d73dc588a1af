"""Is the venue that of the work?

Identity is by the record's own full, short and abbreviated names; siblings are others. What no
registry can know (most machine learning conferences) is said to be unverified, never wrong.
"""

import re
from collections.abc import Iterator

from pipeline.checks.case import Case, Remark, evidence_from
from pipeline.checks.style import abbreviated
from pipeline.compare import venues
from pipeline.compare.letters import key
from pipeline.compare.usual_venues import spoken
from pipeline.formats.protocol import Change
from pipeline.match import misread
from pipeline.match.editions import is_posted
from pipeline.match.entry_against_work import Assessment, Voice
from pipeline.match.links import at_its_address
from pipeline.values.finding import Evidence, FixKind, Severity
from pipeline.values.work import Stage

SERIES = re.compile(
    r"(?i)^(lecture notes in|communications in computer|ifip advances|advances in intelligent|"
    r"procedia|aip conference|proceedings of spie|journal of physics: conference|"
    r"studies in health technology|iop conference|ceur workshop|lipics|leibniz international)"
)
"""Series in which proceedings of many conferences appear: "Lecture Notes in Computer Science" does
not contradict MICCAI."""

MEETING = re.compile(r"(?i)\b(conference|symposium|workshop|congress|colloquium|meeting)s?\b")
"""What a venue says that is a meeting, known to us or not."""

NOWHERE = frozenset(
    [
        "book", "booklet", "manual", "phdthesis", "mastersthesis", "thesis", "techreport",
        "report", "unpublished", "misc", "online", "electronic", "www", "software", "dataset",
    ]
)  # fmt: skip
"""Kinds of .bib entries that stand in nothing."""

AS_SENTENCES = frozenset({"pubmed", "europepmc"})
"""Services that write a title with its names alone in capitals, as the National Library of Medicine
catalogues it: their small letters say nothing of the venue's own writing."""

PUBLISHER = re.compile(
    r"(?i)\b(institute|society|association|university|press|publish(?:ers?|ing)|verlag)\b"
)
"""A publisher that is no journal; "PeerJ" is both."""

JOURNALS_OF_CONFERENCES = re.compile(
    r"(?i)^(acm trans|transactions on graphics|computer graphics forum|pacm|"
    r"proceedings of the (acm|vldb)|ieee trans.* visuali|ieee robotics and automation letters|"
    r"bioinformatics$)"
)
"""Journals that print the papers of a conference: SIGGRAPH in ACM Transactions on Graphics, ISMB in
Bioinformatics, IROS in the IEEE's Robotics and Automation Letters."""


def venue_misspelt(case: Case) -> Iterator[Remark]:
    """The work's venue misspelt or cut."""
    entry, sure = case.entry, case.sure
    if not sure or not entry.venue or not sure.venue or sure.venue.kind != "misspelt":
        return
    if _stands(case, sure):
        return
    name = _in_small_letters(sure.venue.name, sure)
    proposed = venues.mended(entry.venue.text, name, _names(sure))
    yield Remark(
        message=f"The venue is spelt “{proposed}”.",
        current=entry.venue.text,
        change=Change(field="venue", text=proposed),
        evidence=_evidence(sure),
    )


def venue_differs(case: Case) -> Iterator[Remark]:
    """Another venue than the work's."""
    entry, sure = case.entry, case.sure
    if not sure or not entry.venue or not sure.venue or not _contradicted(case, sure):
        return
    proposed = spoken(_container(case, sure), entry.venue.text)
    if not proposed or _stands(case, sure):
        return
    retitled = sure.title is not None and sure.title.kind != "same"
    if retitled and misread.ends_title(entry, _names(sure)):
        return
    if misread.runs_on(entry, _names(sure)):
        return
    # A preprint of it may lie there all the same, and nobody told of it.
    outdated = venues.server(entry.venue.text) is not None and not _preprints(sure)
    yield Remark(
        message=f"The work is in {proposed}.",
        current=entry.venue.text,
        change=Change(field="venue", text=proposed),
        severity=Severity.WARNING if outdated else None,
        fix=FixKind.REVIEW if outdated else None,
        evidence=_evidence(sure),
    )


def _contradicted(case: Case, sure: Assessment) -> bool:
    """The written venue is known to be another than that of the version cited.

    A version that no service shows has a venue that no service names.
    """
    entry, edition = case.entry, case.cited
    if not entry.venue or not sure.venue or sure.venue.kind not in ("differs", "preprint"):
        return False
    server = venues.server(entry.venue.text)
    if server:
        return _other_server(server, sure)
    if edition is None or edition.stage is not Stage.RECORD or venues.early(entry.venue.text):
        return False
    if venues.conference(entry.venue.text) and _says_workshop(case):
        return False
    known = [v for v in edition.voices if v.candidate.work.container_title and not _by_publisher(v)]
    if not known or not edition.elsewhere(entry) or _workshop(entry.venue.text, known):
        return False
    if any(_imprint(entry.venue.text, voice) for voice in known):
        return False
    if venues.conference(entry.venue.text) and any(map(_may_hold, known)):
        return False
    return not (MEETING.search(entry.venue.text) and any(map(_series_only, known)))


def _says_workshop(case: Case) -> bool:
    """The entry names a workshop beside the conference: "CVPR, 2015 SUNw workshop"."""
    title = case.entry.title.raw if case.entry.title else ""
    return "workshop" in case.raw.replace(title, " ", 1).casefold()


def _series_only(voice: Voice) -> bool:
    """A paper in a volume of which the record tells the series, or the publisher, and no meeting.

    "Advances in Intelligent Systems and Computing" holds the "10th International Conference on
    Practical Applications of Computational Biology & Bioinformatics" and a thousand others.
    """
    work = voice.candidate.work
    names = (work.container_title, *work.container_titles)
    in_volume = work.type in ("chapter", "paper-conference")
    return in_volume and not any(MEETING.search(n) or venues.conference(n) for n in names)


def _by_publisher(voice: Voice) -> bool:
    """A record that gives its publisher for the venue: an institute publishes many."""
    work = voice.candidate.work
    return work.container_title == work.publisher and PUBLISHER.search(work.publisher) is not None


def _imprint(written: str, voice: Voice) -> bool:
    """The publisher's initials before the journal's name: "ACS Molecular Pharmaceutics".

    Only by the record's own publisher: "ACS Sensors" is not the "Sensors" of another one.
    """
    initials, _, rest = written.partition(" ")
    publisher, names = voice.candidate.work.publisher, (voice.candidate.work.container_title,)
    if not (initials.isupper() and rest and publisher):
        return False
    words = re.findall(r"\w+", publisher)
    theirs = initials in words or initials == "".join(w[0] for w in words if w[0].isupper())
    return theirs and venues.compare(rest, names).kind in ("same", "abbreviation")


def _workshop(written: str, known: list[Voice]) -> bool:
    """A workshop's own short name, "ArgMining@EMNLP", for the "8th Workshop on Argument Mining"."""
    names = [v.candidate.work.container_title.casefold() for v in known]
    short = "@" in written or "workshop" in written.casefold()
    return short and any("workshop" in name for name in names)


def _named(sure: Assessment) -> list[Voice]:
    return [v for v in sure.voices if v.candidate.work.container_title]


def _other_server(server: str, sure: Assessment) -> bool:
    """The entry links the preprint on another server than the one it names, or what is in print.

    What arXiv holds is asked of arXiv alone: a journal's link says nothing against it.
    """
    preprints = _preprints(sure)
    if preprints:
        held = {venues.server(v.candidate.work.container_title) for v in preprints}
        return None not in held and server not in held and any(v.linked for v in preprints)
    records = [v for v in _named(sure) if v.candidate.work.stage is Stage.RECORD]
    early = any(voice.candidate.work.preprints for voice in records)
    return server != "arXiv" and not early and any(voice.linked for voice in records)


def _preprints(sure: Assessment) -> list[Voice]:
    return [v for v in _named(sure) if v.candidate.work.stage is Stage.PREPRINT]


def _may_hold(voice: Voice) -> bool:
    """A series or journal in which the papers of that conference may appear."""
    work = voice.candidate.work
    names = (work.container_title, *work.container_titles)
    return any(SERIES.match(n) or JOURNALS_OF_CONFERENCES.match(n) for n in names)


def _journal_reference(written: str, sure: Assessment) -> bool | None:
    """Whether the preprint's own comment or journal reference names the venue; None if silent."""
    acceptances = [a for v in sure.voices if (a := venues.accepted(v.candidate.work.comment))]
    if not acceptances:
        return None
    kinds = {venues.compare(written, (venue,)).kind for venue, _ in acceptances}
    if kinds & {"same", "abbreviation", "misspelt", "preprint"}:
        return True
    return None


def _container(case: Case, sure: Assessment) -> str:
    """The venue to write: that of the version of record, in full unless the list abbreviates."""
    wants = case.settings.style.venue
    if wants == "iso4" or (wants == "keep" and case.habits.abbreviates):
        short = abbreviated(case)
        if short:
            return short
    records = [v for v in _named(sure) if v.candidate.work.stage is Stage.RECORD]
    work = case.work
    if work and work.container_title and work.stage is Stage.RECORD:
        return _in_small_letters(work.container_title, sure)
    voice = next(iter(records or _named(sure)), None)
    return _in_small_letters(voice.candidate.work.container_title, sure) if voice else ""


def _in_small_letters(name: str, sure: Assessment) -> str:
    """The name as another voice has it, where this one has it in capitals throughout."""
    if not venues.shouts(name):
        return name
    return next((n for n in _names(sure) if key(n) == key(name) and not venues.shouts(n)), name)


def _stands(case: Case, sure: Assessment) -> bool:
    """One of the venue's names stands in the entry where we read none, or another.

    "arXiv" does in every .bib entry with an eprint; it says nothing against a journal.
    """
    names = [n for n in _names(sure) if not venues.server(n) or len(n) >= misread.TELLING_NAME]
    return misread.names_venue(case.raw, case.entry, names)


def _names(sure: Assessment) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            name
            for voice in sure.voices
            for name in (
                voice.candidate.work.container_title,
                *voice.candidate.work.container_titles,
            )
            if name
        )
    )


def venue_missing(case: Case) -> Iterator[Remark]:
    """None given, in a list that gives venues."""
    entry, sure = case.entry, case.sure
    if entry.venue or not sure or not case.habits.venue or _of_a_preprint(case):
        return
    if (entry.kind or "").lower() in NOWHERE:
        return
    proposed = spoken(_container(case, sure), case.habits.venue_like)
    if not proposed or _stands(case, sure):
        return
    if entry.mentions and all(is_posted(m.identifier) for m in entry.mentions):
        return  # it cites the preprint: where that was printed is said of its link, if at all
    printed = [name for name in _names(sure) if not venues.server(name)]
    if misread.nears_venue(case.raw, entry, printed):
        return
    if sure.title and misread.title_runs_on(entry, sure.title.true, _names(sure)):
        return
    yield Remark(
        message=f"No venue is given; the work is in {proposed}.",
        change=Change(field="venue", text=proposed),
        # A preprint may have appeared somewhere that no service shows.
        fix=FixKind.REVIEW if venues.server(proposed) else None,
        like="*",
        evidence=_evidence(sure),
    )


def _of_a_preprint(case: Case) -> bool:
    """The preprint is cited, and it is in print besides: that is told by ``superseded``.

    The journal's name beside the preprint's year and link would be a citation of neither.
    """
    edition, voices = case.cited, case.sure.voices if case.sure else ()
    printed = any(voice.candidate.work.stage is Stage.RECORD for voice in voices)
    posted = edition is not None and edition.stage is Stage.PREPRINT
    return printed and (posted or any(map(is_posted, case.unseen)))


def venue_style(case: Case) -> Iterator[Remark]:
    """Letter case of the venue's own name, once all who may write it were heard."""
    entry, sure = case.entry, None if case.match.unheard else case.sure
    if not sure or not entry.venue or not sure.venue or sure.venue.kind != "same" or not case.work:
        return
    name, written = case.work.container_title, entry.venue.text
    if written in _names(sure) or case.settings.style.venue == "iso4":
        return  # one service's style is no fault: PubMed writes "Nature methods"
    if name.casefold() != written.casefold() or name.isupper() or name.islower():
        return  # a record without capitals, or with nothing else, tells none
    if {voice.candidate.provenance.source for voice in _named(sure)} <= AS_SENTENCES:
        name = _raised(written, name)
    if name != written and not _catalogued(written):
        yield Remark(
            message=f"The venue writes itself “{name}”.",
            current=written,
            change=Change(field="venue", text=name),
            evidence=_evidence(sure),
        )


def _catalogued(written: str) -> bool:
    """As libraries write it, whoever else does not: "Biological cybernetics"."""
    first, *rest = written.split()
    return bool(rest) and first[:1].isupper() and all(word.islower() for word in (first[1:], *rest))


def _raised(written: str, name: str) -> str:
    """The written name with the true one's capitals besides: "Bmc Biology" is "BMC Biology"."""
    if len(written) != len(name):
        return written
    pairs = zip(written, name, strict=True)
    return "".join(theirs if theirs.isupper() else ours for ours, theirs in pairs)


def venue_unverified(case: Case) -> Iterator[Remark]:
    """No service names the venue, and each was heard."""
    entry, sure = case.entry, None if case.match.unheard else case.sure
    if not sure or not entry.venue or not sure.venue or venues.early(entry.venue.text):
        return
    if sure.venue.kind not in ("differs", "preprint", "unknown") or _contradicted(case, sure):
        return
    if _journal_reference(entry.venue.text, sure) or at_its_address(entry) or _whole_book(sure):
        return
    yield Remark(
        message="No service names the venue of this work.",
        current=entry.venue.text,
        fix=FixKind.NONE,
        evidence=_evidence(sure),
    )


def _whole_book(sure: Assessment) -> bool:
    """A book stands in nothing; what is given for its venue is its publisher."""
    works = [voice.candidate.work for voice in sure.voices]
    return all(work.type == "book" and not work.container_title for work in works)


def venue_confirmed(case: Case) -> bool:
    """Whether a record, a comment or a journal reference bears the entry's venue out."""
    entry, sure = case.entry, case.sure
    if not sure or not entry.venue or not sure.venue:
        return False
    if sure.venue.kind in ("same", "abbreviation"):
        return True
    return _journal_reference(entry.venue.text, sure) is True or (
        at_its_address(entry) and not _contradicted(case, sure)
    )


def _evidence(sure: Assessment) -> tuple[Evidence, ...]:
    """The venue as each source has it, versions of record first; an arXiv comment counts."""
    by_voice: dict[tuple[str, str], Evidence] = {}
    order = sorted(sure.voices, key=lambda v: v.candidate.work.stage is Stage.PREPRINT)
    for voice in order:
        work = voice.candidate.work
        value = work.container_title or work.comment
        if value:
            by_voice.setdefault(
                (voice.candidate.provenance.source, value), evidence_from(voice, value)
            )
    return tuple(by_voice.values())
