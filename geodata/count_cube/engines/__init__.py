"""Engines that run the query where the rows are."""
