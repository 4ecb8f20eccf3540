"""What people look at: the command line, the terminal, HTML."""
