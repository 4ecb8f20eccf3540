"""Compound files (OLE2): storages and streams, what is embedded in them, document properties."""
