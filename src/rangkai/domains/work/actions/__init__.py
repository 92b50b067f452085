"""What is done with the work of a person: imports, drafts, saved views."""
