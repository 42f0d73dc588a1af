"""How right Errata is: lists with known faults, audited against a world of known works."""
