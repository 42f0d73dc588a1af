"""Errata keeps curated paper lists true."""
