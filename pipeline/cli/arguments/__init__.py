"""The arguments of each command, a module a command; what several take stands in ``shared``."""
