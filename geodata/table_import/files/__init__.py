"""Files of tables opened as sheets, whatever their format."""
