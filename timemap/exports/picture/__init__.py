"""Pictures for print: the map of a moment, drawn with the colours, shapes and patterns of the map on the screen."""
