"""The kinds of records that the tables hold, by subject; each is read from one row."""
