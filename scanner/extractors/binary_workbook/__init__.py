"""Binary parts of Excel workbooks in packages: records, strings, cells."""
