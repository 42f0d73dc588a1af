"""Records of the services' dumps, brought to the form in which the services answer.

A dump spells its records otherwise than the service's answers do; brought to that form, one reader
reads both, and a record says the same from wherever it came.
"""

from typing import NamedTuple

from pipeline.sources.outline import Outline
from pipeline.values.identifiers import Identifier


class Dumped(NamedTuple):
    """What one raw record of a dump is."""

    payload: str = ""
    """The record as the service would answer with it; empty if it is a word of others alone."""
    day: str = ""
    """When the service last touched it: "2026-11-20"; empty if the record does not say."""
    outline: Outline | None = None
    """What its reader would look for the payload's work by; it was open already."""
    gone: tuple[Identifier, ...] = ()
    """Works that the service has taken back."""
