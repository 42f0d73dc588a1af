"""The server for every test of the edge."""

from tests.server.fixture import services

__all__ = ["services"]
