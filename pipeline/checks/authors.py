"""Are the authors those of the work?

Every version and every service is heard; only what fits none of them is called wrong. Initials,
dropped middle names, accents and a true prefix before "et al." are no faults.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.case import Case, Remark, by_line, evidence_from
from pipeline.compare.forms import SIGNERS, form
from pipeline.compare.names import BylineComparison
from pipeline.compare.people import slipped
from pipeline.compare.titles import key
from pipeline.formats.protocol import Change
from pipeline.match import misread, orders
from pipeline.match.entry_against_work import Assessment, Voice
from pipeline.match.orders import rising, seconded
from pipeline.values.entry import Byline, Name
from pipeline.values.finding import Evidence, FixKind, Severity
from pipeline.values.work import Candidate, Person, Stage

MOST_SHOWN = 12
"""Authors shown as evidence; the source has them all."""

TITLED = 0.9
"""Least score of a title with which other people may be written under it."""

_WORD = re.compile(r"[^\W\d_]+")
_AND = re.compile(r"&|\band\b")

SMALL = ("misspelt", "noise")
"""Faults inside names, every person being there."""


def _compared(case: Case, *kinds: str) -> tuple[Assessment, Voice, BylineComparison, Byline] | None:
    """The comparison behind an accusation of one of these kinds, with the voice that gave it."""
    sure, authors = case.sure, case.entry.authors
    if not sure or not authors or not sure.byline or sure.byline.kind not in kinds:
        return None
    voice = next(v for v in sure.voices if v.byline == sure.byline)
    return sure, voice, sure.byline, authors


def authors_differ(case: Case) -> Iterator[Remark]:
    """Not the work's authors."""
    if not (compared := _compared(case, "differs", "mixed")):
        return
    sure, voice, comparison, written = compared
    if comparison.kind == "mixed" and comparison.overlap >= 0.5:
        return
    if all(misread.within_venue(name.text, _venues(sure)) for name in written.names):
        return  # "Ocean & Coastal Management" is no pair of authors
    people = _truth(case, voice)
    if key(by_line(people)) == key(_AND.sub(" ", written.written.text)):
        return  # "R. S, A. D. S": too short to be parted and aligned, the same all the same
    is_ordered = bool(case.work and case.work.authors) or voice.candidate.work.authors_ordered
    remark = Remark(
        message=f"The authors are {by_line(people, 6)}.",
        current=written.written.text,
        change=_whole(written, people) if is_ordered else None,
        like="*",
        evidence=evidence_of(sure),
        fix=_wholly(case, sure, voice) if is_ordered else FixKind.NONE,
    )
    yield _worded(remark, written)


def _wholly(case: Case, sure: Assessment, voice: Voice) -> FixKind | None:
    """A whole by-line is for a person to write if nobody tells its order, or the title is weak.

    "Lanternet: a survey of tides" by others, over the link of "Lanternet", may be another paper.
    """
    weak = sure.title is not None and sure.title.score < TITLED
    return None if _order_is_told(case, voice) and not weak else FixKind.REVIEW


def _writable(voice: Voice, comparison: BylineComparison) -> bool:
    """Whether a by-line may be written as this voice has it.

    Not if its registry sorts all names, nor if nobody else tells its order and the entry has the
    same people in another: A to Z is the order of few.
    """
    if not voice.candidate.work.authors_ordered:
        return False
    return voice.ordered or rising(comparison.pairs)


def _unwritten(remark: Remark) -> Remark:
    """A remark about names whose order is not known: nothing can be written of it."""
    return remark.but(change=None, fix=FixKind.NONE)


def _truth(case: Case, voice: Voice) -> tuple[Person, ...]:
    """The by-line to write: that of the record, else of the voice."""
    provenance = case.paper.provenance.get("authors") if case.paper else None
    known = case.work.authors if case.work else ()
    if known and provenance and provenance.source != "arxiv":
        return known
    voices = case.sure.voices if case.sure else ()
    teller = next((v for v in voices if known and v.candidate.work.authors == known), voice)
    return spellable(teller.candidate)


