"""A record of PubMed's baseline or update files.

Format: as efetch answers, https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd; an update file
ends with the numbers of what was deleted.
"""

import re
from contextlib import suppress
from xml.etree.ElementTree import Element, tostring

from pipeline.sources import pubmed_record
from pipeline.sources.batches import merged
from pipeline.sources.bodies import text_of, texts_of, xml_of
from pipeline.sources.dumped import Dumped
from pipeline.sources.protocol import SourceFormatError
from pipeline.values.identifiers import identifier

_UNREAD = {
    "MedlineCitation": frozenset({
        "ChemicalList", "SupplMeshList", "CitationSubset", "MeshHeadingList", "GeneSymbolList",
        "PersonalNameSubjectList", "OtherID", "OtherAbstract", "KeywordList", "CoiStatement",
        "SpaceFlightMission", "InvestigatorList", "GeneralNote", "NumberOfReferences",
    }),
    "Article": frozenset({"Abstract", "DataBankList", "GrantList"}),
    "Author": frozenset({"AffiliationInfo"}),
    "PubmedData": frozenset({"History", "ReferenceList", "ObjectList", "PublicationStatus"}),
}  # fmt: skip
"""Parent -> children that the reader never looks at; they are nine tenths of a record."""
_NAMES = "|".join(sorted(name for names in _UNREAD.values() for name in names))
_CUT = re.compile(rf"<({_NAMES})(?:\s[^<>]*)?(?<!/)>.*?</\1>\s*", re.DOTALL)
"""They are nowhere else in a record but below what is cut as well, or in what nobody reads."""


def record(raw: str) -> Dumped:
    """The record without what is never read; or what was deleted.

    Raises:
        SourceFormatError: it is no well-formed XML.

    """
    text, root = _opened(raw)
    if root.tag == "DeleteCitation":
        gone = merged([identifier("pmid", text) for text in texts_of(root, "PMID")])
        return Dumped(gone=gone)
    return Dumped(text.strip(), _day(root), pubmed_record.outline(root))


def _opened(raw: str) -> tuple[str, Element]:
    """The record without what is never read, as text and opened.

    Nine tenths need not be parsed. Where one element of a name holds another, or a comment shows a
    tag that is none, the text cut is no XML any more, or may be another: that record is parsed.
    """
    if "<!" not in raw:
        text = _CUT.sub("", raw)
        with suppress(SourceFormatError):
            return text, xml_of(text, "pubmed")
    root = xml_of(raw, "pubmed")
    _strip(root)
    return tostring(root, encoding="unicode"), root


def _strip(root: Element) -> None:
    for parent in list(root.iter()):
        unread = _UNREAD.get(parent.tag, ())
        for child in [child for child in parent if child.tag in unread]:
            parent.remove(child)


def _day(root: Element) -> str:
    revised = root.find("MedlineCitation/DateRevised")
    parts = [text_of(revised, name) for name in ("Year", "Month", "Day")]
    return "-".join(parts) if all(parts) else ""
