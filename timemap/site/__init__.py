"""The site: all that is known as plain pages and one moving map, for any web host or file share, no server of ours."""
