"""Where files live: one module per kind of source, behind one narrow protocol."""
