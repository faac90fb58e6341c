"""The terminal: driver, keyboard, order of keys, signals, clipboard."""
