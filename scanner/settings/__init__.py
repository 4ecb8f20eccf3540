"""What a council sets without code, in ``stocktake.toml``: see docs/settings.md."""

from scanner.settings.shape import NOTHING_SET, Settings

__all__ = ["NOTHING_SET", "Settings"]
