"""HTTP, WebSocket and HTML: translates, decides nothing."""
