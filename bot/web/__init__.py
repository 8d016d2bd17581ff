"""What this program serves over HTTP, by aiohttp's server."""
