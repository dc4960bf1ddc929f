"""The state of the map: its table of fields, its value in Python, and the address that brings it back."""
