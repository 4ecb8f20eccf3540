"""Descriptors and groups to effective access: pure functions, no I/O."""
