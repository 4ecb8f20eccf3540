"""The name model: its training text, its training, and what it is worth beside the rules.

The gold sets lie in a folder of their own, outside this repository: they name real people.
"""
