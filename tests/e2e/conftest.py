"""The command run as a process against the small server."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.fixture import services
from tests.server.server import UNWAITING, Services

__all__ = ["services"]

LIST = """# Papers on moss

## 2021

- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. \
**Journal of Estuarine Sensing**. [[Link]](https://doi.org/10.9999/jes.2021.017)

## 2022

- **Graph lanterns: a language model for moss genomes.** Mara Lindqvist, Tomas Oyelaran, \
Jun Hasek. **Annals of Moss Informatics**. [[Link]](https://pubmed.ncbi.nlm.nih.gov/90000022/)

## 2023

- **Sparse attention over long lichen sequences.** Nadia Brandao, Peter Quist. **arXiv**. \
[[Link]](https://arxiv.org/abs/2301.99999)

## 2018

- **Cold light from warm moss.** Owen Tarrant, Sofia Nakagawa. **Annals of Moss Informatics**. \
[[Link]](https://doi.org/10.9999/ami.2018.9)
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def errata(folder: Path, services: Services) -> Run:
    """Runs the command in the folder; its services are the small server, not waited for."""
    places = services.environment | {"ERRATA_TIME_SCALE": UNWAITING}

    def run(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        plain = {k: v for k, v in os.environ.items() if not k.startswith("ERRATA_")}
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            cwd=folder, env=plain | places, input=text,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return run
