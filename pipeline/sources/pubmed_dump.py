"""A record of PubMed's baseline or update files.

Format: as efetch answers, https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd; an update file
ends with the numbers of what was deleted.
"""

from xml.etree.ElementTree import Element, tostring

from pipeline.sources.batches import merged
from pipeline.sources.bodies import text_of, texts_of, xml_of
from pipeline.sources.dumped import Dumped
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


def record(raw: str) -> Dumped:
    """The record without what is never read; or what was deleted.

    Raises:
        SourceFormatError: it is no well-formed XML.

    """
    root = xml_of(raw, "pubmed")
    if root.tag == "DeleteCitation":
        gone = merged([identifier("pmid", text) for text in texts_of(root, "PMID")])
        return Dumped(gone=gone)
    _strip(root)
    return Dumped(tostring(root, encoding="unicode").strip(), _day(root))


def _strip(root: Element) -> None:
    for parent in list(root.iter()):
        unread = _UNREAD.get(parent.tag, ())
        for child in [child for child in parent if child.tag in unread]:
            parent.remove(child)


def _day(root: Element) -> str:
    revised = root.find("MedlineCitation/DateRevised")
    parts = [text_of(revised, name) for name in ("Year", "Month", "Day")]
    return "-".join(parts) if all(parts) else ""
