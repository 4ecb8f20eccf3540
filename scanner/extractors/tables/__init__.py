"""Reading tables out of text: delimiters, headings, records."""
