"""Outlook items: their properties, recipients, attachments and packed RTF."""
