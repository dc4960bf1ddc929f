"""Page "Your data": tables of a visitor, their problems, files."""
