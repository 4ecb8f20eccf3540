"""Bytes to passages: one module per format."""
