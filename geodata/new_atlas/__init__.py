"""New atlases: a folder with example rows and a page of help."""
