"""Commands of `python -m geodata`."""
