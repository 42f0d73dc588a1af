"""Is the year one of the work's?

Online and print, preprint and version of record may all be meant. A conference that no service
names is given the time from a preprint to its proceedings.
"""

import re
from collections.abc import Iterator

from pipeline.checks.case import Case, Remark, evidence_from
from pipeline.compare import venues
from pipeline.formats.protocol import Change
from pipeline.match.editions import Edition
from pipeline.match.entry_against_work import Assessment, Voice, years
from pipeline.match.pages import in_volume, printed
from pipeline.values.entry import Entry
from pipeline.values.finding import Evidence, FixKind
from pipeline.values.work import PartialDate, Stage, Work

MONTHS: dict[str, int] = {
    "AAAI": 2, "WACV": 1, "ICLR": 5, "AISTATS": 5, "ICASSP": 5, "ICRA": 5, "WWW": 5, "CVPR": 6,
    "NAACL": 6, "CHI": 5, "ICML": 7, "ACL": 7, "SIGIR": 7, "COLT": 7, "UAI": 7, "ISMB": 7,
    "IJCAI": 8, "KDD": 8, "INTERSPEECH": 9, "MICCAI": 10, "ECCV": 10, "ICCV": 10, "IROS": 10,
    "CORL": 11, "EMNLP": 12, "NEURIPS": 12,
}  # fmt: skip
"""The month in which a conference usually ends."""

MOST_MONTHS = 15
"""Months from a preprint to the proceedings it is accepted for: NeurIPS 2023 papers were posted up
to a year before it, BLEEP half a year; eighteen months point to the year before."""

AUTUMN = 9
"""From this month on, what is online may be in an issue of the next year."""

SPRING = 3
"""Up to this month, what is in print may have been online the year before."""

ASKED = ("doi", "arxiv", "pmid", "pmcid")
"""Identifiers that a service can be asked about."""

ONLINE = 1997
"""The first year from which journals came out online as well, most of them."""

MOST_YEARS = 3
"""Years between two dates of a version, within which any may be meant."""


def year_differs(case: Case) -> Iterator[Remark]:
    """Another year than any of online, print, or the version linked.

    While a service is silent a version may have a year that nobody told.
    """
    entry, sure = case.entry, None if case.match.unheard else case.sure
    if not sure or not entry.year or not (voices := _counting(case, sure)):
        return
    known = _years(voices)
    if _to_come(case, voices):
        yield _remark(case, voices, known)
        return
    if case.cited and not case.cited.years and _of_undated(case.cited, entry.year.value, known):
        return
    if case.cited.dated(entry) if case.cited else not _too_late(case, voices):
        return  # a version that no service shows may have any year, but for a conference's
    if not known or _acceptable(case, voices, known):
        return
    if _put_online(case, known):
        return
    if entry.year.value in _announced(voices) | _in_identifiers(case) or _of_unseen(case, known):
        return
    yield _remark(case, voices, known)


def _of_undated(cited: Edition, year: int, known: tuple[int, ...]) -> bool:
    """The version cited has no date, and the years that were told are another version's.

    A record may be of any year; a preprint is older than what is in print, or of its first year.
    """
    return cited.stage is Stage.RECORD or not known or year <= known[0]


def _remark(case: Case, voices: tuple[Voice, ...], known: tuple[int, ...]) -> Remark:
    """What the year is instead; where nobody tells, only that it cannot be."""
    written = case.entry.year
    assert written is not None  # noqa: S101  the caller saw to it
    section = written.source == "section"
    nearest = sorted(known, key=lambda year: (abs(year - written.value), year))[:1]
    proposed = "".join(map(str, nearest))
    return Remark(
        message=f"The {'section says' if section else 'entry says'} {written.value}, "
        f"{_told_of(known)}.",
        current=str(written.value),
        proposed=proposed,
        change=None if section or not proposed else Change(field="year", text=proposed),
        fix=FixKind.REVIEW
        if section or _headed(case.entry, written.value) or _of_a_day(case)
        else None,
        evidence=_evidence(voices),
    )


