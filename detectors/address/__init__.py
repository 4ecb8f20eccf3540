"""Postal addresses: the words of streets and houses, and how addresses are written."""
