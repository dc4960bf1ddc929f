"""Import of tables in any form, from cells to checked events."""
