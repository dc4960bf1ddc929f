"""Limits of a visitor's own tables, and what is said beyond them."""

MEGABYTE = 1_000_000

LARGEST_FILE = 50 * MEGABYTE
"""Bytes of one table."""

LARGEST_TOTAL = 100 * MEGABYTE
"""Bytes of all tables of a visitor."""

MOST_ROWS = 200_000
"""Rows of all tables of a visitor; a browser draws so many events without delay."""

MOST_TABLES = 40
"""Tables of a visitor: those of a class with one file from each pupil."""

LONGEST_NAME = 120
"""Characters of a table's name."""
