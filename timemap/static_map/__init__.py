"""Maps drawn by Python, for pictures and print."""
