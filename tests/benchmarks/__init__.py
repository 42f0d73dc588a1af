"""Measurements, each a command; the small ones run as tests."""
