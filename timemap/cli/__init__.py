"""Commands of `python -m timemap`."""
