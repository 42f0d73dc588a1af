"""Whether one name of a venue abbreviates another, by the rules of ISO 4 and its kin.

Every word of the short form stands, in order, for a word of the long form: cut by at least two
letters or a final vowel ("Theor"), contracted as custom has it, or whole. Articles, conjunctions
and prepositions go.
Source: ISO 4:1997, sections 4 and 5; NLM writes the same without full stops.
"""

from collections.abc import Sequence
from functools import lru_cache

from pipeline.compare.venue_words import ARTICLES, names_a_part

CONTRACTED = {
    "natl": "national", "intl": "international", "int": "international", "engl": "england",
    "jpn": "japan", "jap": "japan", "dtsch": "deutsch", "assn": "association",
    "dept": "department", "engng": "engineering", "engr": "engineering", "engrg": "engineering",
    "mgmt": "management", "govt": "government", "univ": "university", "wkly": "weekly",
    "mthly": "monthly", "qtly": "quarterly", "yrb": "yearbook", "cent": "century",
    "stds": "standards", "yb": "yearbook", "ztg": "zeitung", "z": "zeitschrift",
    "zs": "zeitschrift", "jb": "jahrbuch", "jahrb": "jahrbuch", "sb": "sitzungsberichte",
    "bdx": "bordeaux", "bordx": "bordeaux", "nr": "nombres", "amer": "american",
    "trans": "transactions", "proc": "proceedings", "symp": "symposium", "conf": "conference",
    "comm": "communications", "commun": "communications", "lett": "letters", "phys": "physics",
    "br": "british", "brit": "british", "can": "canadian", "rec": "records", "mtg": "meeting",
    "wksp": "workshop", "tech": "technology", "nerv": "nervous", "ctr": "center", "hlth": "health",
    "behav": "behaviour", "med": "medicine", "lab": "laboratory", "bd": "board",
    "comptes": "comptes", "cr": "comptesrendus", "spat": "spatial", "usa": "unitedstatesamerica",
    "jt": "joint", "wires": "wileyinterdisciplinaryreviews", "us": "unitedstates",
    "va": "virginia", "ga": "georgia", "md": "maryland", "pa": "pennsylvania", "ky": "kentucky",
    "la": "louisiana", "fla": "florida", "vt": "vermont", "ct": "connecticut",
    "uk": "unitedkingdom", "nz": "newzealand", "ny": "newyork",
}  # fmt: skip
"""Contractions that are no beginnings of their words."""

DROPPED = frozenset(["part", "section", "series", "sect", "ser", "pt"])
"""Words that ISO 4 leaves out before a letter or number."""

VOWELS = frozenset("aeiou")

GLUED = 3
"""Most words that one abbreviation stands for: "Otorhinolaryngol"."""


@lru_cache(maxsize=1 << 13)
def abbreviates(short: str, word: str) -> bool:
    """Whether a word is cut or contracted to the short one; equal words do not count."""
    if short == word or not short or short[0] != word[0]:
        return False
    if word.startswith(short) and (len(word) - len(short) >= 2 or word[-1] in "aeiouy"):
        return True
    full = CONTRACTED.get(short, "")
    return (bool(full) and word[:4] == full[:4]) or _contracts(short, word)


def _contracts(short: str, word: str) -> bool:
    """A word of which the first letters are left, and of the rest some consonants: "Engg"."""
    rest = iter(word[3:])
    return (
        len(short) > 3 and len(word) - len(short) > 3 and short[:3] == word[:3]
        and VOWELS.isdisjoint(short[3:]) and all(letter in rest for letter in short[3:])
        and short[-1] == word[-1]
    )  # fmt: skip


def fits(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the first name is the second with words abbreviated.

    Order counts, and every word has to be there but articles and those that ISO 4 drops. A plural
    may lose its s only among words that are cut: "Nucleic Acid Res", not "Nucleic Acid Research".
    """
    if not short or not long or not _reaches(short, long):
        return False
    whole = {*long, *(word.removesuffix("s") for word in long)}
    return set(short) <= {*long} or not set(short) <= whole


def _reaches(short: Sequence[str], long: Sequence[str]) -> bool:
    """Walks both names at once to the end of both."""
    ends, seen = [(0, 0)], {(0, 0)}
    while ends:
        i, j = ends.pop()
        if i == len(short) and j == len(long):
            return True
        new = {step for step in _steps(short, long, i, j) if step not in seen}
        seen |= new
        ends += new
    return False


def _steps(short: Sequence[str], long: Sequence[str], i: int, j: int) -> list[tuple[int, int]]:
    """One word against one, or against up to three that are written together; or one dropped."""
    spans = []
    if j < len(long) and _dropped(long, j):
        spans.append((i, j + 1))
    if i < len(short) and short[i] in ARTICLES and not names_a_part(short, i):
        spans.append((i + 1, j))
    if i == len(short) or j == len(long) or short[i][:1] != long[j][:1]:
        return spans  # a word is cut from its end, a contraction keeps its first letter
    if _word_fits(short[i], long[j]):
        spans.append((i + 1, j + 1))
    for size in range(2, GLUED + 1):
        parts = long[j : j + size]
        # it has to reach into the last part: "Nature" is no "Nature Methods"
        reaches = len(short[i]) > len("".join(parts[:-1])) + 1
        if len(parts) == size and reaches and _word_fits(short[i], "".join(parts)):
            spans.append((i + 1, j + size))
        if i + size <= len(short) and _word_fits("".join(short[i : i + size]), long[j]):
            spans.append((i + size, j + 1))
    return spans


def _dropped(long: Sequence[str], place: int) -> bool:
    """Articles anywhere; "Part" and the like before what they count."""
    word = long[place]
    if word in ARTICLES:
        return not names_a_part(long, place)
    return word in DROPPED and 0 < place < len(long) - 1


def _word_fits(short: str, word: str) -> bool:
    return short == word or word == short + "s" or abbreviates(short, word)


def initials(short: str, *names: Sequence[str]) -> bool:
    """Whether the letters are the initials of one of the word lists: JMLR, PNAS, TPAMI."""
    return any(short == "".join(word[0] for word in name) for name in names if len(name) > 1)
