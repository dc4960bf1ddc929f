"""State of the map: its fields, its value, and its address."""
