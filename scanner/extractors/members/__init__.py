"""Holding the bytes of members: parts of a document that are documents themselves."""
