"""Changes of the catalogue's schema, in order, run by ``migrate.py``."""
