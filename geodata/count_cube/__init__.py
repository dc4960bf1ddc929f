"""Counts of events by cell, time and category, for tables of any size."""
