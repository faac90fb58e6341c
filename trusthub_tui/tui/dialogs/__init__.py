"""What opens over a page and gives an answer back."""
