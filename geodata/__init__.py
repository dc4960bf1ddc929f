"""What is known: dated records about Kobane, the border and who held which place, and the areas derived from them."""

__version__ = "0.1.0"
"""Version of the code; that of the data is worked out from the tables."""
