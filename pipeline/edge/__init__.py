"""The edge: the only modules, with the command line, that touch network, disk, clock and threads."""
