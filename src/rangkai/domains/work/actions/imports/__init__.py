"""Imports: file → table → columns → preview → saved."""