def spellable(candidate: Candidate) -> tuple[Person, ...]:
    """The by-line of a record, names that arXiv does not part left whole.

    "Roberto Ruiz de Austri" is one string there: made into initials it would lose half a family
    name.
    """
    people = candidate.work.authors
    if candidate.provenance.source != "arxiv":
        return people
    return tuple(map(_whole_name, people))


def _whole_name(person: Person) -> Person:
    words = [word for word in person.given.split() if len(word.strip(".")) > 1]
    if len(words) < 2 or person.literal:
        return person
    return Person(literal=" ".join(filter(None, (person.given, person.family, person.suffix))))


def _whole(written: Byline, people: tuple[Person, ...]) -> Change:
    """The whole by-line anew; as many names as the entry showed if it said "et al."."""
    shown = people[: max(1, len(written.names))] if written.et_al else people
    return Change(field="authors", people=shown, et_al=written.et_al and len(shown) < len(people))


def authors_incomplete(case: Case) -> Iterator[Remark]:
    """Names missing, and no "et al."."""
    if not (compared := _compared(case, "incomplete")):
        return
    sure, voice, comparison, written = compared
    people = spellable(voice.candidate)
    places = [j for i, j in comparison.pairs if i is None and j is not None]
    missing = tuple(people[j] for j in places)
    named = {people[j] for i, j in comparison.pairs if i is not None and j is not None}
    unseen = _unseen(case, missing)
    if case.habits.firsts and len(written.names) == 1 and 0 not in places:
        return  # "by Paul Covington", in a list of such
    if named.issuperset(missing) or 2 * len(unseen) > len(missing):
        return  # the record has somebody twice, or the entry names them and we did not see it
    missing = tuple(person for person in missing if person not in unseen)
    names, mild = by_line(missing, 5), case.of_another_version or case.of_unsigned_version
    doubtful = mild or _posted_alone(case) or _one_end(case, voice, places) or _grouped(written)
    remark = Remark(
        message=f"Missing: {names}.",
        current=written.written.text,
        change=_completed(case, written, people, comparison),
        evidence=evidence_of(sure),
        severity=Severity.NOTICE if mild else None,
        fix=FixKind.REVIEW if doubtful or not _order_is_told(case, voice) else None,
    )
    sound = _writable(voice, comparison) and not unseen
    yield _worded(remark, written) if sound else _unwritten(remark)


def _grouped(written: Byline) -> bool:
    """A group stands in the by-line: whoever is missing may be one of its members."""
    return any(form(name).group for name in written.names)


def _unseen(case: Case, people: Sequence[Person]) -> list[Person]:
    """Those whom the entry names beside the by-line as we read it."""
    title = _true_title(case)
    return [
        person for person in people if misread.names_people(case.raw, case.entry, (person,), title)
    ]


def _true_title(case: Case) -> str:
    return case.sure.title.true if case.sure and case.sure.title else ""


def _one_end(case: Case, voice: Voice, odd: Sequence[int]) -> bool:
    """Who is missing stands at one end of the by-line, and one voice alone says so.

    Registries count an editor among the authors, first or last, or stop before the last.
    """
    count = len(voice.candidate.work.authors)
    first, last = min(odd), max(odd)
    at_end = last - first + 1 == len(odd) and (first == 0 or last == count - 1)
    return at_end and not seconded(voice.candidate, case.sure.family if case.sure else ())


def _worded(remark: Remark, written: Byline) -> Remark:
    """The remark, for a person to write if somebody new has initials beside whole names.

    "Roberto Pagano, P. Cremonesi, Martha Larson" is right, but nobody writes it so.
    """
    if remark.fix is not None or remark.change is None:
        return remark
    people = remark.change.people
    kept = remark.change.kept or (None,) * len(people)
    new = [person.given for person, place in zip(people, kept, strict=True) if place is None]
    whole = not any(_abbreviated(name.given) for name in written.names)
    return remark.but(fix=FixKind.REVIEW) if whole and any(map(_abbreviated, new)) else remark


