"""SharePoint: content that was synced or downloaded, joined with an export of its permissions."""
