"""The edge: with the command line the only place of network, disk, clock and threads."""
