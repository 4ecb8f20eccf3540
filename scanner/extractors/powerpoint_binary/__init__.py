"""The records of PowerPoint presentations before 2007."""
