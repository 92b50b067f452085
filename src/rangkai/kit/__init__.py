"""Django-aware machinery that knows no noun."""
