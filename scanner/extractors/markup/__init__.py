"""XML read as a stream, and the running text and tables that are gathered from it."""
