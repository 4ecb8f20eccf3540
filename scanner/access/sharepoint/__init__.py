"""SharePoint's permissions, as an export tells them: levels, groups and sharing links."""
