"""Is the title that of the work?"""

import re
from collections.abc import Iterator

from pipeline.checks.case import Case, Remark, evidence_from
from pipeline.compare import titles
from pipeline.formats.protocol import Change
from pipeline.match.choice import NEARLY
from pipeline.match.entry_against_work import Assessment, Voice
from pipeline.values.finding import Evidence, FixKind, Severity

TELLING = 4
"""Letters of a word that means the same wherever it stands in an entry."""
LEAST = 12
"""Letters and digits of a title that was cut and can still be told."""


def title_differs(case: Case) -> Iterator[Remark]:
    """Not the title of the work that the other fields name."""
    entry, sure = case.entry, case.sure
    if (
        not sure
        or not sure.title
        or not entry.title
        or sure.title.kind not in ("related", "differs")
    ):
        return
    if _cut_off(sure.title.true, entry.title.text) or _initialled(
        sure.title.true, entry.title.text
    ):
        return
    work = case.work
    title = work.title if work else sure.title.true
    if titles.key(title) == titles.key(sure.title.true):
        title = sure.title.true  # with the blank that the record lost
    unseen = sure.title.score >= NEARLY and case.of_unseen_version
    mild = unseen or case.of_another_version
    yield Remark(
        message=f"The work is “{title}”.",
        current=entry.title.text,
        change=Change(field="title", text=title),
        evidence=_evidence(sure),
        confidence=min(case.match.confidence, 0.9),
        severity=Severity.NOTICE if mild else None,
        fix=FixKind.REVIEW,
    )


def _cut_off(true: str, written: str) -> bool:
    """Whether the record has the written title up to the middle of a word: it was cut there.

    Or only a word or two from within it: "-methyl-" is left where the letters in tags were lost.
    """
    known, ours = titles.key(true), titles.key(written)
    if 0 < len(known) < LEAST:
        return known in ours[1:-1]
    rest = ours.removeprefix(known)
    return rest != ours and rest[:1].isalnum()


def _initialled(true: str, written: str) -> bool:
    """Whether one title has the initials of words that the other has whole, and all else is equal.

    "Metacognitive therapy for GAD" is no other title than "... for generalized anxiety disorder".
    """
    return _spelt_out(true, written) or _spelt_out(written, true)


def _spelt_out(whole: str, short: str) -> bool:
    full, brief = titles.words(whole), titles.words(short)
    for letters in {*_LETTERS.findall(short)}:
        initials = letters.casefold()
        size = len(initials)
        for at in [n for n, word in enumerate(brief) if word == initials]:
            meant = full[at : at + size]
            if (*brief[:at], *meant, *brief[at + 1 :]) == full:
                return [word[0] for word in meant] == list(initials)
    return False


_LETTERS = re.compile(r"\b[A-Z]{2,6}\b")


def title_misspelt(case: Case) -> Iterator[Remark]:
    """The work's title with typing or copying faults."""
    entry, sure = case.entry, case.sure
    if not sure or not sure.title or not entry.title or sure.title.kind != "misspelt":
        return
    mended = titles.mended(entry.title.text, sure.title.true)
    # A list may shorten titles on purpose; half of a correction contradicts the other half.
    person = titles.lacks(entry.title.text, sure.title.true) > 0 or _again(case, mended)
    mild = case.of_unseen_version and _inflected(entry.title.text, sure.title.true)
    reason = sure.title.reasons[0] if sure.title.reasons else "letters differ"
    yield Remark(
        message=f"The title is misspelt: {reason}.",
        current=entry.title.text,
        change=Change(field="title", text=mended),
        evidence=_evidence(sure),
        severity=Severity.NOTICE if mild else None,
        fix=FixKind.REVIEW if mild or person else None,
    )


def _again(case: Case, mended: str) -> bool:
    """Whether a word that the correction takes away also stands elsewhere in the entry.

    "**[SUNETR]** SUNETR: ...".
    """
    title = case.entry.title
    assert title is not None  # noqa: S101  the caller saw to it
    gone = set(titles.words(title.text)) - set(titles.words(mended))
    rest = titles.words(case.raw.replace(title.raw, " ", 1))
    return any(len(word) >= TELLING and word in gone for word in rest)


def _inflected(written: str, true: str) -> bool:
    """Whether the titles differ in nothing but plurals, or the written one only has more words."""
    ours, theirs = titles.words(written), titles.words(true)
    if [w.rstrip("s") for w in ours] == [w.rstrip("s") for w in theirs]:
        return True
    return titles.lacks(true, written) > 0


def title_style(case: Case) -> Iterator[Remark]:
    """Case of names, stray punctuation, blanks."""
    entry, sure = case.entry, case.sure
    if not sure or not sure.title or not entry.title or sure.title.kind != "same":
        return
    true = sure.title.true
    faults = titles.styled(entry.title.text, true)
    if faults and titles.key(true) == titles.key(entry.title.text):
        yield Remark(
            message=f"The title is written otherwise: {faults[0]}.",
            current=entry.title.text,
            change=Change(field="title", text=true),
            evidence=_evidence(sure),
        )


def _evidence(sure: Assessment) -> tuple[Evidence, ...]:
    """The voices nearest to what is proposed, each source once."""
    best: dict[str, Voice] = {}
    for voice in sure.voices:
        source = voice.candidate.provenance.source
        if source not in best or _score(voice) > _score(best[source]):
            best[source] = voice
    return tuple(evidence_from(voice, voice.candidate.work.title) for voice in best.values())


def _score(voice: Voice) -> float:
    return voice.title.score if voice.title else 0.0
