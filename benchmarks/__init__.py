"""Side-by-side measurements: what a user would pick instead, and this map, in one run on one machine."""
