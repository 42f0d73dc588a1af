"""All rows together."""

from tests.checks.authors import AUTHORS_FLAGGED, AUTHORS_SPARED
from tests.checks.cases import Flagged, Spared
from tests.checks.fates import ENTRIES_FLAGGED, ENTRIES_SPARED, FATES_FLAGGED, FATES_SPARED
from tests.checks.links import LINKS_FLAGGED, LINKS_SPARED
from tests.checks.places import PLACES_FLAGGED, PLACES_SPARED
from tests.checks.titles import TITLES_FLAGGED, TITLES_SPARED

FLAGGED: tuple[Flagged, ...] = (
    *TITLES_FLAGGED, *AUTHORS_FLAGGED, *PLACES_FLAGGED, *LINKS_FLAGGED, *FATES_FLAGGED,
    *ENTRIES_FLAGGED,
)  # fmt: skip
SPARED: tuple[Spared, ...] = (
    *TITLES_SPARED, *AUTHORS_SPARED, *PLACES_SPARED, *LINKS_SPARED, *FATES_SPARED,
    *ENTRIES_SPARED,
)  # fmt: skip
