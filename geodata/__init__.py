"""Data of the map: records, areas over time, lessons, and their checks."""

__version__ = "0.1.0"
"""Version of the code; that of the data is worked out from the tables."""
