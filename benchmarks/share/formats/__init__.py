"""How the documents are stored: a draft in, the bytes of a file out."""
