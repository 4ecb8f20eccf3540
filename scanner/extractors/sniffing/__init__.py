"""Telling formats apart by their bytes."""
