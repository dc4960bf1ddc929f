"""Data of the project: tables, base geography, lessons and notes, apart from the code that reads them."""

from pathlib import Path

DATA = Path(__file__).parent
"""Folder of the data."""
