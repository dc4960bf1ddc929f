"""Places by name, and positions checked against them."""
