"""What an address says: identifiers, and what an opaque one still hints at.

In: a URL or a text that holds some. Out: identifiers, hints, whether a host holds papers.
Imports: values.
"""
