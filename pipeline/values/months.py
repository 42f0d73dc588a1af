"""The months of the year as dates name them."""

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

SHORT = tuple(name[:3].lower() for name in NAMES)
"""As BibTeX and PubMed write them."""

WRITTEN = "|".join((*NAMES, "Sept", *(name[:3] for name in NAMES)))
"""Pattern of a month in full or shortened, the longer first."""
