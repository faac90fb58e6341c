"""The commands, a module for each, named as it is; imported when it is called."""
