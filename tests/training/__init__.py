"""How the tables of the reader are made: run by hand where works or lists are at hand."""
