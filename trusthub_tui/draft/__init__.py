"""An open profile while somebody works on it: answers, undo, and what wants attention. No screens."""
