"""What to look for: one module per entity. Imports nothing else of the project."""
