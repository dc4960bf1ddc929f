"""Records of the tables by subject, each read from one row."""
