"""Values in cells: dates, numbers and positions."""
