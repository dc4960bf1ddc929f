"""Charts on the page: their cache, filters and sections."""
