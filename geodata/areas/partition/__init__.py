"""Division of the covered land into one cell for each place."""
