"""Reports on areas for the command line and for files."""
