"""Plain questions, one after the other: the same profile for screen readers and terminals without screens."""
