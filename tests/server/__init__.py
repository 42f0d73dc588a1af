"""A small server that speaks the services' wire formats from invented works."""
