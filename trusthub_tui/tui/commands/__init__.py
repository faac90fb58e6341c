"""Every command: the table that declares them, and the functions that run them on a page."""
