"""The version of Stocktake that is running."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("stocktake")
except PackageNotFoundError:  # run from a checkout that was not installed
    VERSION = "unknown"
