"""The services, in order of trust. A source is one module and one line here."""
