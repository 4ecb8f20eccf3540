"""The content of OpenDocument packages."""
