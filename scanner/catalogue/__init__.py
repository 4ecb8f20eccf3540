"""The catalogue: the only home of SQL."""
