"""Names of venues: preprint servers by DOI, proceedings without year and acronym."""

import re
from collections.abc import Iterable

_BY_PREFIX = {
    "10.2139": "SSRN", "10.21203": "Research Square", "10.20944": "Preprints.org",
    "10.26434": "ChemRxiv", "10.31234": "PsyArXiv", "10.31235": "SocArXiv",
    "10.31219": "OSF Preprints", "10.36227": "TechRxiv", "10.22541": "Authorea",
    "10.7287": "PeerJ Preprints", "10.31223": "EarthArXiv", "10.35542": "EdArXiv",
    "10.48550": "arXiv",
}  # fmt: skip
_SERVERS = {
    name.lower(): name for name in (*_BY_PREFIX.values(), "bioRxiv", "medRxiv", "ESS Open Archive")
} | {"ssrn electronic journal": "SSRN"}
"""How a record tells a preprint server -> the server's own spelling."""
_RXIV = re.compile(r"10\.(?:1101|64898)/(?:\d{4}\.\d{2}\.\d{2}\.)?(\d{5,9})")
_YEAR = re.compile(r"^(?:19|20)\d\d[\s:,]+|[\s,]+(?:19|20)\d\d$")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9+/&’'-]{1,15})\)")


def preprint_server(doi: str, *, recorded: Iterable[str] = ()) -> str:
    """The server of a preprint, by what its record tells or else by the shape of its DOI.

    bioRxiv numbers have six digits, medRxiv's eight, under both prefixes that openRxiv has had
    (10.1101 until November 2025, then 10.64898). Neither prefix alone tells the server.
    """
    names = [name for name in recorded if name]
    known = next((_SERVERS[name.lower()] for name in names if name.lower() in _SERVERS), "")
    if known:
        return known
    rxiv = _RXIV.fullmatch(doi)
    if rxiv:
        return "medRxiv" if len(rxiv[1]) == 8 else "bioRxiv"
    return _BY_PREFIX.get(doi.partition("/")[0], "") or (names[-1] if names else "")


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI is a preprint server's: 80 of 83 of SSRN's travel as journal articles."""
    return doi.partition("/")[0] in _BY_PREFIX or _RXIV.fullmatch(doi) is not None


def cites_preprint(reference: str) -> bool:
    """Whether a reference is to a preprint: "medRxiv. 2023 Apr 05:...", "Res Sq. 2022 ..."."""
    text = reference.strip().lower()
    if text.startswith((*(f"{server}." for server in _SERVERS), "res sq.", "preprints.")):
        return True
    doi = re.search(r"10\.\d{4,9}/[^\s;]+", text)
    return doi is not None and is_preprint_doi(doi.group().rstrip(".,"))


def names(venue: str) -> list[str]:
    """A venue's name as given, without year and acronym, and the acronym.

    IEEE and ACM write "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)".
    """
    if not venue:
        return []
    acronym = _ACRONYM.search(venue)
    bare = _YEAR.sub("", _ACRONYM.sub("", venue)).strip(" ,-–—")
    bare = " ".join(bare.split())
    return [venue, *([bare] if bare != venue else []), *([acronym[1]] if acronym else [])]
