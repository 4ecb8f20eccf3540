from connectors.smb import messages

_WRITES = 0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0x10000 | 0x40000 | 0x80000 | 0x50000000
"""Write and append data, write extended attributes, delete a child, write attributes, delete, write
DACL and owner, generic write and all: [MS-SMB2] 2.2.13.1.1."""


def test_no_right_to_write_is_ever_asked_for() -> None:
    for access in (messages.LIST, messages.READ, messages.READ_CONTROL):
        assert access & _WRITES == 0


def test_a_message_about_what_is_open_names_it() -> None:
    file_id = bytes(range(16))
    for message in (
        messages.listing(1 << 20, file_id),
        messages.descriptor(file_id),
        messages.reading(5, 7, file_id),
        messages.closing(file_id, told=True),
    ):
        assert file_id in message.body
