"""From JSON events to passages."""