def _abbreviated(given: str) -> bool:
    """Initials alone: "P.", "SF"."""
    words = _WORD.findall(given)
    return bool(words) and all(len(word) == 1 or word.isupper() for word in words)


def _posted_alone(case: Case) -> bool:
    """Only a preprint speaks, of which a server shows the last version: nothing to write unasked.

    Authors join, leave and change places: the automatic design of molecules grew from seven to
    ten, PonderV2 from nine to eleven; and "Rihawi" of arXiv is Rehawi in print.
    """
    voices = [v for v in (case.sure.voices if case.sure else ()) if v.candidate.work.authors]
    return all(v.candidate.work.stage is Stage.PREPRINT for v in voices)


def authors_extra(case: Case) -> Iterator[Remark]:
    """Names that the work does not have."""
    compared = _compared(case, "extra") or _compared(case, "mixed")
    if not compared or (compared[2].kind == "mixed" and compared[2].overlap < 0.5):
        return
    sure, voice, comparison, written = compared
    places = [i for i, j in comparison.pairs if j is None and i is not None]
    extra = [written.names[i].text for i in places]
    if comparison.kind == "mixed" and not extra:
        return
    people = voice.candidate.work.authors
    if any(misread.within_venue(n, _venues(sure)) or misread.is_given(n, people) for n in extra):
        return  # a piece of the venue or of a name, taken for a name
    # one registry alone may have lost somebody, wherever he stands
    doubtful = _posted_alone(case) or not seconded(voice.candidate, sure.family)
    remark = Remark(
        message=f"Not among the authors: {', '.join(extra[:5])}.",
        current=written.written.text,
        change=_aligned(written, spellable(voice.candidate), comparison),
        evidence=evidence_of(sure),
        severity=_mildness(case, comparison),
        fix=FixKind.REVIEW if doubtful else None,
    )
    if _writable(voice, comparison):
        yield _worded(remark, written)
    elif comparison.kind == "extra":
        yield remark.but(change=_without(written, comparison, people), fix=FixKind.REVIEW)
    else:
        yield _unwritten(remark)


def _mildness(case: Case, comparison: BylineComparison) -> Severity | None:
    """How loud it may be said that somebody is none of the authors; None for an error.

    scArches was posted by eight and printed by thirteen, and the record of the print names none:
    the preprint proves nobody a stranger. Within versions of a preprint few leave; where others
    joined or changed places besides, it is another version's by-line.
    """
    if case.of_unsigned_version or (_posted_alone(case) and comparison.kind == "mixed"):
        return Severity.NOTICE
    return Severity.WARNING if _posted_alone(case) else None


def _without(written: Byline, comparison: BylineComparison, people: Sequence[Person]) -> Change:
    """The by-line without those who are none of the work's, the others where they stand.

    That needs no order of the record's: NeurIPS's registry sorts all names.
    """
    pairs = [(i, j) for i, j in comparison.pairs if i is not None and j is not None]
    return Change(
        field="authors", people=tuple(people[j] for _, j in pairs),
        kept=tuple(i for i, _ in pairs), et_al=written.et_al,
    )  # fmt: skip


def _venues(sure: Assessment) -> list[str]:
    works = [voice.candidate.work for voice in sure.voices]
    return [name for w in works for name in (w.container_title, *w.container_titles) if name]