def _headed(entry: Entry, year: int) -> bool:
    """A heading above says the year as well: corrected, the entry would stand under another's."""
    return any(re.search(rf"(?<!\d){year}(?!\d)", heading) for heading in entry.section)


def _of_a_day(case: Case) -> bool:
    """The year is that of a day, on which the entry was noted perhaps: "20101008 ICCV-19"."""
    year, start = case.entry.year, case.entry.span.start
    end = year.written.span.end - start if year and year.source == "entry" else len(case.raw)
    return _DAY.match(case.raw, max(0, end)) is not None


_DAY = re.compile(r"[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12]\d|3[01])(?!\d)")
"""Month and day behind a year."""


def _told_of(known: tuple[int, ...]) -> str:
    if not known:
        return "which is still to come"
    years = " and ".join(map(str, known)) if len(known) < 4 else f"{known[0]} to {known[-1]}"
    return f"the work is of {years}"


def _to_come(case: Case, voices: tuple[Voice, ...]) -> bool:
    """The year had not begun when the services were asked, nor may an issue of it be in press.

    What is accepted this year may be printed in the next; a preprint is posted when it is.
    """
    assert case.entry.year is not None  # noqa: S101  the caller saw to it
    asked = max(voice.candidate.provenance.retrieved.year for voice in voices)
    posted = all(voice.candidate.work.stage is Stage.PREPRINT for voice in voices)
    server = case.entry.venue is None or venues.server(case.entry.venue.text)
    return case.entry.year.value > asked + (0 if posted and server else 1)


def _counting(case: Case, sure: Assessment) -> tuple[Voice, ...]:
    """The voices whose years count: of the version linked, and of the version of record.

    The year of a preprint does not excuse the year of an entry that links the published paper.
    """
    stages = case.linked_stages
    if stages == {Stage.RECORD}:
        return tuple(v for v in sure.voices if v.candidate.work.stage is Stage.RECORD)
    return sure.voices


def _years(voices: tuple[Voice, ...]) -> tuple[int, ...]:
    return years(tuple(voice.candidate for voice in voices))


def _announced(voices: tuple[Voice, ...]) -> set[int]:
    """Years that the comments of a preprint give for its publication.

    "Accepted at ICLR 2024", on a preprint of January 2023: the proceedings have no other record.
    """
    acceptances = (venues.accepted(voice.candidate.work.comment) for voice in voices)
    return {year for _, year in filter(None, acceptances) if year is not None}


_POSTED = {
    "doi": re.compile(r"10\.(?:1101|64898)/(20\d\d)\.\d\d\.\d\d\."),
    "arxiv": re.compile(r"(\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}"),
}
"""The year in the identifiers of bioRxiv and medRxiv, and its last two digits in those of arXiv."""


def _in_identifiers(case: Case) -> set[int]:
    """The years in which the entry's own preprints were posted, as their identifiers say it.

    The record of the preprint may be missing, that of its version of record be of the next year.
    """
    identifiers = (mention.identifier for mention in case.entry.mentions)
    hits = (_POSTED[i.scheme].match(i.value) for i in identifiers if i.scheme in _POSTED)
    return {2000 + int(match[1]) % 1000 for match in hits if match}


def _of_unseen(case: Case, known: tuple[int, ...]) -> bool:
    """The entry links besides a version that nobody could be asked about, and may give its year.

    "[arXiv:2302.04611](…)/[Nat Mach Intell (2025)](https://www.nature.com/articles/…)".
    """
    assert case.entry.year is not None  # noqa: S101  the caller saw to it
    seen = {
        i for v in (case.sure.voices if case.sure else ()) for i in v.candidate.work.identifiers
    }
    unseen = any(
        mention.identifier not in seen
        and (mention.where == "derived" or mention.identifier.scheme not in ASKED)
        for mention in case.entry.mentions
    )
    return unseen and known[-1] < case.entry.year.value <= known[-1] + MOST_YEARS


