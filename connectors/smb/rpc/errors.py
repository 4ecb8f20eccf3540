"""What can go wrong when a server is asked about itself."""

from __future__ import annotations

from connectors.base import ConnectorError


class NotTold(ConnectorError):
    """The server does not tell, or tells what makes no sense. Asking again would not help."""
