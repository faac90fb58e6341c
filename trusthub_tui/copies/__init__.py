"""Copies of a profile for people to keep, read and print; one module says what, one for each form how."""
