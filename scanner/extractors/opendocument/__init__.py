"""The parts of an OpenDocument package: its content, its sheets, what guards it."""
