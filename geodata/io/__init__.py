"""Reading of tables, and problems with what was read."""
