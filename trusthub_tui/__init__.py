"""Prepare, check and follow a Twilio Primary Customer Profile from the terminal."""

__version__ = "0.1.0"
