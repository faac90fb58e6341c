"""The pieces screens are built from."""
