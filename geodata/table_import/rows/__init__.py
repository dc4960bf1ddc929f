"""Rows of sheets read as days, positions, texts and counts."""
