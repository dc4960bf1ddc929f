"""Data files: tables, base map, lessons and notes."""

from pathlib import Path

DATA = Path(__file__).parent
"""Folder of the data."""
