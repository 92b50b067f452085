"""Settings, addresses, assets, servers."""