def authors_several(case: Case) -> Iterator[Remark]:
    """Several small faults at once, nobody too many: reported as names missing."""
    if not (compared := _compared(case, "mixed")):
        return
    sure, voice, comparison, written = compared
    extra = any(j is None for _, j in comparison.pairs)
    if comparison.overlap < 0.5 or extra:
        return
    remark = Remark(
        message=f"The by-line differs: {', '.join(comparison.reasons) or 'several names'}.",
        current=written.written.text,
        change=_aligned(written, spellable(voice.candidate), comparison),
        evidence=evidence_of(sure),
        fix=FixKind.REVIEW if _posted_alone(case) else None,
    )
    yield _worded(remark, written) if _writable(voice, comparison) else _unwritten(remark)


def authors_order(case: Case) -> Iterator[Remark]:
    """The work's authors in an order that no version of it has."""
    if not (compared := _compared(case, "order")) or case.of_unsigned_version:
        return
    sure, voice, comparison, written = compared
    remark = Remark(
        message="The authors stand in an order that no version of the work has.",
        current=written.written.text,
        change=_aligned(written, spellable(voice.candidate), comparison),
        evidence=evidence_of(sure),
        fix=FixKind.REVIEW if _posted_alone(case) else None,
    )
    yield _worded(remark, written) if _writable(voice, comparison) else _unwritten(remark)


def _aligned(written: Byline, people: tuple[Person, ...], comparison: BylineComparison) -> Change:
    """The true by-line, every name that is right left as it is written."""
    place = {j: i for i, j in comparison.pairs if i is not None and j is not None}
    wrong = set(comparison.misspelt)
    kept = tuple(
        place[j] if j in place and place[j] not in wrong else None for j in range(len(people))
    )
    limit = max(1, len(written.names)) if written.et_al else len(people)
    return Change(
        field="authors", people=people[:limit], kept=kept[:limit],
        et_al=written.et_al and limit < len(people),
    )  # fmt: skip


def _completed(
    case: Case, written: Byline, people: tuple[Person, ...], comparison: BylineComparison
) -> Change:
    """The by-line with all its people; cut with "et al." where the list cuts most of its own."""
    whole = _aligned(written, people, comparison)
    shown = len(written.names)
    if shown <= case.habits.shortens and whole.kept[:shown] == tuple(range(shown)):
        return whole.but(people=people[:shown], kept=whole.kept[:shown], et_al=True)
    return whole


def author_misspelt(case: Case) -> Iterator[Remark]:
    """A name misspelt, or with something that is not of the name."""
    if not (compared := _compared(case, *SMALL)):
        return
    sure, voice, comparison, written = compared
    people = voice.candidate.work.authors
    pairs = {i: j for i, j in comparison.pairs if i is not None and j is not None}
    wrong = [i for i in comparison.misspelt if i in pairs]
    spelt = tuple(
        _mended(written, i, people[pairs[i]]) if i in wrong else _asis(written, i)
        for i in range(len(written.names))
    )
    kept = tuple(None if i in wrong else i for i in range(len(written.names)))
    names = "; ".join(f"{_raw(written, i)} → {by_line((spelt[i],))}" for i in wrong)
    yield Remark(
        message=f"A name is misspelt: {names}."
        if len(wrong) == 1
        else f"Names are misspelt: {names}.",
        current=written.written.text,
        change=Change(field="authors", people=spelt, kept=kept, et_al=written.et_al),
        evidence=evidence_of(sure),
        severity=_in_another_alphabet(case, voice, written, pairs, wrong),
        fix=_misspelt_fix(case, comparison),
    )


def _in_another_alphabet(
    case: Case, voice: Voice, written: Byline, pairs: Mapping[int, int], wrong: Sequence[int]
) -> Severity | None:
    """A notice where one voice alone has another vowel: names are written over in several ways.

    arXiv's "Rihawi" is Rehawi in print, and both are one Arabic name.
    """
    if seconded(voice.candidate, case.sure.family if case.sure else ()):
        return None
    people = voice.candidate.work.authors
    names = ((written.names[i].family, people[pairs[i]].family) for i in wrong)
    spelt = [(key(ours), key(other)) for ours, other in names]
    same = all(
        ours != other and ours.translate(VOWELS) == other.translate(VOWELS) for ours, other in spelt
    )
    return Severity.NOTICE if spelt and same else None


