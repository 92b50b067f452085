"""The example workspace: filling and emptying it."""
