"""How what a list says compares with what a work is: titles, names, venues. All pure."""
