"""The fixture: ``from tests.server.fixture import services`` in a ``conftest.py``."""

from collections.abc import Iterator

import pytest

from tests.server.server import Services, running


@pytest.fixture
def services() -> Iterator[Services]:
    """A fresh server; ``services.environment`` leads a command there."""
    with running() as started:
        yield started
