"""The parts of a mail message: header lines, names of attachments."""
