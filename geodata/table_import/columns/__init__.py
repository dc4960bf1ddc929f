"""Columns of sheets: known formats, names, contents, roles."""
