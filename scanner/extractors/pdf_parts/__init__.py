"""Reading PDF: pdfium first, pdfminer.six where that fails, and telling text from garbage."""
