"""Ranges of sizes, by resampling the evidence."""
