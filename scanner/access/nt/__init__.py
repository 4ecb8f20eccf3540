"""Effective access by NT permissions: Windows, Samba and what speaks their protocol."""