VOWELS = str.maketrans("iyu", "eeo")
"""Vowels that one letter of another alphabet becomes by one custom and the other."""


def _misspelt_fix(case: Case, comparison: BylineComparison) -> FixKind | None:
    if not comparison.misspelt:
        return FixKind.NONE
    doubtful = comparison.kind == "misspelt" and _posted_alone(case)
    return FixKind.REVIEW if doubtful else None


def _mended(written: Byline, place: int, person: Person) -> Person:
    """The person with the family name of the record and the given names of the list.

    What is wrong in a name is mended wholly: "Siddharta Jian" is Siddhartha Jain.
    """
    name = written.names[place]
    if person.literal:
        return _parted(name, person)
    if name.noise and key(name.family) in key(person.family):
        return Person(family=name.family, given=name.given)  # "Lindqivst1" is misspelt besides
    return person if slipped(name, person) else person.but(given=name.given or person.given)


def _parted(name: Name, person: Person) -> Person:
    """An undivided name, "Vitaly Shmatikov", parted as the entry does: braces are for groups."""
    family = person.literal.removeprefix(name.given).strip()
    known = name.given and family and family != person.literal
    return Person(family=family, given=name.given) if known else person


def _asis(written: Byline, place: int) -> Person:
    name = written.names[place]
    return Person(family=name.family or name.text, given=name.given)


def _raw(written: Byline, place: int) -> str:
    name = written.names[place]
    return name.text + name.noise


def authors_missing(case: Case) -> Iterator[Remark]:
    """None given, in a list that gives authors."""
    entry, work = case.entry, case.work
    if entry.authors or not work or not work.authors or not case.habits.authors:
        return
    title = _true_title(case)
    if _signed_by_group(case) or all(form(person).group for person in work.authors):
        return  # a group stands for its members
    if any(misread.names_people(case.raw, entry, work.authors[:n], title) for n in (1, 3)):
        return
    yield Remark(
        message=f"No authors are given: {by_line(work.authors, 6)}.",
        change=Change(field="authors", people=_missing(case)),
        like="*",
        evidence=evidence_of(case.sure) if case.sure else (),
        fix=None if _order_is_told(case, _signer(case)) else FixKind.REVIEW,
    )


_SIGNED = re.compile(rf"\b(?:{'|'.join(SIGNERS)}|task force|group|committee|team)\b", re.IGNORECASE)
"""How a group signs that was not read as a by-line: "The Larch Genome Consortium."."""


def _signed_by_group(case: Case) -> bool:
    text = case.entry.title.raw if case.entry.title else ""
    return _SIGNED.search(case.raw.replace(text, " ", 1) if text else case.raw) is not None


def _missing(case: Case) -> tuple[Person, ...]:
    voice = _signer(case)
    return _truth(case, voice) if voice else ()


def _signer(case: Case) -> Voice | None:
    voices = case.sure.voices if case.sure else ()
    signed = (v for v in voices if v.candidate.work.authors and v.candidate.work.authors_ordered)
    return next(signed, None)


def _order_is_told(case: Case, voice: Voice | None) -> bool:
    """Whether names may be written in a voice's order without a person having seen it."""
    return voice is None or not case.sure or orders.is_told(voice.candidate, case.sure.family)


def evidence_of(sure: Assessment) -> tuple[Evidence, ...]:
    """Each source's by-line, the fullest of it."""
    best: dict[str, Voice] = {}
    for voice in sure.voices:
        source, people = voice.candidate.provenance.source, voice.candidate.work.authors
        if people and (
            source not in best or len(people) > len(best[source].candidate.work.authors)
        ):
            best[source] = voice
    return tuple(
        evidence_from(v, by_line(v.candidate.work.authors, MOST_SHOWN)) for v in best.values()
    )
