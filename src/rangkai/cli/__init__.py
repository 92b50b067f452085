"""One module a command group; engine commands never set up Django."""
