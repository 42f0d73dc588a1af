"""The owner's list, audited from the shipped answers: what is wrong in it, by hand."""

import json
import shutil
from pathlib import Path
from typing import Any

from pipeline.__main__ import main

ROOT = Path(__file__).parent.parent

WRONG: dict[int, list[tuple[str, str]]] = {
    8: [("venue-misspelt", "Briefings in Bioinformatics")],
    12: [("authors-swapped", "Zhihan Zhou, Yanrong Ji, Weijian Li, Pratik Dutta")],
    14: [
        ("authors-swapped", "Brendan F Miller, Feiyang Huang, Lyla Atta"),
        ("title-misspelt", "Reference-free cell type deconvolution of multi-cellular"),
        ("year-differs", "2022"),
    ],
    16: [("venue-misspelt", "Briefings in Bioinformatics")],
    18: [("year-differs", "2023")],
    20: [
        ("title-misspelt", "with graph neural networks"),
        ("venue-differs", "Nature Computational Science"),
        ("year-differs", "2022"),
    ],
    24: [("title-misspelt", "from local histopathological image")],
    29: [("title-misspelt", "Deeptrasynergy: drug combinations using")],
    33: [("year-differs", "2024")],
    40: [("authors-swapped", "Lulu Shang, Xiang Zhou"), ("venue-differs", "Nature Communications")],
    42: [
        ("authors-swapped", "Chang Xu, Xiyun Jin, Songren Wei"),
        ("link-elsewhere", "https://doi.org/10.1093/nar/gkac901"),
        ("venue-differs", "Nucleic Acids Research"),
    ],
    44: [
        ("author-misspelt", "Etienne Routhier and Julien Mozziconacci"),
        ("link-missing", "https://doi.org/10.7717/peerj.13613"),
    ],
    46: [("title-misspelt", "adaptive graph attention auto-encoder")],
    55: [("venue-misspelt", "Nucleic Acids Res")],
    59: [("venue-differs", "Nature Methods")],
    67: [("venue-differs", "Nature Reviews Genetics")],
}
"""Line -> every finding above notice, encoding apart, with (a part of) what is proposed."""

GARBLED = (27, 31, 57, 65, 67)
"""Lines whose text was decoded wrongly."""


def household(folder: Path) -> Path:
    """A folder with the list as given and the shipped answers; returns the list."""
    shutil.copytree(ROOT / "cache" / "snapshot", folder / "cache" / "snapshot")
    target = folder / "list.md"
    shutil.copy(ROOT / "examples" / "list-as-given.md", target)
    return target


def report(folder: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Exit status and JSON report of a command run in-process."""
    path = folder / "report.json"
    status = main([*arguments, "--report", str(path)])
    return status, json.loads(path.read_text(encoding="utf-8"))
