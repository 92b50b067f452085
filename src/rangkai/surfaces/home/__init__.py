"""What is asked of me."""
