"""The vocabulary: every value that travels between the stages.

In: nothing. Out: texts with places, identifiers, entries, works, findings, records, settings.
Imports: nothing of ours.
"""
