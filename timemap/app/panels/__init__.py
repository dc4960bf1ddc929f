"""Parts of pages below and beside the map."""
