"""Numbers that end a DOI whose middle the address does not say: all that it may be, to be tried.

A number belongs to one paper, so that of many such DOIs at most one is registered. Seen in the DOIs
and the addresses that Crossref's records have.
"""

# ruff: noqa: E501  rows of a table stay on their line

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from pipeline.values.entry import Link
from pipeline.values.identifiers import Identifier, identifier

_MEETINGS = """
    acc acv afgr aina aps asap aspaa aspdac asru bibe ccgrid cdc cec cgo cicc clustr cmpsac csfw
    cvpr date dcc dsn empdp fccm ftcs fuzzy glocom hicss hpca hpdc icassp icc iccad iccd iccv
    icdar icdcs icde icdm icec icip icme icnn icpr icse icsm icsmc icws iedm iembs ijcnn infcom
    infvis ipdps ipps iros isbi isca iscas isit isqed issre itw lics micro milcom mwscas mwsym
    nafips nnsp nssmic pact pccga pimrc pvsc real reldis robot rtss secpri sfcs tai test ultsym
    vetec visual vlsic vlsid vtest wcnc
""".split()  # noqa: SIM905  a table, not a sentence
_JOURNALS = """
    2 4 5 7 8 9 10 12 16 18 20 22 24 26 28 30 32 34 36 38 40 41 42 47 49 50 52 59 60 61 63 65 67
    68 69 70 71 72 75 76 77 78 79 81 82 83 86 87 88 89 90 91 93 94 95 97 2943 2944 2945 3468 3477
    3516 4233 4235 5254 5326 5992 6046 6104 6144 6979
""".split()  # noqa: SIM905  a table, not a sentence
_YEARS = (
    (70_000, 1989), (150_000, 1990), (290_000, 1992), (400_000, 1994), (500_000, 1995), (570_000, 1996),
    (640_000, 1997), (740_000, 1998), (830_000, 1999), (905_000, 2000), (1_000_000, 2001),
    (1_200_000, 2002), (1_270_000, 2003), (1_400_000, 2004), (1_590_000, 2005), (1_720_000, 2006),
    (4_440_000, 2007), (4_770_000, 2008), (5_400_000, 2009), (5_700_000, 2010),
)  # fmt: skip
"""Papers below a number were added about that year; what came later bears its own numbers."""
_OUT_OF_TURN = {2007: range(380_000, 390_000)}
"""Numbers of years before that were given late: CVPR 2007."""
_JOURNALS_BELOW = 1_300_000
"""Above it journals' DOIs bear letters and other numbers."""


class Numbered(NamedTuple):
    """A journal whose DOIs are its letters, volume, issue and the number in the address."""

    address: re.Pattern[str]
    form: str
    """``{0}`` is the first group; ``{v}`` and ``{i}`` the volume and the issue that nobody says."""
    volumes: range
    issues: range


_NUMBERED = tuple(
    Numbered(re.compile(address, re.IGNORECASE), form, volumes, issues)
    for address, form, volumes, issues in (
        (r"//ojs\.aaai\.org/index\.php/AAAI/article/(?:view|download)/(\d+)", "10.1609/aaai.v{v}i{i}.{0}", range(34, 41), range(1, 29)),
        (r"//ojs\.aaai\.org/index\.php/(ICWSM)/article/(?:view|download)/(\d+)", "10.1609/icwsm.v{v}i{i}.{1}", range(5, 21), range(1, 2)),
        (r"//www\.jstor\.org/(?:stable|pss|view)/(?:pdf/|pdfplus/)?(\d{2,8})(?:\.pdf)?/?(?:[?#]|$)", "10.2307/{0}", range(1), range(1)),
        (r"linguisticsociety\.org/proceedings/index\.php/(\w+)/article/view/(\d+)", "10.3765/{0}.v{v}i{i}.{1}", range(1, 51), range(1, 2)),
        (r"qualitative-research\.net/index\.php/fqs/article/view/(\d+)", "10.17169/fqs-{v}.{i}.{0}", range(8, 28), range(1, 4)),
        (r"jps\.library\.utoronto\.ca/index\.php/renref/article/view/(\d+)", "10.33137/rr.v{v}i{i}.{0}", range(38, 50), range(1, 5)),
        (r"cjhp-online\.ca/index\.php/(cjhp)/article/view/(\d+)", "10.4212/cjhp.v{v}i{i}.{1}", range(50, 80), range(1, 7)),
    )
)  # fmt: skip


def tried(link: Link) -> Iterator[Identifier]:
    """The DOIs of which one may be what this address opens."""
    number = next((own.value for own in link.identifiers if own.scheme == "ieee"), None)
    forms = _of_ieee(int(number)) if number else _of_journal(link.url)
    yield from (doi for form in forms if (doi := identifier("doi", form)))


def _of_ieee(number: int) -> Iterator[str]:
    year = next((year for below, year in _YEARS if number < below), None)
    if year is None:
        return
    late = (other for other, numbers in _OUT_OF_TURN.items() if number in numbers)
    for meeting, near in product(_MEETINGS, (year, year + 1, year - 1, *late)):
        yield f"10.1109/{meeting}.{near}.{number}"
    for journal in _JOURNALS if number < _JOURNALS_BELOW else ():
        yield f"10.1109/{journal}.{number}"


def _of_journal(url: str) -> Iterator[str]:
    for numbered in _NUMBERED:
        hit = numbered.address.search(url)
        if hit:
            for volume, issue in product(numbered.volumes, numbered.issues):
                yield numbered.form.format(*hit.groups(), v=volume, i=issue).lower()
            return
