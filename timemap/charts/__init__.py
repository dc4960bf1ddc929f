"""Territory in numbers: what the page counts and measures, one module for each subject, and how all of it is drawn."""
