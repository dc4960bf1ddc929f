"""What the map rests on, as the page "Sources and words" shows it: one module for each of its parts."""