def _put_online(case: Case, known: tuple[int, ...]) -> bool:
    """Printed before there was a web, in the record's own volume: "J Chem Phys 40 (1964)", of 2004.

    The registry may know no day but that on which the old volume was put online.
    """
    entry, sure = case.entry, case.sure
    assert entry.year is not None  # noqa: S101  the caller saw to it
    if not sure or not entry.year.value < ONLINE <= known[0]:
        return False
    works = [voice.candidate.work for voice in sure.voices]
    return bool(printed(entry, works) or in_volume(entry, works))


def _acceptable(case: Case, voices: tuple[Voice, ...], known: tuple[int, ...]) -> bool:
    """The year is one of the work's, lies between two of them, or beside the only one known.

    A record that gives the online date may keep silent about the issue: THItoGene came out on 25
    December 2023, in the first issue of 2024. One that gives both years leaves nothing open; where
    they are far apart (print 1971, put online 2002) what lies between is no year of the work.
    """
    assert case.entry.year is not None  # noqa: S101  the caller saw to it
    year = case.entry.year.value
    if year in known or (known[0] < year < known[-1] and known[-1] - known[0] <= MOST_YEARS):
        return True
    dates = _loose(voices)
    if len(known) > 1:
        return False
    if year == known[0] + 1:
        # an article may be online for a year before it is in an issue
        article = any(v.candidate.work.type == "article-journal" for v in voices)
        late = article or any(d.month is None or d.month >= AUTUMN for d in dates)
        return late and not _too_late(case, voices)
    return year == known[0] - 1 and any(d.month is None or d.month <= SPRING for d in dates)


def _loose(voices: tuple[Voice, ...]) -> list[PartialDate]:
    """The dates beside which a version may have another one.

    Not the year of a meeting in spring or summer, whose proceedings are of that year: those of
    NIPS 2004 were printed in 2005. Nor a mere year where somebody tells the month.
    """
    with_month = {(work.stage, d.year) for work, d in _dated(voices) if d.month is not None}
    return [
        date for work, date in _dated(voices)
        if date.month is not None or not (_met(work) or (work.stage, date.year) in with_month)
    ]  # fmt: skip


def _dated(voices: tuple[Voice, ...]) -> list[tuple[Work, PartialDate]]:
    works = (voice.candidate.work for voice in voices)
    return [(work, date) for work in works for date in (*work.dates, work.issued) if date]


def _met(work: Work) -> bool:
    name = venues.conference(work.container_title) if work.type == "paper-conference" else None
    return MONTHS.get((name or "").upper(), AUTUMN) < AUTUMN


def _too_late(case: Case, voices: tuple[Voice, ...]) -> bool:
    """The entry links a preprint, and names a conference that it was posted long before.

    BLEEP was posted in June 2023: NeurIPS 2024 is a year too late.
    """
    year, venue = case.entry.year, case.entry.venue
    month = MONTHS.get(((venues.conference(venue.text) if venue else "") or "").upper())
    days = (voice.candidate.work.issued for voice in voices)
    posted = min((12 * d.year + d.month for d in days if d and d.month), default=None)
    if year is None or posted is None or month is None or Stage.PREPRINT not in case.linked_stages:
        return False
    return 12 * year.value + month - posted > MOST_MONTHS


def _evidence(voices: tuple[Voice, ...]) -> tuple[Evidence, ...]:
    evidences = []
    for voice in voices:
        known = years((voice.candidate,))
        if known:
            version = "preprint " if voice.candidate.work.stage is Stage.PREPRINT else ""
            evidences.append(evidence_from(voice, version + ", ".join(map(str, known))))
    return tuple(dict.fromkeys(evidences))
