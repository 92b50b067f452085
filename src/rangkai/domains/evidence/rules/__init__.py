"""Which files are taken, judged by their bytes."""
