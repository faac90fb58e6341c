"""One module for each Console step: its questions, word for word."""
