"""How exact the scanner is: documents by another hand, and a page that says what came of it."""
