"""Tools for development that write data of the program."""
