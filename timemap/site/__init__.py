"""Static site: plain pages and one map, for any web host."""
