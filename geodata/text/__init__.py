"""Text of the tables: search, selection, names and contested terms."""
