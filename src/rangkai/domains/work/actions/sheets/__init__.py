"""Sebar–kumpul: workbooks made for every office, and gathered again."""
