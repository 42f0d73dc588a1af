"""Which Errata this is: said here, and nowhere else."""

VERSION = "0.1.0"


def version() -> str:
    """The version; the distribution has it from this file."""
    return VERSION
