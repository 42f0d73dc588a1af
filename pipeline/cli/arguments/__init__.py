"""The arguments of each command, by what the command is about."""
