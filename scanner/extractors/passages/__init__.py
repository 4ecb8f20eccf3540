"""What is done to passages whatever format they come from."""
