"""What can be asked of the catalogue: functions that take a connection and give value objects."""
