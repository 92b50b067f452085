"""Letters: kinds that nouns register, writing, paraf and signature."""
