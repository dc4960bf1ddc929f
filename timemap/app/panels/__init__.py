"""Panels of pages, below and beside the map."""
