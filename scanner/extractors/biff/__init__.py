"""The records of Excel workbooks before 2007 (BIFF)."""
