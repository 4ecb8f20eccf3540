"""Reading HTML by two parsers, and the passages that both make of it."""
