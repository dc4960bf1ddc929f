"""Partition of the covered land into one cell per place."""
