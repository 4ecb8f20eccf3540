"""SMB shares, read-only: listings, bytes and security descriptors over one connection.

smbprotocol negotiates, authenticates, signs and encrypts; what is asked for in bulk is packed and
read here. Sources: [MS-SMB2] 2.2 (messages), [MS-FSCC] 2.4 to 2.6 (file information, attributes,
reparse tags), [MS-ERREF] 2.3 (statuses); read 2026-11-25.
"""
