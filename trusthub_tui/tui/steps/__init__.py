"""The screen of a step, and what is special about each of the seven."""
