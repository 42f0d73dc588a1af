"""The steps of the Action: files, variables, git and GitHub; nothing is decided here."""
