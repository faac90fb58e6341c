"""Who reviews a submission: the port, and the practice Trust Hub behind it."""
